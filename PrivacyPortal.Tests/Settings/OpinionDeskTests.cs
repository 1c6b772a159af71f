using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Settings.SettingCatalogue;

namespace PrivacyPortal.Tests.Settings;

public class OpinionDeskTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_favourable_opinion_puts_the_loosening_in_force()
    {
        await using var desks = await Desks.OpenAsync();
        var id = (await desks.PublishAsync(Slot.Organisation(Geolocation), SettingValue.On)).Proposal!.Value;
        Assert.Null(await desks.Opinions.AdviseAsync(TestPortal.Dpo, id, true, "Country only is proportionate", 1, Ct));
        Assert.True((await desks.NowAsync(Geolocation)).IsOn);
        var sheet = await desks.SheetAsync();
        Assert.Equal((ProposalStatus.Published, 2), (sheet.Proposals.Single().Status, sheet.Proposals.Single().Revision));
        Assert.Equal((RevisionOrigin.Advised, id), (sheet.Ledger.Revisions[^1].Origin, sheet.Ledger.Revisions[^1].Proposal));
    }

    [Fact]
    public async Task After_an_unfavourable_opinion_only_a_second_administrator_publishes_with_managements_name_and_reason()
    {
        await using var desks = await Desks.OpenAsync();
        var id = (await desks.PublishAsync(Slot.Organisation(Geolocation), SettingValue.On)).Proposal!.Value;
        Assert.Null(await desks.Opinions.AdviseAsync(TestPortal.Dpo, id, false, "No need shown", 1, Ct));
        Assert.False((await desks.NowAsync(Geolocation)).IsOn);

        Assert.Equal(Refusal.SamePerson, await desks.Opinions.OverruleAsync(TestPortal.Admin, id, "The director", "Logistics", 1, Ct));
        Assert.Equal(Refusal.ReasonMissing, await desks.Opinions.OverruleAsync(TestPortal.OtherAdmin, id, "", "Logistics", 1, Ct));
        Assert.Equal(Refusal.ReasonMissing, await desks.Opinions.OverruleAsync(TestPortal.OtherAdmin, id, "The director", " ", 1, Ct));
        Assert.Null(await desks.Opinions.OverruleAsync(TestPortal.OtherAdmin, id, "The director", "Logistics", 1, Ct));

        Assert.True((await desks.NowAsync(Geolocation)).IsOn);
        var kept = (await desks.SheetAsync()).Proposals.Single();
        Assert.Equal(
            (ProposalStatus.PublishedAgainstAdvice, "No need shown", "The director", "Logistics"),
            (kept.Status, kept.Opinion!.Text, kept.ManagementName, kept.Override!.Text));
    }

    [Fact]
    public async Task A_second_administrator_to_whom_the_first_gave_a_way_in_does_not_overrule_within_the_week()
    {
        await using var desks = await Desks.OpenAsync();
        var id = (await desks.PublishAsync(Slot.Organisation(Geolocation), SettingValue.On)).Proposal!.Value;
        Assert.Null(await desks.Opinions.AdviseAsync(TestPortal.Dpo, id, false, "No need shown", 1, Ct));
        await using (var db = desks.Portal.Db())
        {
            await desks.Portal.Get<AuditLog>().SaveAsync(db, Ct, new AuditFact(TestPortal.Admin, "account", "two-factor-reset", TestPortal.OtherAdmin.PersonId!.Value.ToString("d")));
        }

        Assert.Equal(Refusal.IdentityUnverified, await desks.Opinions.OverruleAsync(TestPortal.OtherAdmin, id, "The director", "Logistics", 1, Ct));
        desks.Portal.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Null(await desks.Opinions.OverruleAsync(TestPortal.OtherAdmin, id, "The director", "Logistics", 1, Ct));
    }

    [Fact]
    public async Task Without_an_opinion_nobody_overrules()
    {
        await using var desks = await Desks.OpenAsync();
        var id = (await desks.PublishAsync(Slot.Organisation(Geolocation), SettingValue.On)).Proposal!.Value;
        Assert.Equal(Refusal.WrongState, await desks.Opinions.OverruleAsync(TestPortal.OtherAdmin, id, "The director", "Logistics", 1, Ct));
    }

    [Fact]
    public async Task Four_eyes_compares_persons_so_who_proposed_as_an_administrator_does_not_advise_as_a_DPO()
    {
        await using var desks = await Desks.OpenAsync();
        var id = (await desks.PublishAsync(Slot.Organisation(Geolocation), SettingValue.On)).Proposal!.Value;
        var samePersonAsDpo = Actor.User(TestPortal.Admin.PersonId!.Value, "Alice", Role.Dpo);
        Assert.Equal(Refusal.SamePerson, await desks.Opinions.AdviseAsync(samePersonAsDpo, id, true, "Fine", 1, Ct));

        await desks.Opinions.AdviseAsync(TestPortal.Dpo, id, false, "No", 1, Ct);
        var adviserAsAdministrator = Actor.User(TestPortal.Dpo.PersonId!.Value, "Dora", Role.Administrator);
        Assert.Equal(Refusal.SamePerson, await desks.Opinions.OverruleAsync(adviserAsAdministrator, id, "The director", "Logistics", 1, Ct));
    }

    [Fact]
    public async Task An_opinion_is_given_in_words_on_what_is_there_now_and_once()
    {
        await using var desks = await Desks.OpenAsync();
        var id = (await desks.PublishAsync(Slot.Organisation(Geolocation), SettingValue.On)).Proposal!.Value;
        await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(90));
        Assert.Equal(Refusal.ReasonMissing, await desks.Opinions.AdviseAsync(TestPortal.Dpo, id, true, "", 2, Ct));
        Assert.Equal(Refusal.Stale, await desks.Opinions.AdviseAsync(TestPortal.Dpo, id, true, "Seen the old state", 1, Ct));
        Assert.Null(await desks.Opinions.AdviseAsync(TestPortal.Dpo, id, true, "Seen the new state", 2, Ct));
        Assert.Equal(Refusal.WrongState, await desks.Opinions.AdviseAsync(TestPortal.Deputy, id, false, "Too late", 3, Ct));
        Assert.Equal(Refusal.NotFound, await desks.Opinions.AdviseAsync(TestPortal.Dpo, Guid.NewGuid(), true, "Which", 3, Ct));
    }

    [Fact]
    public async Task A_proposal_lapses_when_what_it_would_change_is_changed_meanwhile()
    {
        await using var desks = await Desks.OpenAsync();
        var id = (await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(365))).Proposal!.Value;
        await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(60), by: TestPortal.OtherAdmin);
        Assert.Equal(ProposalStatus.Lapsed, (await desks.SheetAsync()).Proposals.Single().Status);
        Assert.Equal(Refusal.WrongState, await desks.Opinions.AdviseAsync(TestPortal.Dpo, id, true, "Fine", 2, Ct));
        Assert.Equal(60, (await desks.NowAsync(RetentionChat)).Number);
    }

    [Fact]
    public async Task A_loosening_with_a_date_waits_for_both_opinion_and_date()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.LoosenAsync(Slot.Organisation(Geolocation), SettingValue.On, new DateOnly(2027, 1, 4));
        Assert.False((await desks.NowAsync(Geolocation)).IsOn);
        desks.Portal.Clock.Now = new DateTimeOffset(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);
        Assert.True((await desks.NowAsync(Geolocation)).IsOn);
    }

    [Fact]
    public async Task A_withdrawn_proposal_is_over()
    {
        await using var desks = await Desks.OpenAsync();
        var id = (await desks.PublishAsync(Slot.Organisation(Geolocation), SettingValue.On)).Proposal!.Value;
        Assert.Null(await desks.Opinions.WithdrawAsync(TestPortal.OtherAdmin, id, 1, Ct));
        Assert.Equal(Refusal.WrongState, await desks.Opinions.AdviseAsync(TestPortal.Dpo, id, true, "Fine", 1, Ct));
        Assert.Equal(Refusal.WrongState, await desks.Opinions.WithdrawAsync(TestPortal.Admin, id, 1, Ct));
    }

    [Fact]
    public async Task Only_a_DPO_advises_and_only_an_administrator_overrules_or_withdraws()
    {
        await using var desks = await Desks.OpenAsync();
        var id = (await desks.PublishAsync(Slot.Organisation(Geolocation), SettingValue.On)).Proposal!.Value;
        foreach (var actor in new[] { TestPortal.OtherAdmin, TestPortal.Auditor, Actor.Anonymous })
        {
            Assert.Equal(Refusal.Forbidden, await desks.Opinions.AdviseAsync(actor, id, true, "Fine", 1, Ct));
        }

        foreach (var actor in new[] { TestPortal.Dpo, TestPortal.Auditor, Actor.Anonymous })
        {
            Assert.Equal(Refusal.Forbidden, await desks.Opinions.OverruleAsync(actor, id, "Director", "Wanted", 1, Ct));
            Assert.Equal(Refusal.Forbidden, await desks.Opinions.WithdrawAsync(actor, id, 1, Ct));
        }
    }
}
