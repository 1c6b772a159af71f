using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Language;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Reports;

/// <summary>Gathers what a report tells, in the reader's words.</summary>
public sealed class ReportWriter(IDbContextFactory<PortalDbContext> contexts, SettingsQueries settings, AuditQueries log, KeyVault vault)
{
    internal Task<Reply<ReportContents>> WriteAsync(Actor actor, ReportFrame frame, CancellationToken ct) => frame.Wish.Kind switch
    {
        ReportKind.Requests => RequestsAsync(frame, ct),
        ReportKind.Receipts => ReceiptsAsync(frame, ct),
        ReportKind.Settings => SettingsAsync(actor, frame, ct),
        ReportKind.Audit => AuditAsync(actor, frame, ct),
    };

    private async Task<Reply<ReportContents>> RequestsAsync(ReportFrame frame, CancellationToken ct)
    {
        var (wish, culture) = (frame.Wish, frame.Wish.Culture);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var requests = await db.Set<SubjectRequest>().AsNoTracking().Where(r => r.ReceivedOn >= wish.From && r.ReceivedOn <= wish.Until)
            .OrderBy(r => r.Year).ThenBy(r => r.Number).ToListAsync(ct);

        // Read at once: each file's key is then found in memory.
        await db.Set<WrappedKey>().Where(k => db.Set<SubjectRequest>().Any(r => r.Id == k.Owner && r.ReceivedOn >= wish.From && r.ReceivedOn <= wish.Until)).LoadAsync(ct);
        var rows = new List<RegisteredRequest>(requests.Count);
        foreach (var request in requests)
        {
            var key = await vault.FindKeyAsync(db, request.Id, ct);
            rows.Add(new RegisteredRequest(
                request.Reference, RequestText.Of(request.Right).In(culture), key is null ? ReportText.Destroyed.In(culture) : Masked.Name(SubjectFile.Open(key, request.Sealed).Name),
                request.ReceivedOn, request.DueOn, request.AnsweredOn, RequestText.Of(request.Status).In(culture),
                request.Outcome is { } outcome ? RequestText.Of(outcome).In(culture) : ""));
        }

        var facts = new RequestRegisterFacts
        {
            Reference = wish.Reference, Language = frame.Language, Parties = frame.Parties, Requests = rows,
            Selection = ReportText.ReceivedBetween.Format(culture, wish.From.ToString("d", culture), wish.Until.ToString("d", culture)),
        };
        return new ReportContents(
            facts, ReportText.Columns(culture, ReportText.Reference, ReportText.Right, ReportText.Person, ReportText.Received, ReportText.Due, ReportText.Answered, ReportText.State, ReportText.Outcome),
            rows.Select(r => (string[])[r.Reference, r.Right, r.MaskedIdentity, Day(r.ReceivedOn), Day(r.DueOn), Day(r.AnsweredOn), r.State, r.Outcome]));
    }

    private async Task<Reply<ReportContents>> ReceiptsAsync(ReportFrame frame, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var (start, end) = (frame.Start, frame.End);
        var receipts = await db.Set<Receipts.Receipt>().AsNoTracking().Where(r => r.IssuedAt >= start && r.IssuedAt < end).OrderBy(r => r.IssuedAt).ThenBy(r => r.AuditSequence)
            .Select(r => new { r.Reference, r.Kind, r.IssuedAt, r.IssuedBy, r.Sha256 }).ToListAsync(ct);
        var rows = receipts.ConvertAll(r => new RegisteredReceipt(r.Reference, ReceiptText.Of(r.Kind).In(frame.Wish.Culture), r.IssuedAt, r.IssuedBy == RequestDesk.Steps.Name ? ReportText.Portal.In(frame.Wish.Culture) : r.IssuedBy, r.Sha256));
        var facts = new ReceiptRegisterFacts
        {
            Reference = frame.Wish.Reference, Language = frame.Language, Parties = frame.Parties, From = frame.Wish.From, Until = frame.Wish.Until, Receipts = rows,
        };
        return new ReportContents(
            facts, ReportText.Columns(frame.Wish.Culture, ReportText.Reference, ReportText.Document, ReportText.Issued, ReportText.By, ReportText.Fingerprint),
            rows.Select(r => (string[])[r.Reference, r.Document, Instant(r.IssuedAt), r.IssuedBy, r.Sha256]));
    }

