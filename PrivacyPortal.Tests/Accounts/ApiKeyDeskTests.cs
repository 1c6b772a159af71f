using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Audit;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Accounts;

public class ApiKeyDeskTests
{
    private static readonly ApiKeyWish ForSources = new("Inventory", Role.Administrator, KeyScopes.Sources | KeyScopes.ManageSources, 30);
    private static readonly ApiKeyWish ForRequests = new("CRM", Role.Dpo, KeyScopes.Requests | KeyScopes.Handle, 30);

    [Fact]
    public async Task A_key_is_shown_once_and_only_the_hash_of_its_secret_is_kept()
    {
        await using var at = await AccountsPortal.StartAsync(TestPortal.Admin);
        var secret = (await Desk(at).CreateAsync(TestPortal.Admin, ForSources, default)).Value!.Secret!;

        await using var db = at.Portal.Db();
        var key = await db.Set<ApiKey>().SingleAsync();
        Assert.StartsWith($"pp_{key.Code}", secret, StringComparison.Ordinal);
        Assert.Equal(64, key.SecretHash.Length);
        Assert.True(ApiKeyCode.Matches(secret, key.SecretHash));
        var written = string.Join('\n', (await db.Set<AuditEntry>().ToListAsync()).Select(e => e.Payload + e.About));
        Assert.DoesNotContain(secret[15..40], written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_with_a_DPOs_rights_waits_for_a_DPO_who_alone_is_shown_it_and_whom_it_acts_as()
    {
        await using var at = await AccountsPortal.StartAsync(TestPortal.Admin, TestPortal.Dpo);
        var asked = (await Desk(at).CreateAsync(TestPortal.Admin, ForRequests, default)).Value!;
        Assert.Null(asked.Secret);
        Assert.Equal(Refusal.Forbidden, (await Desk(at).ConfirmAsync(TestPortal.Admin, asked.Id, default)).Refusal);

        var secret = (await Desk(at).ConfirmAsync(TestPortal.Dpo, asked.Id, default)).Value!.Secret!;

        var actor = Actor.From((await Door(at).EnterAsync(secret, "here", default))!);
        Assert.Equal((ActorKind.Key, TestPortal.Dpo.PersonId, Role.Dpo), (actor.Kind, actor.PersonId, actor.Role));
        Assert.Equal(Refusal.WrongState, (await Desk(at).ConfirmAsync(TestPortal.Dpo, asked.Id, default)).Refusal);
    }

    [Fact]
    public async Task A_key_may_only_what_its_scope_and_its_role_allow()
    {
        await using var at = await AccountsPortal.StartAsync(TestPortal.Admin, TestPortal.Dpo);
        var asked = (await Desk(at).CreateAsync(TestPortal.Admin, ForRequests, default)).Value!;
        var actor = Actor.From((await Door(at).EnterAsync((await Desk(at).ConfirmAsync(TestPortal.Dpo, asked.Id, default)).Value!.Secret!, "here", default))!);

        Assert.Equal(
            [Permission.ViewRequests, Permission.HandleRequests, Permission.CompleteTasks, Permission.ManageHolds],
            Enum.GetValues<Permission>().Where(actor.May));
        Assert.Equal(Refusal.Invalid, (await Desk(at).CreateAsync(TestPortal.Admin, ForSources with { Scopes = KeyScopes.Findings }, default)).Refusal);
        Assert.Equal(Refusal.Invalid, (await Desk(at).CreateAsync(TestPortal.Admin, ForSources with { Scopes = KeyScopes.None }, default)).Refusal);
    }

    [Fact]
    public async Task A_key_dies_with_its_term_its_revocation_and_its_holders_account_or_role()
    {
        await using var at = await AccountsPortal.StartAsync(TestPortal.Admin, TestPortal.OtherAdmin, TestPortal.Dpo);
        async Task<(Guid Id, string Secret)> NewAsync(Actor holder)
        {
            var made = (await Desk(at).CreateAsync(holder, ForSources, default)).Value!;
            return (made.Id, made.Secret!);
        }

        var (expiring, expired) = (await NewAsync(TestPortal.Admin), at.Portal.Clock.Now.AddDays(30));
        Assert.NotNull(await Door(at).EnterAsync(expiring.Secret, "here", default));
        at.Portal.Clock.Now = expired;
        Assert.Null(await Door(at).EnterAsync(expiring.Secret, "here", default));

        var revoked = await NewAsync(TestPortal.Admin);
        var principal = (await Door(at).EnterAsync(revoked.Secret, "here", default))!;
        Assert.Null(await Desk(at).RevokeAsync(TestPortal.Admin, revoked.Id, default));
        Assert.Null(await Door(at).EnterAsync(revoked.Secret, "here", default));
        Assert.False(await Door(at).IsOpenAsync(principal, default));

        var orphan = await NewAsync(TestPortal.OtherAdmin);
        Assert.Null(await at.Desk.ChangeRoleAsync(TestPortal.Admin, TestPortal.OtherAdmin.PersonId!.Value, Role.Auditor, default));
        Assert.Null(await Door(at).EnterAsync(orphan.Secret, "here", default));
        Assert.Null(await at.Desk.ChangeRoleAsync(TestPortal.Admin, TestPortal.OtherAdmin.PersonId.Value, Role.Administrator, default));
        Assert.NotNull(await Door(at).EnterAsync(orphan.Secret, "here", default));
        Assert.Null(await at.Desk.DisableAsync(TestPortal.Admin, TestPortal.OtherAdmin.PersonId.Value, default));
        Assert.Null(await Door(at).EnterAsync(orphan.Secret, "here", default));
        Assert.Equal(4, Door(at).Refused);
    }

    [Fact]
    public async Task A_mistyped_key_and_one_with_another_secret_open_nothing()
    {
        await using var at = await AccountsPortal.StartAsync(TestPortal.Admin);
        var secret = (await Desk(at).CreateAsync(TestPortal.Admin, ForSources, default)).Value!.Secret!;
        var other = (await Desk(at).CreateAsync(TestPortal.Admin, ForSources, default)).Value!.Secret!;
        var forged = ApiKeyCode.Create(ApiKeyCode.IdOf(secret)!).Code;

        foreach (var bad in (string[])["", "pp_", secret[..^1], (secret[20] == 'x' ? secret.Replace('x', 'y') : secret[..20] + "x" + secret[21..]), secret[..15] + other[15..], forged])
        {
            Assert.Null(await Door(at).EnterAsync(bad, "here", default));
        }
    }

    [Fact]
    public async Task Only_administrators_make_keys_and_a_DPO_revokes_those_with_a_DPOs_rights()
    {
        await using var at = await AccountsPortal.StartAsync(TestPortal.Admin, TestPortal.Dpo, TestPortal.Auditor);
        foreach (var other in (Actor[])[TestPortal.Dpo, TestPortal.Auditor, Actor.Anonymous])
        {
            Assert.Equal(Refusal.Forbidden, (await Desk(at).CreateAsync(other, ForSources, default)).Refusal);
        }

        var sources = (await Desk(at).CreateAsync(TestPortal.Admin, ForSources, default)).Value!.Id;
        var requests = (await Desk(at).CreateAsync(TestPortal.Admin, ForRequests, default)).Value!.Id;
        Assert.Equal(Refusal.Forbidden, (await Desk(at).ConfirmAsync(TestPortal.Auditor, requests, default)).Refusal);
        Assert.Equal(Refusal.Forbidden, await Desk(at).RevokeAsync(TestPortal.Auditor, requests, default));
        Assert.Equal(Refusal.Forbidden, await Desk(at).RevokeAsync(TestPortal.Dpo, sources, default));
        var queries = at.Portal.Get<ApiKeyQueries>();
        Assert.Equal(2, (await queries.SheetAsync(TestPortal.Admin, default)).Value!.Keys.Count);
        Assert.Equal([requests], (await queries.SheetAsync(TestPortal.Dpo, default)).Value!.Keys.Select(k => k.Id));
        Assert.Equal(Refusal.Forbidden, (await queries.SheetAsync(TestPortal.Auditor, default)).Refusal);
        Assert.Null(await Desk(at).RevokeAsync(TestPortal.Dpo, requests, default));
        Assert.Equal(Refusal.WrongState, (await Desk(at).ConfirmAsync(TestPortal.Dpo, requests, default)).Refusal);
    }

    private static ApiKeyDesk Desk(AccountsPortal at) => at.Portal.Get<ApiKeyDesk>();

    private static ApiKeyDoor Door(AccountsPortal at) => at.Portal.Get<ApiKeyDoor>();
}
