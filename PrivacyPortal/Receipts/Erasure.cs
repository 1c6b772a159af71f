using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>That data were erased (GDPR art. 17), what is kept on which ground of 17(3), and the proof.</summary>
public sealed record ErasureFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.Erasure;

    public required DateOnly AnsweredOn { get; init; }

    /// <summary>The ground of art. 17(1) in words, or that there is none; empty: nobody said.</summary>
    public string Ground { get; init; } = "";

    public required IReadOnlyList<ErasedData> Erased { get; init; }

    public required IReadOnlyList<KeptData> Kept { get; init; }

    /// <summary>Records that are other persons' too, and were left as they are.</summary>
    public IReadOnlyList<SharedData> Shared { get; init; } = [];

    /// <summary>One line per system: the three searches after the erasure.</summary>
    public required IReadOnlyList<ErasureProof> Proof { get; init; }

    /// <summary>Systems in which something was erased that nobody could check afterwards.</summary>
    public IReadOnlyList<string> Unproven { get; init; } = [];

    /// <summary>The last day on which a backup of known age may still hold the data; null when there is no such backup.</summary>
    public DateOnly? BackupsUntil { get; init; }

    /// <summary>Systems of which nobody recorded how old their backups get: of these nothing can be said.</summary>
    public IReadOnlyList<string> BackupsUnknown { get; init; } = [];

    /// <summary>Systems that people look after: where backups of them are restored, they have to erase again themselves.</summary>
    public IReadOnlyList<string> BackupsByHand { get; init; } = [];

    /// <summary>Recipients who were told (art. 19).</summary>
    public required IReadOnlyList<string> RecipientsTold { get; init; }

    /// <summary>Recipients who could not be told, with the exception of art. 19 that holds for each.</summary>
    public IReadOnlyList<UntoldRecipient> RecipientsUntold { get; init; } = [];

    internal override Text Title => (Kept.Count > 0, Shared.Count > 0, IsWhole) switch
    {
        (true, false, true) => ErasureText.TitleInPart,
        (false, true, true) => ErasureText.TitleShared,
        (true, true, true) => ErasureText.TitleBut,
        (false, false, true) => ErasureText.Title,
        (false, false, false) => ErasureText.TitleSearched,
        (_, _, false) => ErasureText.TitleSearchedBut,
    };

    private bool IsProven => Proof.Count > 0 && Proof.All(p => p is { FoundAgain: 0, KeysLeft: 0 } and not { ValuesInText: > 0 });

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(string.Join(' ', Lead().Select(part => writing[part, writing.Day(AnsweredOn)])));
        Identify(flow, writing, [new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)), .. Ground.Length > 0 ? [new Fact(writing[ErasureText.ErasedOn], Ground)] : (Fact[])[]]);
        flow.Heading(writing[ErasureText.Erased]).Table(
            [new(writing[ReceiptText.System], 2.4), new(writing[ReceiptText.Category], 3), new(writing[ErasureText.Action], 2.4), new(writing[ReceiptText.Records], 1.4, ToRight: true)],
            Erased.Select(e => (string[])[e.System, e.Category, e.Action, writing.Count(e.Records)]));
        ComposeKept(flow, writing);
        ComposeShared(flow, writing);
        HandledByHand.Compose(flow, writing, ByHand);
        ComposeProof(flow, writing);
        ComposeRecipients(flow, writing, RecipientsTold, RecipientsUntold);
        flow.Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }

    /// <summary>What is so, a sentence each: an answer that keeps, leaves or could not search something does not also say that nothing is left.</summary>
    private IEnumerable<Text> Lead()
    {
        yield return IsWhole ? ErasureText.Lead : ErasureText.LeadSearched;
        if (Kept.Count > 0)
        {
            yield return ErasureText.LeadKept;
        }

        if (Shared.Count > 0)
        {
            yield return ErasureText.LeadShared;
        }

        if (Kept.Count + Shared.Count + NotWhole.Count + Unproven.Count == 0 && IsProven && !ByHand.Any(report => report.Erased))
        {
            yield return NotSearched.Count > 0 ? ErasureText.LeadNothingThere : ErasureText.LeadNothing;
        }

        if (!IsWhole)
        {
            yield return ErasureText.LeadNotCovered;
        }
    }

    internal static void ComposeRecipients(Flow flow, Writing writing, IReadOnlyList<string> told, IReadOnlyList<UntoldRecipient> untold)
    {
        flow.Heading(writing[ErasureText.Recipients]);
        if (told.Count + untold.Count == 0)
        {
            flow.Paragraph(writing[ErasureText.NoRecipients]);
        }

        if (told.Count > 0)
        {
            flow.Paragraph(writing[ErasureText.RecipientsText]).Bullets(told);
        }

        if (untold.Count > 0)
        {
            flow.Paragraph(writing[ErasureText.UntoldText]).Bullets(untold.Select(u => writing[ErasureText.Untold, u.Name, u.Reason]));
        }
    }

    private void ComposeKept(Flow flow, Writing writing)
    {
        if (Kept.Count > 0)
        {
            flow.Heading(writing[ErasureText.Kept]).Paragraph(writing[ErasureText.KeptText]).Table(
                [new(writing[ReceiptText.System], 2.2), new(writing[ReceiptText.Category], 2.8), new(writing[ErasureText.Ground], 3.6), new(writing[ErasureText.Until], 1.8), new(writing[ReceiptText.Records], 1.5, ToRight: true)],
                Kept.Select(k => (string[])[k.System, k.Category, k.Ground, writing.ShortDay(k.Until), writing.Count(k.Records)]));
        }
    }

    private void ComposeShared(Flow flow, Writing writing)
    {
        if (Shared.Count > 0)
        {
            flow.Heading(writing[ErasureText.Shared]).Paragraph(writing[ErasureText.SharedText]).Table(
                [new(writing[ReceiptText.System], 2.4), new(writing[ReceiptText.Category], 4), new(writing[ReceiptText.Records], 1.4, ToRight: true)],
                Shared.Select(s => (string[])[s.System, s.Category, writing.Count(s.Records)]));
        }
    }

    private void ComposeProof(Flow flow, Writing writing)
    {
        if (Proof.Count + Unproven.Count > 0)
        {
            flow.Heading(writing[ErasureText.Proof]);
        }

        if (Proof.Count > 0)
        {
            flow.Paragraph(writing[ErasureText.ProofText]).Table(
                [
                    new(writing[ReceiptText.System], 2.4), new(writing[ErasureText.SearchedAgain], 2, ToRight: true), new(writing[ErasureText.KeysRead], 2, ToRight: true),
                    new(writing[ErasureText.KeysLeft], 2, ToRight: true), new(writing[ErasureText.InText], 2, ToRight: true),
                ],
                Proof.Select(p => (string[])[p.System, writing.Count(p.FoundAgain), writing.Count(p.KeysRead), writing.Count(p.KeysLeft), p.ValuesInText is { } hits ? writing.Count(hits) : writing[ErasureText.NotSearched]]));
            flow.Notice(
                IsProven ? Tone.Good : Tone.Warning,
                writing[IsProven ? ReceiptText.Verified : ErasureText.NotProven],
                writing[!IsProven ? ErasureText.NotProvenText
                    : (Kept.Count + Shared.Count, NotWhole.Count) switch
                    {
                        (0, 0) => ErasureText.NothingLeft,
                        (_, 0) => ErasureText.NothingLeftButKept,
                        (0, _) => ErasureText.NothingLeftInSight,
                        (_, _) => ErasureText.NothingLeftInSightButKept,
                    }]);
        }

        if (Unproven.Count > 0)
        {
            flow.Notice(Tone.Warning, writing[ErasureText.Unproven], writing[ErasureText.UnprovenText, string.Join(", ", Unproven)]);
        }

        ComposeCopies(flow, writing);
    }

    private void ComposeCopies(Flow flow, Writing writing)
    {
        List<string> copies = [.. Backups(writing), .. Proof.Where(p => p.FreePages is not FreePages.None).Select(p => writing[ErasureText.Of(p.FreePages), p.System])];
        if (copies.Count > 0)
        {
            flow.Heading(writing[ErasureText.Copies]).Bullets(copies);
        }
    }

    private IEnumerable<string> Backups(Writing writing)
    {
        if (BackupsUnknown.Count > 0)
        {
            yield return writing[ErasureText.BackupsUnknown, string.Join(", ", BackupsUnknown)];
        }

        if (BackupsUntil is { } until)
        {
            yield return writing[BackupsUnknown.Count > 0 ? ErasureText.BackupsOfOthers : ErasureText.Backups, writing.Day(until)];
        }
        else if (BackupsUnknown.Count + BackupsByHand.Count == 0 && Erased.Count > 0)
        {
            yield return writing[ErasureText.NoBackups];
        }

        if (BackupsByHand.Count > 0)
        {
            yield return writing[ErasureText.BackupsByHand, string.Join(", ", BackupsByHand)];
        }
    }
}

