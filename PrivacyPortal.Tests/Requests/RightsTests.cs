using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Pdf;
using PrivacyPortal.Tests.Support;
using static PrivacyPortal.Tests.Requests.Given;

namespace PrivacyPortal.Tests.Requests;

/// <summary>Restriction, objection and human review, each to its signed answer. Portability is tried on a real source.</summary>
public sealed class RightsTests
{
    private static readonly Handover Today = new(RequestChannel.Letter, new(2026, 11, 20));

    private static Actor Dpo => TestPortal.Dpo;

    [Fact]
    public async Task A_restriction_says_what_is_frozen_where_and_what_is_not()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.InReviewAsync(SubjectRight.Restriction);
        Assert.Equal(Refusal.Incomplete, await DecideAsync(portal, id, DecisionKind.Grant, null));
        Assert.Equal(Refusal.ReasonMissing, await DecideAsync(portal, id, DecisionKind.Grant, Frozen(new FrozenSource(DeskPortal.Shop, "Shop", true, " "))));
        Do(await DecideAsync(portal, id, DecisionKind.Grant, Frozen(
            new(DeskPortal.Shop, "Shop", true, "Compte marqué « limité »."), new(DeskPortal.Archive, "Archive", false, "Pas de marquage ; accès retiré."))));
        Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), Today, default));

        var sheet = await portal.SheetAsync(id);
        Assert.Equal(RequestOutcome.PartlyFulfilled, sheet.Row.Outcome);
        Assert.True(sheet.Restricts);
        var text = await LastAsync(portal, id, ReceiptKind.Restriction);
        foreach (var said in new[] { "Le traitement de vos données est limité en partie", "Compte marqué « limité »", "accès retiré", "article 18, paragraphe 3", "exactitude" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        // Whoever works on another file of the same person is told.
        Assert.Equal([sheet.Row.Reference], (await portal.SheetAsync(await portal.ReceiveAsync(SubjectRight.Access))).RestrictedBy);
    }

    [Fact]
    public async Task While_a_restriction_stands_an_erasure_takes_the_reason_why_it_is_done_all_the_same()
    {
        await using var portal = await DeskPortal.StartAsync();
        var restriction = await portal.InReviewAsync(SubjectRight.Restriction);
        Do(await DecideAsync(portal, restriction, DecisionKind.Grant, Frozen(new FrozenSource(DeskPortal.Shop, "Shop", true, "Compte marqué « limité »."))));
        Do(await portal.Desk.AnswerAsync(Dpo, restriction, await portal.VersionAsync(restriction), Today, default));
        var id = await portal.ReadyAsync();
        var ruling = new ErasureRuling(ErasureGround.ConsentWithdrawn);
        Assert.Equal(Refusal.ReasonMissing, await DecideAsync(portal, id, DecisionKind.Grant, null));
        Assert.Equal(Refusal.ReasonMissing, await DecideAsync(portal, id, DecisionKind.Grant, ruling));
        Assert.Equal(Refusal.ReasonMissing, await DecideAsync(portal, id, DecisionKind.Grant, ruling with { DespiteRestriction = " " }));
        Do(await DecideAsync(portal, id, DecisionKind.Grant, ruling with { DespiteRestriction = "The person agrees in writing." }));

        var decided = (await portal.SheetAsync(id)).Timeline.Single(e => e.Verb == RequestVerb.Decide);
        Assert.Equal("The person agrees in writing.", decided.Note);
        Assert.Equal((await portal.SheetAsync(restriction)).Row.Reference, decided.Facts["restrictedBy"]);
    }

    [Fact]
    public async Task A_restriction_that_comes_between_decision_and_approval_sends_the_erasure_back()
    {
        await using var portal = await DeskPortal.StartAsync(fourEyes: true);
        var id = await portal.ReadyAsync();
        Do(await DecideAsync(portal, id, DecisionKind.Grant, null));
        var restriction = await portal.InReviewAsync(SubjectRight.Restriction);
        Do(await DecideAsync(portal, restriction, DecisionKind.Grant, Frozen(new FrozenSource(DeskPortal.Shop, "Shop", true, "Compte marqué « limité »."))));
        Do(await portal.Desk.AnswerAsync(Dpo, restriction, await portal.VersionAsync(restriction), Today, default));

        Assert.Equal(Refusal.DataChanged, await portal.Desk.ApproveAsync(TestPortal.Deputy, id, await portal.VersionAsync(id), default));
        Do(await portal.Desk.DeclineAsync(TestPortal.Deputy, id, await portal.VersionAsync(id), "Restricted since.", default));
        Assert.Equal(RequestStatus.InReview, await portal.StatusAsync(id));
    }

    [Fact]
    public async Task Once_the_restriction_is_lifted_an_erasure_takes_no_further_reason_and_a_refusal_never_does()
    {
        await using var portal = await DeskPortal.StartAsync();
        var restriction = await portal.InReviewAsync(SubjectRight.Restriction);
        Do(await DecideAsync(portal, restriction, DecisionKind.Grant, Frozen(new FrozenSource(DeskPortal.Shop, "Shop", true, "Compte marqué « limité »."))));
        Do(await portal.Desk.AnswerAsync(Dpo, restriction, await portal.VersionAsync(restriction), Today, default));
        Do(await DecideAsync(portal, await portal.ReadyAsync(), DecisionKind.Refuse, null));
        var id = await portal.ReadyAsync();
        Assert.Equal(Refusal.ReasonMissing, await DecideAsync(portal, id, DecisionKind.Grant, null));

        Do(await portal.Desk.LiftAsync(Dpo, restriction, await portal.VersionAsync(restriction), "L’exactitude est vérifiée.", new(2026, 11, 21), Today, default));
        portal.Clock.Now = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
        Do(await DecideAsync(portal, id, DecisionKind.Grant, null));
    }

    [Fact]
    public async Task A_restriction_is_lifted_once_and_only_after_a_notice()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.InReviewAsync(SubjectRight.Restriction);
        Do(await DecideAsync(portal, id, DecisionKind.Grant, Frozen(new FrozenSource(DeskPortal.Shop, "Shop", true, "Compte marqué."))));
        Assert.Equal(Refusal.WrongState, await LiftAsync(new(2026, 12, 4)));
        Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), Today, default));

        Assert.Equal(Refusal.Invalid, await LiftAsync(new(2026, 11, 20)));
        Do(await LiftAsync(new(2026, 12, 4)));
        Assert.Equal(Refusal.Duplicate, await LiftAsync(new(2026, 12, 5)));
        var text = await LastAsync(portal, id, ReceiptKind.RestrictionEnd);
        Assert.Contains("4 décembre 2026", text, StringComparison.Ordinal);
        Assert.Contains("L’exactitude est vérifiée.", text, StringComparison.Ordinal);

        Assert.True((await portal.SheetAsync(id)).Restricts);
        portal.Clock.Now = new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.Zero);
        Assert.False((await portal.SheetAsync(id)).Restricts);

        async Task<Refusal?> LiftAsync(DateOnly until) => await portal.Desk.LiftAsync(Dpo, id, await portal.VersionAsync(id), "L’exactitude est vérifiée.", until, Today, default);
    }

    [Fact]
    public async Task Direct_marketing_stops_with_the_decision_and_cannot_be_refused()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.InReviewAsync(SubjectRight.Objection);
        var excessive = new DecisionReason("", RefusalGround.Excessive, "The same again.");
        Assert.Equal(Refusal.Unlawful, await portal.Desk.RefuseAsync(Dpo, id, await portal.VersionAsync(id), [excessive], null, default));
        Assert.DoesNotContain(RequestVerb.Refuse, (await portal.SheetAsync(id)).Verbs);
        Assert.Equal(Refusal.Incomplete, await DecideAsync(portal, id, DecisionKind.Refuse, null));
        Assert.Equal(Refusal.Invalid, await DecideAsync(portal, id, DecisionKind.Refuse, new ObjectionRuling(ObjectionScope.DirectMarketing, "")));
        Assert.Equal(Refusal.Invalid, await DecideAsync(portal, id, DecisionKind.Refuse, new ObjectionRuling(ObjectionScope.Both, "")));
        Do(await DecideAsync(portal, id, DecisionKind.Grant, new ObjectionRuling(ObjectionScope.DirectMarketing, "La lettre d’information.")));

        // Before the answer leaves, and for every file of the same person: by hash, never by name.
        Assert.NotNull((await portal.SheetAsync(await portal.ReceiveAsync(SubjectRight.Access))).SuppressedSince);
        Assert.Null((await portal.SheetAsync(await portal.ReceiveAsync(SubjectRight.Access, "leonie@koehler.example"))).SuppressedSince);
        await using (var db = portal.Portal.Db())
        {
            var listed = Assert.Single(await db.Set<SuppressedIdentity>().ToListAsync());
            Assert.DoesNotContain("luisg", listed.Hash, StringComparison.OrdinalIgnoreCase);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        Assert.DoesNotContain("luisg@", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(portal.Portal.Folder, "portal.db"))), StringComparison.OrdinalIgnoreCase);
        Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), Today, default));
        var text = await LastAsync(portal, id, ReceiptKind.Objection);
        Assert.Contains("La lettre d’information.", text, StringComparison.Ordinal);
        Assert.Contains("liste d’opposition", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_to_another_processing_is_declined_on_compelling_grounds_only_with_reasons()
    {
        await using var portal = await DeskPortal.StartAsync();
        var id = await portal.InReviewAsync(SubjectRight.Objection);
        var ruling = new ObjectionRuling(ObjectionScope.OtherProcessing, "");
        var reason = new DecisionReason("", RefusalGround.CompellingGrounds, "La lutte contre la fraude l’exige.");
        Assert.Equal(Refusal.ReasonMissing, await portal.Desk.DecideAsync(Dpo, id, await portal.VersionAsync(id), DecisionKind.Refuse, [], null, ruling, default));
        Do(await portal.Desk.DecideAsync(Dpo, id, await portal.VersionAsync(id), DecisionKind.Refuse, [reason], null, ruling, default));
        Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), Today, default));

        Assert.Contains("Article 21(1)", await LastAsync(portal, id, ReceiptKind.Refusal), StringComparison.Ordinal);
        await using var db = portal.Portal.Db();
        Assert.False(await db.Set<SuppressedIdentity>().AnyAsync());
    }

    [Fact]
    public async Task A_human_review_names_who_reviewed_with_what_outcome_and_why_though_no_data_was_found()
    {
        await using var portal = await DeskPortal.StartAsync(sources: [new(DeskPortal.Shop, "Shop", false, DeskPortal.Map())]);
        portal.Work = ticket => StepOutcome.Done(null, (db, _) =>
        {
            db.Add(new RequestSource
            {
                Id = Guid.NewGuid(), RequestId = ticket.RequestId, SourceId = ticket.SourceId!.Value, SourceName = "Shop", MapVersion = 1, SearchedAt = portal.Clock.Now,
                Summary = JsonSerializer.Serialize(new SourceSummary([], [], [], [])),
            });
            return Task.CompletedTask;
        });
        var id = await portal.InReviewAsync(SubjectRight.HumanReview);
        Assert.Equal(Refusal.Invalid, await DecideAsync(portal, id, DecisionKind.Grant, new HumanReviewRuling("", ReviewOutcome.Changed, "Because.")));
        Assert.Equal(Refusal.Invalid, await DecideAsync(portal, id, DecisionKind.Grant, new ObjectionRuling(ObjectionScope.Both, "Something")));
        Do(await DecideAsync(portal, id, DecisionKind.Grant, new HumanReviewRuling("Nadia Benali, responsable du crédit", ReviewOutcome.Changed, "L’adresse n’était plus la vôtre.")));
        Do(await portal.Desk.AnswerAsync(Dpo, id, await portal.VersionAsync(id), Today, default));

        Assert.Equal(RequestOutcome.Fulfilled, (await portal.SheetAsync(id)).Row.Outcome);
        var text = await LastAsync(portal, id, ReceiptKind.HumanReview);
        foreach (var said in new[] { "Nadia Benali", "La décision est modifiée", "L’adresse n’était plus la vôtre." })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Only_what_was_given_or_observed_under_consent_or_contract_can_be_carried_away()
    {
        var table = new TableMap { Name = "T", LegalBasis = "contract" };
        var cases = new (FieldMap Field, bool Covered)[]
        {
            (new FieldMap { Name = "A", Category = "contact.email" }, true),
            (new FieldMap { Name = "B", Category = "behaviour.history", LegalBasis = "consent" }, true),
            (new FieldMap { Name = "C", Category = "commerce.invoice", LegalBasis = "legal-obligation" }, false),
            (new FieldMap { Name = "D", Category = "behaviour.statistics", Source = "Credit bureau" }, false),
        };
        var map = table with { Fields = [.. cases.Select(c => c.Field)] };
        foreach (var (field, covered) in cases)
        {
            Assert.Equal(covered, PrivacyPortal.Requests.Package.Portable.Covers(map, field.Name));
        }

        Assert.False(PrivacyPortal.Requests.Package.Portable.Covers(map with { LegalBasis = null }, "A"));
        Assert.False(PrivacyPortal.Requests.Package.Portable.Covers(map, "Unmapped"));
    }

    private static RestrictionRuling Frozen(params FrozenSource[] sources) => new(RestrictionGround.AccuracyContested, sources);

    private static async Task<Refusal?> DecideAsync(DeskPortal portal, Guid id, DecisionKind kind, Conclusion? conclusion) =>
        await portal.Desk.DecideAsync(Dpo, id, await portal.VersionAsync(id), kind, kind == DecisionKind.Refuse ? [Excessive] : [], null, conclusion, default);

    /// <summary>The text of the newest document, which is of this kind, signed, and carries its facts.</summary>
    private static async Task<string> LastAsync(DeskPortal portal, Guid id, ReceiptKind kind)
    {
        var reference = (await portal.SheetAsync(id)).Row.Reference;
        var last = (await portal.Portal.Get<ReceiptQueries>().OfAsync(Dpo, reference, default)).Value![^1];
        Assert.Equal(kind, last.Kind);
        var pdf = (await portal.Portal.Get<ReceiptQueries>().DownloadAsync(Dpo, last.Id, default)).Value!.Content;
        Assert.Contains("Signature is Valid", PdfTools.Signatures(pdf), StringComparison.Ordinal);
        using var attached = JsonDocument.Parse(PdfTools.Attachment(pdf, ReceiptDocument.AttachmentName));
        Assert.Equal(reference, attached.RootElement.GetProperty("facts").GetProperty("reference").GetString());
        return string.Join(' ', PdfTools.Text(pdf).Split((char[])[' ', '\n', '\u00a0', '\u202f'], StringSplitOptions.RemoveEmptyEntries));
    }
}
