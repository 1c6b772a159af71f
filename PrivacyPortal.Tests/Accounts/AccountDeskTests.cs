using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Audit;
using static PrivacyPortal.Tests.Support.TestPortal;

namespace PrivacyPortal.Tests.Accounts;

public class AccountDeskTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    public static TheoryData<string, Func<AccountsPortalVerbs, Actor, Task<Refusal?>>> Verbs => new()
    {
        { "disable", (p, a) => p.Desk.DisableAsync(a, Auditor.PersonId!.Value, Ct) },
        { "enable", (p, a) => p.Desk.EnableAsync(a, Auditor.PersonId!.Value, Ct) },
        { "change role", (p, a) => p.Desk.ChangeRoleAsync(a, Auditor.PersonId!.Value, Role.Administrator, Ct) },
        { "sign out everywhere", (p, a) => p.Desk.SignOutEverywhereAsync(a, Auditor.PersonId!.Value, Ct) },
        { "reset two-factor", (p, a) => p.Desk.ResetTwoFactorAsync(a, Auditor.PersonId!.Value, Ct) },
        { "require two-factor", (p, a) => p.Desk.RequireTwoFactorAsync(a, Role.Auditor, true, Ct) },
        { "invite", async (p, a) => (await p.InviteAsync(a, Role.Auditor)).Refusal },
        { "renew", async (p, a) => (await p.Invitations(d => d.RenewAsync(a, Guid.NewGuid(), Ct))).Refusal },
        { "issue a password link", async (p, a) => (await p.Invitations(d => d.IssuePasswordLinkAsync(a, Auditor.PersonId!.Value, Ct))).Refusal },
        { "cancel", (p, a) => p.Invitations(d => d.CancelAsync(a, Guid.NewGuid(), Ct)) },
        { "list", async (p, a) => (await p.Portal.Portal.Get<AccountQueries>().UsersAsync(a, Ct)).Refusal },
    };

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Only_an_administrator_keeps_accounts(string verb, Func<AccountsPortalVerbs, Actor, Task<Refusal?>> act)
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, Dpo, Auditor);
        foreach (var actor in new[] { Dpo, Auditor, Actor.Anonymous, Actor.Subject("somebody") })
        {
            Assert.True(await act(new(portal), actor) == Refusal.Forbidden, $"{actor.Name} may {verb}");
        }
    }

    [Fact]
    public async Task Only_a_DPO_answers_who_becomes_one()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, Dpo, Auditor);
        foreach (var actor in new[] { Admin, Auditor, Actor.Anonymous })
        {
            Assert.Equal(Refusal.Forbidden, await portal.Desk.AnswerProposalAsync(actor, Auditor.PersonId!.Value, true, Ct));
            Assert.Equal(Refusal.Forbidden, (await new AccountsPortalVerbs(portal).Invitations(d => d.AgreeAsync(actor, Guid.NewGuid(), Ct))).Refusal);
            Assert.Equal(Refusal.Forbidden, await new AccountsPortalVerbs(portal).Invitations(d => d.DeclineAsync(actor, Guid.NewGuid(), Ct)));
            Assert.Equal(Refusal.Forbidden, (await portal.Portal.Get<AccountQueries>().DpoCandidatesAsync(actor, Ct)).Refusal);
        }
    }

    [Fact]
    public async Task The_last_administrator_and_the_last_DPO_stay()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, OtherAdmin, Dpo);
        Assert.Null(await portal.Desk.DisableAsync(Admin, OtherAdmin.PersonId!.Value, Ct));
        Assert.Equal(Refusal.Separation, await portal.Desk.DisableAsync(OtherAdmin, Admin.PersonId!.Value, Ct));
        Assert.Equal(Refusal.Separation, await portal.Desk.ChangeRoleAsync(OtherAdmin, Admin.PersonId!.Value, Role.Auditor, Ct));
        Assert.Equal(Refusal.Separation, await portal.Desk.DisableAsync(Admin, Dpo.PersonId!.Value, Ct));
        Assert.Equal(Refusal.Separation, await portal.Desk.ChangeRoleAsync(Admin, Dpo.PersonId!.Value, Role.Auditor, Ct));
        Assert.True((await portal.ReadAsync(Admin)).IsActive && (await portal.ReadAsync(Dpo)).IsActive);
    }

    [Fact]
    public async Task Two_administrators_who_disable_each_other_at_once_leave_one()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, OtherAdmin);
        var outcomes = await Task.WhenAll(
            Task.Run(() => portal.Desk.DisableAsync(Admin, OtherAdmin.PersonId!.Value, Ct)),
            Task.Run(() => portal.Desk.DisableAsync(OtherAdmin, Admin.PersonId!.Value, Ct)));
        Assert.Single(outcomes, o => o is null);
        Assert.Single(outcomes, o => o == Refusal.Separation);
    }

    [Fact]
    public async Task Nobody_changes_their_own_account_as_an_administrator()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, OtherAdmin);
        Assert.Equal(Refusal.SamePerson, await portal.Desk.DisableAsync(Admin, Admin.PersonId!.Value, Ct));
        Assert.Equal(Refusal.SamePerson, await portal.Desk.ChangeRoleAsync(Admin, Admin.PersonId!.Value, Role.Auditor, Ct));
        Assert.Equal(Refusal.SamePerson, await portal.Desk.ResetTwoFactorAsync(Admin, Admin.PersonId!.Value, Ct));
    }

    [Fact]
    public async Task An_administrator_never_becomes_a_DPO_at_one_stroke_nor_the_reverse()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, OtherAdmin, Dpo, Deputy);
        Assert.Equal(Refusal.Separation, await portal.Desk.ChangeRoleAsync(Admin, OtherAdmin.PersonId!.Value, Role.Dpo, Ct));
        Assert.Equal(Refusal.Separation, await portal.Desk.ChangeRoleAsync(Admin, Deputy.PersonId!.Value, Role.Administrator, Ct));
    }

    [Fact]
    public async Task A_further_DPO_takes_the_word_of_a_DPO()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, Dpo, Auditor);
        Assert.Null(await portal.Desk.ChangeRoleAsync(Admin, Auditor.PersonId!.Value, Role.Dpo, Ct));
        Assert.Equal(Role.Auditor, (await portal.ReadAsync(Auditor)).Role);
        Assert.Equal(Auditor.PersonId, Assert.Single((await portal.Portal.Get<AccountQueries>().DpoCandidatesAsync(Dpo, Ct)).Value!).Id);

        Assert.Null(await portal.Desk.AnswerProposalAsync(Dpo, Auditor.PersonId!.Value, true, Ct));
        Assert.Equal(Role.Dpo, (await portal.ReadAsync(Auditor)).Role);
    }

    [Fact]
    public async Task A_disabled_DPO_comes_back_as_one_only_by_the_word_of_a_DPO()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, Dpo, Deputy);
        Assert.Null(await portal.Desk.DisableAsync(Admin, Deputy.PersonId!.Value, Ct));
        Assert.Null(await portal.Desk.EnableAsync(Admin, Deputy.PersonId!.Value, Ct));
        var back = await portal.ReadAsync(Deputy);
        Assert.Equal((true, Role.Auditor, true), (back.IsActive, back.Role, back.ProposedAsDpo));

        Assert.Null(await portal.Desk.AnswerProposalAsync(Dpo, Deputy.PersonId!.Value, true, Ct));
        Assert.Equal(Role.Dpo, (await portal.ReadAsync(Deputy)).Role);
    }

    [Fact]
    public async Task Who_proposed_somebody_as_an_administrator_does_not_confirm_them_as_a_DPO()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, OtherAdmin, Dpo, Auditor);
        Assert.Null(await portal.Desk.ChangeRoleAsync(Admin, Auditor.PersonId!.Value, Role.Dpo, Ct));
        var proposerAsDpo = Actor.User(Admin.PersonId!.Value, Admin.Name, Role.Dpo);
        Assert.Equal(Refusal.SamePerson, await portal.Desk.AnswerProposalAsync(proposerAsDpo, Auditor.PersonId!.Value, true, Ct));
        Assert.Null(await portal.Desk.AnswerProposalAsync(Dpo, Auditor.PersonId!.Value, true, Ct));
    }

    [Fact]
    public async Task Who_gave_somebody_a_way_in_is_no_second_person_beside_them_for_a_week()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, OtherAdmin, Dpo);
        Assert.True(await AreTwoAsync(Admin, OtherAdmin));
        Assert.Null(await portal.Desk.ResetTwoFactorAsync(Admin, OtherAdmin.PersonId!.Value, Ct));
        Assert.False(await AreTwoAsync(Admin, OtherAdmin));
        Assert.False(await AreTwoAsync(OtherAdmin, Admin));
        Assert.True(await AreTwoAsync(OtherAdmin, Dpo));

        portal.Portal.Clock.Advance(AccountQueries.Acquaintance);
        Assert.True(await AreTwoAsync(Admin, OtherAdmin));
        var link = (await portal.InScopeAsync<InvitationDesk, Reply<IssuedInvitation>>(d => d.IssuePasswordLinkAsync(Admin, OtherAdmin.PersonId!.Value, Ct))).Value!;
        Assert.True(await AreTwoAsync(Admin, OtherAdmin));
        Assert.Null((await portal.InScopeAsync<EnrolmentDesk, Reply<PortalUser>>(d => d.AcceptAsync(link.Token, OtherAdmin.Name, "en", "velvet tram orchard", Ct))).Refusal);
        Assert.False(await AreTwoAsync(Admin, OtherAdmin));

        async Task<bool> AreTwoAsync(Actor one, Actor other)
        {
            await using var db = portal.Portal.Db();
            return await AccountQueries.AreTwoAsync(db, one.PersonId, other.PersonId, portal.Portal.Clock.Now, Ct);
        }
    }

    [Fact]
    public async Task A_DPO_who_says_no_leaves_the_role_as_it_was()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, Dpo, Auditor);
        await portal.Desk.ChangeRoleAsync(Admin, Auditor.PersonId!.Value, Role.Dpo, Ct);
        Assert.Null(await portal.Desk.AnswerProposalAsync(Dpo, Auditor.PersonId!.Value, false, Ct));
        Assert.Equal(Role.Auditor, (await portal.ReadAsync(Auditor)).Role);
        Assert.Equal(Refusal.WrongState, await portal.Desk.AnswerProposalAsync(Dpo, Auditor.PersonId!.Value, true, Ct));
    }

    [Fact]
    public async Task What_takes_something_away_ends_the_sessions()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, Dpo, Auditor);
        var stamps = new List<string?> { (await portal.ReadAsync(Auditor)).SecurityStamp };
        foreach (var verb in new Func<Task<Refusal?>>[]
        {
            () => portal.Desk.SignOutEverywhereAsync(Admin, Auditor.PersonId!.Value, Ct),
            () => portal.Desk.ResetTwoFactorAsync(Admin, Auditor.PersonId!.Value, Ct),
            () => portal.Desk.ChangeRoleAsync(Admin, Auditor.PersonId!.Value, Role.Administrator, Ct),
            () => portal.Desk.DisableAsync(Admin, Auditor.PersonId!.Value, Ct),
            () => portal.Desk.EnableAsync(Admin, Auditor.PersonId!.Value, Ct),
        })
        {
            Assert.Null(await verb());
            stamps.Add((await portal.ReadAsync(Auditor)).SecurityStamp);
        }

        Assert.Equal(stamps.Count, stamps.Distinct().Count());
    }

    [Fact]
    public async Task Every_verb_is_in_the_audit_log_and_a_refused_one_is_not()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, Dpo, Auditor);
        await portal.Desk.DisableAsync(Admin, Auditor.PersonId!.Value, Ct);
        await portal.Desk.DisableAsync(Admin, Dpo.PersonId!.Value, Ct);
        await portal.Desk.RequireTwoFactorAsync(Admin, Role.Dpo, true, Ct);
        await using var db = portal.Portal.Db();
        var entries = await db.Set<AuditEntry>().OrderBy(e => e.Sequence).Select(e => $"{e.ActorName} {e.Category} {e.Name} {e.About}").ToListAsync();
        Assert.Equal([$"Alice Admin account disabled {Auditor.PersonId:d}", "Alice Admin account two-factor-required Dpo"], entries);
        Assert.True((await portal.Portal.Get<AuditQueries>().VerifyAsync(Auditor, Ct)).Value!.Intact);
    }
}

/// <summary>Shortens the scoped verbs for the table above.</summary>
public sealed class AccountsPortalVerbs
{
    internal AccountsPortalVerbs(AccountsPortal portal) => Portal = portal;

    internal AccountsPortal Portal { get; }

    internal AccountDesk Desk => Portal.Desk;

    internal Task<T> Invitations<T>(Func<InvitationDesk, Task<T>> work) => Portal.InScopeAsync(work);

    internal Task<Reply<IssuedInvitation>> InviteAsync(Actor actor, Role role, string email = "new@example.com") =>
        Invitations(d => d.InviteAsync(actor, new NewInvitation(email, "Nadia New", role), CancellationToken.None));
}
