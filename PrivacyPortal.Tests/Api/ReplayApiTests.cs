using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Requests;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Tests.Api;

public sealed class ReplayApiTests(ApiApp app) : IClassFixture<ApiApp>
{
    private const string Replays = "/api/v1/replays";

    [Fact]
    public async Task A_list_of_who_came_back_is_ended_by_a_dpos_key_with_the_version_seen_and_a_reason()
    {
        var id = await WaitingAsync();
        using var dpo = app.Client(Role.Dpo);
        using var auditor = app.Client(Role.Auditor);
        var word = new { chosen = Array.Empty<Guid>(), reason = "They are customers again." };
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.GetAsync(Replays)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.CallAsync(HttpMethod.Post, $"{Replays}/search", new { })).StatusCode);
        Assert.Equal("Forbidden", await ApiApp.CodeAsync(await auditor.CallAsync(HttpMethod.Post, $"{Replays}/{id}/end", word, "\"1\"")));
        Assert.Equal("PreconditionRequired", await ApiApp.CodeAsync(await dpo.CallAsync(HttpMethod.Post, $"{Replays}/{id}/end", word)));
        Assert.Equal("Stale", await ApiApp.CodeAsync(await dpo.CallAsync(HttpMethod.Post, $"{Replays}/{id}/end", word, "\"9\"")));
        Assert.Equal("ReasonMissing", await ApiApp.CodeAsync(await dpo.CallAsync(HttpMethod.Post, $"{Replays}/{id}/end", word with { reason = " " }, "\"1\"")));

        Assert.Equal("Pending", (string?)(await ApiApp.JsonAsync(await dpo.GetAsync(Replays)))["items"]![0]!["state"]);
        Assert.Equal(HttpStatusCode.NoContent, (await dpo.CallAsync(HttpMethod.Post, $"{Replays}/{id}/end", word, "\"1\"")).StatusCode);
        Assert.Equal("Dismissed", (string?)(await ApiApp.JsonAsync(await dpo.GetAsync(Replays)))["items"]![0]!["state"]);
    }

    private async Task<Guid> WaitingAsync()
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var replay = new ErasureReplay { Id = Guid.NewGuid(), SourceId = Guid.NewGuid(), SourceName = "Shop", SearchedAt = app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), Entries = 1 };
        db.Add(replay);
        app.Services.GetRequiredService<KeyVault>().CreateKey(db, replay.Id);
        await db.SaveChangesAsync();
        return replay.Id;
    }
}
