using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Audit;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Settings.SettingCatalogue;

namespace PrivacyPortal.Tests.Settings;

public class SettingsDeskTests
{
    [Fact]
    public async Task First_edits_made_at_once_all_come_into_one_draft()
    {
        await using var desks = await Desks.OpenAsync();
        SwitchSetting[] settings = [Geolocation, Mirroring, Cobrowsing, ChatHistory];
        var done = await Task.WhenAll(settings.Select(s => Task.Run(() => desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(s), SettingValue.On, null, Ct))));
        Assert.All(done, Assert.Null);
        Assert.Equal(settings.Length, (await desks.SheetAsync()).Draft.Changes.Count);
    }

    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task The_catalogues_defaults_are_the_first_revision_and_are_recorded_once()
    {
        await using var desks = await Desks.OpenAsync();
        Assert.Null(await desks.Settings.RecordCatalogueAsync(Actor.System("settings"), Ct));
        var ledger = (await desks.SheetAsync()).Ledger;
        var revision = Assert.Single(ledger.Revisions);
        Assert.Equal((1, RevisionOrigin.Catalogue, All.Count), (revision.Number, revision.Origin, revision.Changes.Count));
    }

    [Fact]
    public async Task A_tightening_is_in_force_at_once_with_who_when_and_why()
    {
        await using var desks = await Desks.OpenAsync();
        var published = await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(90));
        Assert.Equal(new Published(2, null), published);
        Assert.Equal(90, (await desks.NowAsync(RetentionChat)).Number);
        var revision = (await desks.SheetAsync()).Ledger.Revisions[^1];
        Assert.Equal((TestPortal.Admin.PersonId, TestPortal.Admin.Name, "Because the test says so"), (revision.PublishedBy, revision.PublishedByName, revision.Reason));
        Assert.Equal(SettingValue.Of(90), Assert.Single(revision.Changes).To);
    }

    [Fact]
    public async Task A_loosening_changes_nothing_until_the_DPO_has_spoken()
    {
        await using var desks = await Desks.OpenAsync();
        var published = await desks.PublishAsync(Slot.Organisation(Geolocation), SettingValue.On);
        Assert.Null(published.Revision);
        Assert.NotNull(published.Proposal);
        Assert.False((await desks.NowAsync(Geolocation)).IsOn);
    }

    [Fact]
    public async Task Of_a_mixed_draft_the_tightening_takes_effect_and_the_loosening_waits()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(Geolocation), SettingValue.On, null, Ct);
        var published = await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(90));
        Assert.Equal(90, (await desks.NowAsync(RetentionChat)).Number);
        Assert.False((await desks.NowAsync(Geolocation)).IsOn);
        Assert.Equal(Geolocation.Key, Assert.Single((await desks.SheetAsync()).Open.Single(p => p.Id == published.Proposal).Changes).Slot.Key);
    }

    [Fact]
    public async Task Lengthening_a_retention_is_a_loosening()
    {
        await using var desks = await Desks.OpenAsync();
        Assert.NotNull((await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(181))).Proposal);
    }

    [Fact]
    public async Task Calls_are_kept_six_months_at_most_and_nothing_for_ever()
    {
        await using var desks = await Desks.OpenAsync();
        Assert.Equal(Refusal.Invalid, await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(RetentionCall), SettingValue.Of(181), null, Ct));
        Assert.Equal(Refusal.Invalid, await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(RetentionChat), SettingValue.Of(100_000), null, Ct));
    }

    [Fact]
    public async Task What_the_law_fixes_cannot_be_changed()
    {
        await using var desks = await Desks.OpenAsync();
        Assert.Equal(Refusal.Invalid, await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(BotDisclosure), SettingValue.Off, null, Ct));
        Assert.Equal(Refusal.Invalid, await desks.Settings.EditAsync(TestPortal.Admin, Slot.Country(BotDisclosure, "FR"), SettingValue.Off, null, Ct));
    }

    [Fact]
    public async Task A_scheduled_tightening_takes_effect_on_its_day_at_the_controllers()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(90), new DateOnly(2026, 12, 1));
        Assert.Equal(180, (await desks.NowAsync(RetentionChat)).Number);

        // Paris is an hour ahead: its first of December begins at 23:00 UTC.
        desks.Portal.Clock.Now = new DateTimeOffset(2026, 11, 30, 22, 59, 59, TimeSpan.Zero);
        Assert.Equal(180, (await desks.NowAsync(RetentionChat)).Number);
        desks.Portal.Clock.Now = new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(90, (await desks.NowAsync(RetentionChat)).Number);
    }

    [Fact]
    public async Task Nothing_can_take_effect_in_the_past()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(RetentionChat), SettingValue.Of(90), null, Ct);
        Assert.Equal(Refusal.TooLate, (await desks.Settings.PublishAsync(TestPortal.Admin, "Backdated", new DateOnly(2026, 11, 19), Ct)).Refusal);
    }

    [Fact]
    public async Task A_value_between_a_scheduled_one_and_todays_is_a_loosening_all_the_same()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.LoosenAsync(Slot.Organisation(RetentionChat), SettingValue.Of(365), new DateOnly(2026, 12, 1));
        Assert.NotNull((await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(300))).Proposal);
        Assert.Equal(180, (await desks.NowAsync(RetentionChat)).Number);
    }

    [Fact]
    public async Task What_was_tightened_last_is_not_loosened_by_what_was_scheduled_before()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.LoosenAsync(Slot.Organisation(RetentionChat), SettingValue.Of(365), new DateOnly(2026, 12, 1));
        await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(60));
        desks.Portal.Clock.Now = new DateTimeOffset(2026, 12, 24, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(60, (await desks.NowAsync(RetentionChat)).Number);
    }

    [Fact]
    public async Task The_second_of_two_drafts_is_told_what_changed_and_overwrites_nothing_unseen()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(RetentionChat), SettingValue.Of(120), null, Ct);
        await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(60), by: TestPortal.OtherAdmin);

        Assert.Equal(Refusal.Stale, (await desks.Settings.PublishAsync(TestPortal.Admin, "Mine", null, Ct)).Refusal);
        Assert.True((await desks.SheetAsync()).Behind);
        Assert.Equal(60, (await desks.NowAsync(RetentionChat)).Number);

        Assert.Equal(Refusal.Stale, await desks.Settings.RebaseAsync(TestPortal.Admin, 1, Ct));
        Assert.Null(await desks.Settings.RebaseAsync(TestPortal.Admin, 2, Ct));
        Assert.Equal(SettingValue.Of(60), Assert.Single((await desks.SheetAsync()).Draft.Changes).From);

        // Seen against 60 days, 120 is a loosening now.
        Assert.NotNull((await desks.Settings.PublishAsync(TestPortal.Admin, "Mine", null, Ct)).Value!.Proposal);
    }

    [Fact]
    public async Task An_earlier_revision_can_be_proposed_again_and_takes_the_way_of_any_draft()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(90));
        await desks.PublishAsync(Slot.Organisation(RetentionBot), SettingValue.Of(7));
        Assert.Null(await desks.Settings.ProposeAgainAsync(TestPortal.Admin, 2, Ct));
        var change = Assert.Single((await desks.SheetAsync()).Draft.Changes);
        Assert.Equal((RetentionBot.Key, (SettingValue?)null), (change.Slot.Key, change.To));
        Assert.NotNull((await desks.Settings.PublishAsync(TestPortal.Admin, "Back again", null, Ct)).Value!.Proposal);
    }

    [Fact]
    public async Task Individual_statistics_ask_for_a_purpose_and_for_staff_and_works_council_to_be_told_first()
    {
        await using var desks = await Desks.OpenAsync();
        var slot = Slot.Organisation(AdvisorStatistics);
        await desks.Settings.EditAsync(TestPortal.Admin, slot, new("individual"), null, Ct);
        Assert.Equal(Refusal.Incomplete, (await desks.Settings.PublishAsync(TestPortal.Admin, "Coaching", null, Ct)).Refusal);

        await desks.Settings.EditAsync(TestPortal.Admin, slot, new("individual"), Told("2026-11-25"), Ct);
        Assert.Equal(Refusal.Invalid, (await desks.Settings.PublishAsync(TestPortal.Admin, "Coaching", null, Ct)).Refusal);
        Assert.Null((await desks.Settings.PublishAsync(TestPortal.Admin, "Coaching", new DateOnly(2026, 12, 1), Ct)).Refusal);

        static Dictionary<EvidenceKind, string> Told(string day) =>
            new() { [EvidenceKind.Purpose] = "Coaching", [EvidenceKind.StaffTold] = day, [EvidenceKind.WorksCouncilTold] = "2026-11-02" };
    }

    [Theory]
    [InlineData("conversation.mirroring", "on")]
    [InlineData("advisor.supervisor", "on")]
    [InlineData("call.recording", "sampled")]
    [InlineData("call.recording", "contract")]
    public async Task Mirroring_supervision_and_recording_ask_for_their_impact_assessment(string key, string value)
    {
        await using var desks = await Desks.OpenAsync();
        await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(Find(key)!), new(value), null, Ct);
        Assert.Equal(Refusal.Incomplete, (await desks.Settings.PublishAsync(TestPortal.Admin, "Wanted", null, Ct)).Refusal);
    }

    [Fact]
    public async Task Four_eyes_on_erasures_need_two_DPOs()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(ErasureApproval), new("two"), null, Ct);
        await HireAsync("dora@example.com");
        Assert.Equal(Refusal.Separation, (await desks.Settings.PublishAsync(TestPortal.Admin, "Safer", null, Ct)).Refusal);
        await HireAsync("denis@example.com");
        Assert.Null((await desks.Settings.PublishAsync(TestPortal.Admin, "Safer", null, Ct)).Refusal);
        Assert.True((await desks.NowAsync(ErasureApproval)).Has("two"));

        async Task HireAsync(string email)
        {
            await using var db = desks.Portal.Db();
            db.Add(PortalUser.Create(email, email, Role.Dpo, "en", desks.Portal.Clock.Now));
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task A_reason_is_asked_for()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(RetentionChat), SettingValue.Of(90), null, Ct);
        Assert.Equal(Refusal.ReasonMissing, (await desks.Settings.PublishAsync(TestPortal.Admin, " ", null, Ct)).Refusal);
    }

    [Fact]
    public async Task A_discarded_draft_and_a_value_put_back_leave_nothing_to_publish()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(RetentionChat), SettingValue.Of(90), null, Ct);
        await desks.Settings.EditAsync(TestPortal.Admin, Slot.Organisation(RetentionChat), null, null, Ct);
        Assert.Empty((await desks.SheetAsync()).Draft.Changes);
        Assert.Equal(Refusal.NotFound, (await desks.Settings.PublishAsync(TestPortal.Admin, "Nothing", null, Ct)).Refusal);
        Assert.Null(await desks.Settings.DiscardAsync(TestPortal.Admin, Ct));
        Assert.Equal(Refusal.NotFound, await desks.Settings.DiscardAsync(TestPortal.Admin, Ct));
    }

    [Fact]
    public async Task Every_revision_is_in_the_audit_log_with_its_digest()
    {
        await using var desks = await Desks.OpenAsync();
        await desks.PublishAsync(Slot.Organisation(RetentionChat), SettingValue.Of(90));
        var revision = (await desks.SheetAsync()).Ledger.Revisions[^1];
        var page = await desks.Portal.Get<AuditQueries>().PageAsync(TestPortal.Auditor, new AuditFilter("settings", "settings-2"), 0, 10, Ct);
        Assert.Contains(revision.Digest(), Assert.Single(page.Value!.Entries).Payload, StringComparison.Ordinal);
        Assert.True((await desks.Portal.Get<AuditQueries>().VerifyAsync(TestPortal.Auditor, Ct)).Value!.Intact);
    }

    [Fact]
    public async Task Only_an_administrator_changes_settings_and_everybody_on_the_staff_sees_them()
    {
        await using var desks = await Desks.OpenAsync();
        foreach (var actor in new[] { TestPortal.Dpo, TestPortal.Auditor, Actor.Anonymous })
        {
            Assert.Equal(Refusal.Forbidden, await desks.Settings.EditAsync(actor, Slot.Organisation(Geolocation), SettingValue.Off, null, Ct));
            Assert.Equal(Refusal.Forbidden, await desks.Settings.DiscardAsync(actor, Ct));
            Assert.Equal(Refusal.Forbidden, await desks.Settings.RebaseAsync(actor, 1, Ct));
            Assert.Equal(Refusal.Forbidden, await desks.Settings.ProposeAgainAsync(actor, 1, Ct));
            Assert.Equal(Refusal.Forbidden, (await desks.Settings.PublishAsync(actor, "No", null, Ct)).Refusal);
            Assert.Equal(Refusal.Forbidden, await desks.Settings.RecordCatalogueAsync(actor, Ct));
        }

        Assert.Null((await desks.Queries.SheetAsync(TestPortal.Dpo, Ct)).Refusal);
        Assert.Null((await desks.Queries.SheetAsync(TestPortal.Auditor, Ct)).Refusal);
        Assert.Equal(Refusal.Forbidden, (await desks.Queries.SheetAsync(Actor.Anonymous, Ct)).Refusal);
    }
}