    private async Task<Reply<ReportContents>> SettingsAsync(Actor actor, ReportFrame frame, CancellationToken ct)
    {
        var read = await settings.SheetAsync(actor, ct);
        if (read.Value is not { } sheet)
        {
            return read.Refusal!.Value;
        }

        var culture = frame.Wish.Culture;
        var revisions = sheet.Ledger.Revisions.Where(r => r.PublishedAt >= frame.Start && r.PublishedAt < frame.End)
            .Select(r => new RevisionFacts(
                ReportText.Revision.Format(culture, r.Number), r.EffectiveAt, r.PublishedBy is null ? ReportText.Portal.In(culture) : r.PublishedByName, ReasonOf(r, culture),
                OpinionOf(sheet.Proposals.FirstOrDefault(p => p.Id == r.Proposal), culture),
                [.. r.Changes.Select(c => new ChangedSetting(NameOf(c, sheet.Sites, culture), SlotWords.Show(c.Slot, c.From, culture), SlotWords.Show(c.Slot, c.To, culture)))]))
            .ToList();
        var facts = new SettingsHistoryFacts
        {
            Reference = frame.Wish.Reference, Language = frame.Language, Parties = frame.Parties, Scope = frame.Organisation.ControllerName,
            From = frame.Wish.From, Until = frame.Wish.Until, Revisions = revisions,
        };
        return new ReportContents(
            facts,
            ReportText.Columns(culture, ReportText.RevisionColumn, ReportText.Effective, ReportText.By, ReportText.Reason, ReportText.Opinion, ReportText.Setting, ReportText.Before, ReportText.After),
            revisions.SelectMany(r => r.Changes, (r, c) => (string[])[r.Name, Instant(r.EffectiveAt), r.By, r.Reason, r.Opinion, c.Setting, c.Before, c.After]));
    }

    private async Task<Reply<ReportContents>> AuditAsync(Actor actor, ReportFrame frame, CancellationToken ct)
    {
        var tallied = await log.TallyAsync(actor, frame.Start, frame.End, ct);
        if (tallied.Value is not { } tallies)
        {
            return tallied.Refusal!.Value;
        }

        if ((await log.VerifyAsync(actor, ct)).Value is not { } verdict)
        {
            return Refusal.Forbidden;
        }

        var facts = new AuditSummaryFacts
        {
            Reference = frame.Wish.Reference, Language = frame.Language, Parties = frame.Parties, From = frame.Wish.From, Until = frame.Wish.Until,
            Counts = [.. tallies.Select(t => new AuditCount(t.Category, t.Name, t.Count))], SoundLines = verdict.Sound, BrokenAt = verdict.At, Head = verdict.Head,
        };
        return new ReportContents(
            facts, ReportText.Columns(frame.Wish.Culture, ReportText.Area, ReportText.Event, ReportText.Times),
            tallies.Select(t => (string[])[AuditEventText.In(frame.Wish.Culture, t.Category), AuditEventText.In(frame.Wish.Culture, t.Category, t.Name), t.Count.ToString(CultureInfo.InvariantCulture)]));
    }

    /// <summary>What the portal itself wrote as a reason is told in the reader's language; what a person wrote stays as it is.</summary>
    private static string ReasonOf(SettingsRevision revision, CultureInfo culture) =>
        revision.Reason == SettingsText.CatalogueReason.En || revision.Reason == SettingsText.CatalogueReason.Fr ? SettingsText.CatalogueReason.In(culture)
        : revision.Reason == SettingsText.SiteAdded.En || revision.Reason == SettingsText.SiteAdded.Fr ? SettingsText.SiteAdded.In(culture)
        : revision.Reason;

    private static string OpinionOf(SettingsProposal? proposal, CultureInfo culture) => proposal?.Opinion is { } opinion
        ? (proposal.Favourable == true ? ReportText.Favourable : ReportText.Unfavourable).Format(culture, opinion.ByName, opinion.Text)
        : "";

    private static string NameOf(SettingChange change, IReadOnlyList<SiteRow> sites, CultureInfo culture)
    {
        var where = SlotWords.Where(change.Slot, sites, culture);
        return change.Setting is { } setting ? $"{setting.Texts.Name.In(culture)} · {where}" : where;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
