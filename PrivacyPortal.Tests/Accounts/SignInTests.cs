using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Audit;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Support.TestPortal;

namespace PrivacyPortal.Tests.Accounts;

public class SignInTests
{
    private const string Password = "velvet tram orchard", Email = "Dora.Dpo@example.com";
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task Five_wrong_passwords_even_at_once_lock_the_account_for_fifteen_minutes()
    {
        await using var portal = await StartAsync();
        var guesses = await Task.WhenAll(Enumerable.Range(0, PortalUser.TriesBeforeRest).Select(i => Task.Run(() => TryAsync(portal, $"wrong guess {i}"))));
        Assert.All(guesses, g => Assert.Equal(SignInOutcome.Failed, g));
        Assert.Equal(SignInOutcome.Failed, await TryAsync(portal, Password));

        portal.Portal.Clock.Advance(PortalUser.Rest);
        Assert.Equal(SignInOutcome.Done, await TryAsync(portal, Password));
    }

    [Fact]
    public async Task A_cookie_that_was_copied_ends_with_signing_out_and_any_session_after_twelve_hours()
    {
        await using var portal = await StartAsync();
        var claims = portal.Portal.Get<PortalClaims>();
        var copied = await claims.CreateAsync(await portal.ReadAsync(Dpo));
        Assert.True(await claims.IsCurrentAsync(copied, Ct));
        await portal.InScopeAsync<SignInDesk, bool>(async desk =>
        {
            await desk.SignOutAsync(new DefaultHttpContext { User = copied, RequestServices = portal.Services }, Ct);
            return true;
        });
        Assert.False(await claims.IsCurrentAsync(copied, Ct));

        var session = await claims.CreateAsync(await portal.ReadAsync(Dpo));
        portal.Portal.Clock.Advance(PortalClaims.LongestSession - TimeSpan.FromMinutes(1));
        session = (await claims.RefreshAsync(session, Ct))!;
        portal.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await claims.RefreshAsync(session, Ct));
    }

    [Fact]
    public async Task A_disabled_person_does_not_come_in()
    {
        await using var portal = await StartAsync();
        Assert.Null(await portal.Desk.DisableAsync(Admin, Dpo.PersonId!.Value, Ct));
        Assert.Equal(SignInOutcome.Failed, await TryAsync(portal, Password));
    }

    [Fact]
    public async Task A_failure_is_answered_no_sooner_for_one_account_than_for_another()
    {
        await using var portal = await StartAsync();
        await portal.Desk.DisableAsync(Admin, Deputy.PersonId!.Value, Ct);
        foreach (var email in new[] { "nobody@example.com", "Denis.Deputy@example.com", Email })
        {
            Assert.True(await TimeAsync(() => TryAsync(portal, "wrong", email)) > TimeSpan.FromMilliseconds(690), $"{email} is answered too soon");
        }
    }

    [Fact]
    public async Task A_password_costs_as_much_to_check_where_there_is_no_account()
    {
        // Format, function and rounds are the first bytes of Identity's hash.
        await using var portal = await StartAsync();
        var somebodys = Convert.FromBase64String((await portal.ReadAsync(Dpo)).PasswordHash!);
        var nobodys = Convert.FromBase64String(await portal.InScopeAsync<SignInDesk, string>(desk => Task.FromResult(desk.NobodysHash)));
        Assert.Equal(somebodys[..9], nobodys[..9]);
    }

    [Fact]
    public async Task Two_factor_asks_for_a_code_that_works_once()
    {
        await using var portal = await StartAsync();
        var (key, _) = await SetUpTwoFactorAsync(portal);
        portal.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Totp.CodeAt(key, portal.Portal.Clock.Now);
        Assert.Equal(SignInOutcome.Done, await SecondStepAsync(portal, code, isRecovery: false));
        Assert.Equal(SignInOutcome.Failed, await SecondStepAsync(portal, code, isRecovery: false));
    }

    [Fact]
    public async Task A_recovery_code_works_once()
    {
        await using var portal = await StartAsync();
        var (_, codes) = await SetUpTwoFactorAsync(portal);
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Equal(SignInOutcome.Done, await SecondStepAsync(portal, codes[3].ToLowerInvariant(), isRecovery: true));
        Assert.Equal(SignInOutcome.Failed, await SecondStepAsync(portal, codes[3], isRecovery: true));
    }

    [Fact]
    public async Task The_second_step_without_the_first_leads_nowhere()
    {
        await using var portal = await StartAsync();
        var (key, _) = await SetUpTwoFactorAsync(portal);
        await using var scope = portal.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        portal.Portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(SignInOutcome.Expired, await scope.ServiceProvider.GetRequiredService<SignInDesk>().CodeAsync(http, Totp.CodeAt(key, portal.Portal.Clock.Now), false, Ct));
    }

    [Fact]
    public async Task Secrets_of_two_factor_are_not_readable_in_the_database()
    {
        await using var portal = await StartAsync();
        var (key, codes) = await SetUpTwoFactorAsync(portal);
        await using var db = portal.Portal.Db();
        var tokens = await db.Set<Microsoft.AspNetCore.Identity.IdentityUserToken<Guid>>().Select(t => t.Value).ToListAsync();
        Assert.Equal(2, tokens.Count);
        Assert.DoesNotContain(tokens, t => t!.Contains(key, StringComparison.Ordinal) || codes.Any(c => t.Contains(c, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_must_set_up_two_factor_has_no_role_until_then()
    {
        await using var portal = await StartAsync();
        await portal.Desk.RequireTwoFactorAsync(Admin, Role.Dpo, true, Ct);
        var claims = portal.Portal.Get<PortalClaims>();
        var before = await claims.CreateAsync(await portal.ReadAsync(Dpo));
        Assert.Equal(Actor.Anonymous, Actor.From(before));

        await SetUpTwoFactorAsync(portal);
        Assert.False(await claims.IsCurrentAsync(before, Ct));
        Assert.Equal(Role.Dpo, Actor.From(await claims.CreateAsync(await portal.ReadAsync(Dpo))).Role);
    }

    [Fact]
    public async Task What_is_demanded_of_a_role_cannot_be_switched_off()
    {
        await using var portal = await StartAsync();
        await SetUpTwoFactorAsync(portal);
        await portal.Desk.RequireTwoFactorAsync(Admin, Role.Dpo, true, Ct);
        Assert.Equal(Refusal.Separation, await OwnAsync(portal, (d, u) => d.StopTwoFactorAsync(u, Password, Ct)));
        await portal.Desk.RequireTwoFactorAsync(Admin, Role.Dpo, false, Ct);
        Assert.Equal(Refusal.Forbidden, await OwnAsync(portal, (d, u) => d.StopTwoFactorAsync(u, "not the password", Ct)));
        Assert.Null(await OwnAsync(portal, (d, u) => d.StopTwoFactorAsync(u, Password, Ct)));
        Assert.False((await portal.ReadAsync(Dpo)).TwoFactorEnabled);
    }

    [Fact]
    public async Task A_new_password_needs_the_old_one_and_replaces_it()
    {
        await using var portal = await StartAsync();
        Assert.Equal(Refusal.Forbidden, await OwnAsync(portal, (d, u) => d.ChangePasswordAsync(u, "not the old one", "quartz lantern meadow", Ct)));
        Assert.Null(await OwnAsync(portal, (d, u) => d.ChangePasswordAsync(u, Password, "quartz lantern meadow", Ct)));
        Assert.Equal(SignInOutcome.Failed, await TryAsync(portal, Password));
        Assert.Equal(SignInOutcome.Done, await TryAsync(portal, "quartz lantern meadow"));
    }

    [Fact]
    public async Task Coming_in_and_failing_to_are_in_the_audit_log()
    {
        await using var portal = await StartAsync();
        await TryAsync(portal, "wrong");
        await TryAsync(portal, Password);
        await using var db = portal.Portal.Db();
        Assert.Equal(["anonymous sign-in-failed", "Dora Dpo signed-in"], await db.Set<AuditEntry>().OrderBy(e => e.Sequence).Select(e => e.ActorName + " " + e.Name).ToListAsync());
    }

    private static async Task<AccountsPortal> StartAsync()
    {
        var portal = await AccountsPortal.StartAsync(Admin, Deputy);
        await SignedIn.AccountAsync(portal.Services, Dpo, Password);
        return portal;
    }

    private static async Task<SignInOutcome> TryAsync(AccountsPortal portal, string password, string email = Email)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        return await scope.ServiceProvider.GetRequiredService<SignInDesk>().PasswordAsync(http, email, password, Ct);
    }

    private static async Task<SignInOutcome> SecondStepAsync(AccountsPortal portal, string code, bool isRecovery)
    {
        await using var firstCall = portal.Services.CreateAsyncScope();
        var first = new DefaultHttpContext { RequestServices = firstCall.ServiceProvider };
        Assert.Equal(SignInOutcome.CodeNeeded, await firstCall.ServiceProvider.GetRequiredService<SignInDesk>().PasswordAsync(first, Email, Password, Ct));

        await using var secondCall = portal.Services.CreateAsyncScope();
        var second = new DefaultHttpContext { RequestServices = secondCall.ServiceProvider };
        second.Request.Headers.Cookie = string.Join("; ", first.Response.Headers.SetCookie.Select(c => c!.Split(';')[0]));
        return await secondCall.ServiceProvider.GetRequiredService<SignInDesk>().CodeAsync(second, code, isRecovery, Ct);
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes)> SetUpTwoFactorAsync(AccountsPortal portal)
    {
        var key = await OwnAsync(portal, (d, u) => d.TwoFactorKeyAsync(u));
        Assert.Equal(Refusal.Invalid, (await OwnAsync(portal, (d, u) => d.StartTwoFactorAsync(u, "000000x", Ct))).Refusal);
        var started = await OwnAsync(portal, (d, u) => d.StartTwoFactorAsync(u, Totp.CodeAt(key, portal.Portal.Clock.Now), Ct));
        return (key, started.Value!);
    }

    private static Task<T> OwnAsync<T>(AccountsPortal portal, Func<OwnAccountDesk, PortalUser, Task<T>> work) =>
        portal.InScopeAsync<OwnAccountDesk, T>(async desk =>
        {
            var principal = await portal.Portal.Get<PortalClaims>().CreateAsync(await portal.ReadAsync(Dpo));
            return await work(desk, (await desk.FindAsync(principal))!);
        });

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var started = TimeProvider.System.GetTimestamp();
        await work();
        return TimeProvider.System.GetElapsedTime(started);
    }
}