/// <param name="Action">What was done, in words: row deleted, field cleared, replaced.</param>
public sealed record ErasedData(string System, string Category, string Action, long Records);

/// <param name="Ground">The ground of art. 17(3) with the law behind it, in words.</param>
/// <param name="Until">Null when no date can be given.</param>
public sealed record KeptData(string System, string Category, string Ground, DateOnly? Until, long Records);

/// <summary>What stays because it is another person's too.</summary>
public sealed record SharedData(string System, string Category, long Records);

/// <param name="Reason">Why not, in words: impossible, or a disproportionate effort (art. 19).</param>
public sealed record UntoldRecipient(string Name, string Reason);

/// <summary>The proof for one system.</summary>
/// <param name="FoundAgain">Records of the subject's that the same search still finds, beside those kept.</param>
/// <param name="KeysRead">Planned records that were read again one by one.</param>
/// <param name="KeysLeft">Of those, how many are still there and still the subject's.</param>
/// <param name="ValuesInText">Places where a value of the identity still stands in the subject's own or kept text; null when not searched.</param>
public sealed record ErasureProof(string System, long FoundAgain, long KeysRead, long KeysLeft, long? ValuesInText, FreePages FreePages = FreePages.None);

/// <summary>A database file may hold what was deleted in pages that it has not used since.</summary>
public enum FreePages
{
    /// <summary>Not a kind of database for which this is known, or nothing free from before.</summary>
    None,

    /// <summary>Overwritten, and the file compacted.</summary>
    Cleared,

    /// <summary>Pages freed before the portal knew the file are still there until it is compacted.</summary>
    Remaining,

    /// <summary>The files are a database server's, which reuses freed space by itself.</summary>
    OfServer,
}
