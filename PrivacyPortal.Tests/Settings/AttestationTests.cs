using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Language;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Settings;

public class AttestationTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task It_says_what_was_in_force_then_for_that_scope_and_is_signed()
    {
        await using var desks = await Desks.OpenAsync();
        var site = await desks.SiteAsync();
        await desks.PublishAsync(Slot.OfSite(SettingCatalogue.RetentionChat, site), SettingValue.Of(30));
        var then = desks.Portal.Clock.Now;
        desks.Portal.Clock.Advance(TimeSpan.FromDays(3));
        await desks.PublishAsync(Slot.OfSite(SettingCatalogue.RetentionChat, site), SettingValue.Of(7));

        var file = (await AttestAsync(desks, TestPortal.Auditor, then, site)).Value!;
        var text = PdfTools.Text(file.Content);
        Assert.Contains("Boutique (www.example.fr)", text, StringComparison.Ordinal);
        Assert.Contains("30 jours", text, StringComparison.Ordinal);
        Assert.DoesNotContain("7 jours", text, StringComparison.Ordinal);
        Assert.Contains("Réglé pour ce site", text, StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", PdfTools.Signatures(file.Content), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_one_is_in_the_audit_log()
    {
        await using var desks = await Desks.OpenAsync();
        await AttestAsync(desks, TestPortal.Auditor, desks.Portal.Clock.Now, null);
        var page = await desks.Portal.Get<AuditQueries>().PageAsync(TestPortal.Auditor, new AuditFilter("settings", "SET-0001"), 0, 5, Ct);
        Assert.Equal("attested", Assert.Single(page.Value!.Entries).Name);
    }

    [Fact]
    public async Task Neither_the_future_nor_what_was_before_the_portal_can_be_attested()
    {
        await using var desks = await Desks.OpenAsync();
        Assert.Equal(Refusal.TooLate, (await AttestAsync(desks, TestPortal.Auditor, desks.Portal.Clock.Now.AddMinutes(1), null)).Refusal);
        Assert.Equal(Refusal.TooLate, (await AttestAsync(desks, TestPortal.Auditor, desks.Portal.Clock.Now.AddDays(-1), null)).Refusal);
        Assert.Equal(Refusal.NotFound, (await AttestAsync(desks, TestPortal.Auditor, desks.Portal.Clock.Now, Guid.NewGuid())).Refusal);
    }

    [Fact]
    public async Task Only_the_staff_may_have_one()
    {
        await using var desks = await Desks.OpenAsync();
        Assert.Equal(Refusal.Forbidden, (await AttestAsync(desks, Actor.Anonymous, desks.Portal.Clock.Now, null)).Refusal);
    }

    private static Task<Reply<PrivacyPortal.Receipts.ReceiptFile>> AttestAsync(Desks desks, Actor actor, DateTimeOffset at, Guid? site) =>
        desks.Portal.Get<AttestationDesk>().AttestAsync(actor, at, site, Languages.French, Ct);
}
