using PrivacyPortal.Access;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Documents seen before they are issued.</summary>
public sealed class PreviewTests
{
    private static readonly Handover Today = new(RequestChannel.Letter, new(2026, 11, 20));

    [Fact]
    public async Task A_preview_says_what_the_document_would_and_leaves_no_trace()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.InReviewAsync(SubjectRight.HumanReview);
        var (version, reference) = (await portal.VersionAsync(id), (await portal.SheetAsync(id)).Row.Reference);
        var cases = new (PreviewOf Of, ReceiptKind Kind, string Says)[]
        {
            (new PreviewOf.Acknowledgement(), ReceiptKind.Acknowledgement, "Nous avons bien reçu votre demande"),
            (new PreviewOf.Extension(ExtensionGround.Complexity, "Douze systèmes.", Today), ReceiptKind.Extension, "Douze systèmes."),
            (new PreviewOf.Refusal([Excessive], null), ReceiptKind.Refusal, "eighth request"),
            (new PreviewOf.NotIdentifiable("Un numéro de client.", null), ReceiptKind.NotIdentifiable, "Un numéro de client."),
            (new PreviewOf.Decision(DecisionKind.Grant, [], null, new HumanReviewRuling("Nadia Benali", ReviewOutcome.Annulled, "Erreur.")), ReceiptKind.HumanReview, "Nadia Benali"),
        };
        foreach (var (of, kind, says) in cases)
        {
            var preview = Assert.Single((await Previews(portal).MakeAsync(TestPortal.Dpo, id, of, default)).Value!);
            Assert.Equal(kind, preview.Kind);
            var pdf = Previews(portal).Take(TestPortal.Dpo, preview.Id)!;
            PdfTools.Check(pdf);
            var text = PdfTools.Text(pdf);
            Assert.Contains("APERÇU", text, StringComparison.Ordinal);
            Assert.Contains(says, text, StringComparison.Ordinal);
            Assert.DoesNotContain("Code de vérification", text, StringComparison.Ordinal);
            Assert.DoesNotContain("ETSI.CAdES", System.Text.Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        }

        Assert.Equal(version, await portal.VersionAsync(id));
        Assert.Equal([ReceiptKind.Acknowledgement], (await portal.Portal.Get<ReceiptQueries>().OfAsync(Dpo, reference, default)).Value!.Select(r => r.Kind));
    }

    [Fact]
    public async Task A_preview_is_declined_where_the_verb_would_be_and_opens_for_its_maker_only_and_not_for_long()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.ReadyAsync();
        Assert.Equal(Refusal.Forbidden, (await Previews(portal).MakeAsync(TestPortal.Admin, id, new PreviewOf.Acknowledgement(), default)).Refusal);
        Assert.Equal(Refusal.Forbidden, (await Previews(portal).MakeAsync(TestPortal.Auditor, id, new PreviewOf.Acknowledgement(), default)).Refusal);
        Assert.Equal(Refusal.ReasonMissing, (await Previews(portal).MakeAsync(TestPortal.Dpo, id, new PreviewOf.Refusal([], null), default)).Refusal);
        Assert.Equal(Refusal.WrongState, (await Previews(portal).MakeAsync(TestPortal.Dpo, id, new PreviewOf.Answer(Today), default)).Refusal);

        Do(await portal.Desk.DecideAsync(TestPortal.Dpo, id, await portal.VersionAsync(id), DecisionKind.Grant, [], null, default));
        await portal.RunAsync();
        var preview = Assert.Single((await Previews(portal).MakeAsync(TestPortal.Dpo, id, new PreviewOf.Answer(Today), default)).Value!);
        Assert.Equal(ReceiptKind.Erasure, preview.Kind);
        Assert.NotNull(Previews(portal).Take(TestPortal.Dpo, preview.Id));
        Assert.Null(Previews(portal).Take(TestPortal.Deputy, preview.Id));
        Assert.Null(Previews(portal).Take(Actor.Anonymous, preview.Id));
        portal.Clock.Now += TimeSpan.FromMinutes(RequestPreviews.Minutes);
        Assert.Null(Previews(portal).Take(TestPortal.Dpo, preview.Id));
        Assert.Equal(RequestStatus.Answering, await portal.StatusAsync(id));
    }

    private static RequestPreviews Previews(DeskPortal portal) => portal.Portal.Get<RequestPreviews>();
}
