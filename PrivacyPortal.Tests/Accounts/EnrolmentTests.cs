using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using static PrivacyPortal.Tests.Support.TestPortal;

namespace PrivacyPortal.Tests.Accounts;

public partial class EnrolmentTests
{
    private const string Good = "velvet tram orchard";
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task The_set_up_link_makes_the_first_administrator_once()
    {
        await using var portal = await AccountsPortal.StartAsync();
        await portal.Portal.Get<FirstRun>().AnnounceAsync(Ct);
        var token = Token().Match(portal.Console.Single()).Groups[1].Value;

        Assert.Equal(Refusal.NotFound, (await SetUpAsync(portal, "not-the-token")).Refusal);
        Assert.Equal(Role.Administrator, (await SetUpAsync(portal, token)).Value!.Role);
        Assert.Equal(Refusal.NotFound, (await SetUpAsync(portal, token)).Refusal);
    }

    [Fact]
    public async Task The_set_up_link_used_twice_at_once_makes_one_administrator()
    {
        await using var portal = await AccountsPortal.StartAsync();
        await portal.Portal.Get<FirstRun>().AnnounceAsync(Ct);
        var token = Token().Match(portal.Console.Single()).Groups[1].Value;
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => SetUpAsync(portal, token, $"a{i}@example.com"))));
        Assert.Single(made, m => m.Value is not null);
        await using var db = portal.Portal.Db();
        Assert.Equal(1, await db.Set<PortalUser>().CountAsync());
    }

    [Fact]
    public async Task There_is_no_set_up_link_once_there_is_a_user()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin);
        await portal.Portal.Get<FirstRun>().AnnounceAsync(Ct);
        Assert.Empty(portal.Console);
        Assert.Equal(Refusal.NotFound, (await SetUpAsync(portal, "")).Refusal);
    }

    [Fact]
    public async Task An_invitation_lets_one_person_in_once_and_looking_does_not_use_it()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin);
        var token = (await InviteAsync(portal, Role.Auditor)).Token;
        for (var look = 0; look < 3; look++)
        {
            Assert.Null((await portal.InScopeAsync<EnrolmentDesk, OpenInvitation?>(d => d.FindAsync(token, Ct)))!.Hindrance);
        }

        Assert.Equal(Role.Auditor, (await AcceptAsync(portal, token)).Value!.Role);
        Assert.Equal(Refusal.NotFound, (await AcceptAsync(portal, token)).Refusal);
        Assert.Null(await portal.InScopeAsync<EnrolmentDesk, OpenInvitation?>(d => d.FindAsync(token, Ct)));
    }

    [Fact]
    public async Task A_form_sent_twice_lets_one_person_in_and_is_told_that_the_link_is_used()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin);
        var token = (await InviteAsync(portal, Role.Auditor)).Token;
        var second = await portal.InScopeAsync<EnrolmentDesk, Reply<PortalUser>>(async desk =>
        {
            // The page looks before it accepts.
            await desk.FindAsync(token, Ct);
            Assert.NotNull((await AcceptAsync(portal, token)).Value);
            return await desk.AcceptAsync(token, "Nadia New", "fr", Good, Ct);
        });
        Assert.Equal(Refusal.NotFound, second.Refusal);
    }

    [Fact]
    public async Task An_invitation_ends_after_seven_days_and_a_new_link_kills_the_old_one()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin);
        var first = await InviteAsync(portal, Role.Auditor);
        portal.Portal.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(Refusal.TooLate, (await AcceptAsync(portal, first.Token)).Refusal);

        var second = (await portal.InScopeAsync<InvitationDesk, Reply<IssuedInvitation>>(d => d.RenewAsync(Admin, first.Id, Ct))).Value!;
        Assert.Equal(Refusal.NotFound, (await AcceptAsync(portal, first.Token)).Refusal);
        Assert.NotNull((await AcceptAsync(portal, second.Token)).Value);
    }

    [Fact]
    public async Task A_cancelled_invitation_lets_nobody_in()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin);
        var invitation = await InviteAsync(portal, Role.Auditor);
        Assert.Null(await portal.InScopeAsync<InvitationDesk, Refusal?>(d => d.CancelAsync(Admin, invitation.Id, Ct)));
        Assert.Equal(Refusal.NotFound, (await AcceptAsync(portal, invitation.Token)).Refusal);
    }

    [Fact]
    public async Task The_first_DPO_comes_in_by_an_administrator_and_the_next_by_a_DPO()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin);
        var first = await InviteAsync(portal, Role.Dpo, "first@example.com");
        var second = await InviteAsync(portal, Role.Dpo, "second@example.com");
        Assert.False(first.NeedsConfirmation);
        var dpo = (await AcceptAsync(portal, first.Token)).Value!.ToActor();

        // Invited before there was a DPO, but there is one now.
        Assert.Equal(Refusal.Incomplete, (await AcceptAsync(portal, second.Token)).Refusal);
        var agreed = await AgreeAsync(portal, dpo, second.Id);

        // The administrator's link is dead; only the DPO holds one that opens.
        Assert.Equal(Refusal.NotFound, (await AcceptAsync(portal, second.Token)).Refusal);
        Assert.Equal(Role.Dpo, (await AcceptAsync(portal, agreed.Token)).Value!.Role);
    }

    [Fact]
    public async Task An_administrator_never_holds_a_link_to_a_further_DPO()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, Dpo);
        var invitation = await InviteAsync(portal, Role.Dpo);
        Assert.Null(invitation.Token);
        await AgreeAsync(portal, Dpo, invitation.Id);

        // A renewal is a new question to the DPO.
        var renewed = (await portal.InScopeAsync<InvitationDesk, Reply<IssuedInvitation>>(d => d.RenewAsync(Admin, invitation.Id, Ct))).Value!;
        Assert.Null(renewed.Token);
        Assert.Null(await portal.InScopeAsync<InvitationDesk, Refusal?>(d => d.DeclineAsync(Dpo, invitation.Id, Ct)));
        Assert.Equal(Refusal.WrongState, (await portal.InScopeAsync<InvitationDesk, Reply<IssuedInvitation>>(d => d.AgreeAsync(Dpo, invitation.Id, Ct))).Refusal);
    }

    [Fact]
    public async Task A_password_link_sets_a_new_password_once_and_ends_the_sessions()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, Auditor);
        var before = await portal.ReadAsync(Auditor);
        var first = await PasswordLinkAsync(portal, Auditor);
        var second = await PasswordLinkAsync(portal, Auditor);
        Assert.Equal(Refusal.NotFound, (await AcceptAsync(portal, first.Value!.Token)).Refusal);
        Assert.Equal(Auditor.PersonId, (await AcceptAsync(portal, second.Value!.Token)).Value!.Id);
        Assert.Equal(Refusal.NotFound, (await AcceptAsync(portal, second.Value!.Token)).Refusal);

        var after = await portal.ReadAsync(Auditor);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);
        Assert.NotNull(after.PasswordHash);
        Assert.Equal(before.DisplayName, after.DisplayName);
    }

    [Fact]
    public async Task A_DPOs_new_password_takes_another_DPO()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin, Dpo);
        Assert.Equal(Refusal.Separation, (await PasswordLinkAsync(portal, Dpo)).Refusal);
        Assert.Equal(Refusal.SamePerson, (await PasswordLinkAsync(portal, Admin)).Refusal);

        await Support.SignedIn.AccountAsync(portal.Services, Deputy);
        var asked = (await PasswordLinkAsync(portal, Dpo)).Value!;
        Assert.Null(asked.Token);
        Assert.Equal(Refusal.SamePerson, (await portal.InScopeAsync<InvitationDesk, Reply<IssuedInvitation>>(d => d.AgreeAsync(Dpo, asked.Id, Ct))).Refusal);
        Assert.NotNull((await AcceptAsync(portal, (await AgreeAsync(portal, Deputy, asked.Id)).Token)).Value);
    }

    [Fact]
    public async Task The_same_address_is_not_invited_twice()
    {
        await using var portal = await AccountsPortal.StartAsync(Admin);
        await InviteAsync(portal, Role.Auditor);
        var again = await portal.InScopeAsync<InvitationDesk, Reply<IssuedInvitation>>(
            d => d.InviteAsync(Admin, new NewInvitation("NEW@example.com", "Nadia New", Role.Auditor), Ct));
        Assert.Equal(Refusal.Duplicate, again.Refusal);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b@c")]
    [InlineData("Nadia <nadia@example.com>")]
    [InlineData("")]
    public async Task Only_an_address_is_invited(string email)
    {
        await using var portal = await AccountsPortal.StartAsync(Admin);
        var invited = await portal.InScopeAsync<InvitationDesk, Reply<IssuedInvitation>>(d => d.InviteAsync(Admin, new NewInvitation(email, "Nadia", Role.Auditor), Ct));
        Assert.Equal(Refusal.Invalid, invited.Refusal);
    }

    [Theory]
    [InlineData("short", PasswordFault.TooShort)]
    [InlineData("password1234", PasswordFault.Obvious)]
    [InlineData("P@ssw0rd12345", PasswordFault.Obvious)]
    [InlineData("motdepasse2026", PasswordFault.Obvious)]
    [InlineData("azertyuiop123", PasswordFault.Obvious)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordFault.Obvious)]
    [InlineData("NadiaNew123456", PasswordFault.Obvious)]
    [InlineData("PrivacyPortal2026!", PasswordFault.Obvious)]
    [InlineData(Good, null)]
    [InlineData("7hf-Kp2.wq9_zL", null)]
    [InlineData("le tramway sent la violette", null)]
    public void Obvious_passwords_are_refused(string password, PasswordFault? fault) => Assert.Equal(fault, Passwords.FaultOf(password, "nadia@example.com", "Nadia New"));

    private static Task<Reply<PortalUser>> SetUpAsync(AccountsPortal portal, string token, string email = "alice@example.com") =>
        portal.InScopeAsync<EnrolmentDesk, Reply<PortalUser>>(d => d.SetUpAsync(token, email, "Alice", "fr", Good, Ct));

    private static async Task<IssuedInvitation> AgreeAsync(AccountsPortal portal, Actor dpo, Guid id) =>
        (await portal.InScopeAsync<InvitationDesk, Reply<IssuedInvitation>>(d => d.AgreeAsync(dpo, id, Ct))).Value!;

    private static Task<Reply<IssuedInvitation>> PasswordLinkAsync(AccountsPortal portal, Actor person) =>
        portal.InScopeAsync<InvitationDesk, Reply<IssuedInvitation>>(d => d.IssuePasswordLinkAsync(Admin, person.PersonId!.Value, Ct));

    private static Task<Reply<PortalUser>> AcceptAsync(AccountsPortal portal, string? token) =>
        portal.InScopeAsync<EnrolmentDesk, Reply<PortalUser>>(d => d.AcceptAsync(token, "Nadia New", "fr", Good, Ct));

    private static async Task<IssuedInvitation> InviteAsync(AccountsPortal portal, Role role, string email = "new@example.com") =>
        (await portal.InScopeAsync<InvitationDesk, Reply<IssuedInvitation>>(d => d.InviteAsync(Admin, new NewInvitation(email, "Nadia New", role), Ct))).Value!;

    [GeneratedRegex(@"/setup\?token=(\S+)")]
    private static partial Regex Token();
}
