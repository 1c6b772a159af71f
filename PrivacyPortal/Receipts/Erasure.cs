using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>That data were erased (GDPR art. 17), what is kept on which ground of 17(3), and the proof.</summary>
public sealed record ErasureFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.Erasure;

    public required DateOnly AnsweredOn { get; init; }

    public required IReadOnlyList<ErasedData> Erased { get; init; }

    public required IReadOnlyList<KeptData> Kept { get; init; }

    /// <summary>One line per system: the three searches after the erasure.</summary>
    public required IReadOnlyList<ErasureProof> Proof { get; init; }

    /// <summary>The last day on which a backup may still hold the data; null when there are no backups.</summary>
    public DateOnly? BackupsUntil { get; init; }

    /// <summary>Recipients who were told (art. 19).</summary>
    public required IReadOnlyList<string> RecipientsTold { get; init; }

    internal override Text Title => NotSearched.Count > 0 ? ErasureText.TitleSearched : Kept.Count == 0 ? ErasureText.Title : ErasureText.TitleInPart;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[(Kept.Count, NotSearched.Count) switch
        {
            (0, 0) => ErasureText.Lead,
            (_, 0) => ErasureText.LeadInPart,
            (0, _) => ErasureText.LeadSearched,
            _ => ErasureText.LeadSearchedInPart,
        }, writing.Day(AnsweredOn)]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)));
        flow.Heading(writing[ErasureText.Erased]).Table(
            [new(writing[ReceiptText.System], 2.4), new(writing[ReceiptText.Category], 3), new(writing[ErasureText.Action], 2.4), new(writing[ReceiptText.Records], 1.4, ToRight: true)],
            Erased.Select(e => (string[])[e.System, e.Category, e.Action, writing.Count(e.Records)]));
        ComposeKept(flow, writing);
        HandledByHand.Compose(flow, writing, ByHand);
        ComposeProof(flow, writing);
        ComposeRecipients(flow, writing, RecipientsTold);
        flow.Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }

    internal static void ComposeRecipients(Flow flow, Writing writing, IReadOnlyList<string> recipients)
    {
        flow.Heading(writing[ErasureText.Recipients]);
        if (recipients.Count == 0)
        {
            flow.Paragraph(writing[ErasureText.NoRecipients]);
            return;
        }

        flow.Paragraph(writing[ErasureText.RecipientsText]).Bullets(recipients);
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

    private void ComposeProof(Flow flow, Writing writing)
    {
        if (Proof.Count == 0 && ByHand.Count > 0)
        {
            ComposeCopies(flow, writing);
            return;
        }

        flow.Heading(writing[ErasureText.Proof]).Paragraph(writing[ErasureText.ProofText]).Table(
            [
                new(writing[ReceiptText.System], 2.4), new(writing[ErasureText.SearchedAgain], 2, ToRight: true), new(writing[ErasureText.KeysRead], 2, ToRight: true),
                new(writing[ErasureText.KeysLeft], 2, ToRight: true), new(writing[ErasureText.InText], 2, ToRight: true),
            ],
            Proof.Select(p => (string[])[p.System, writing.Count(p.FoundAgain), writing.Count(p.KeysRead), writing.Count(p.KeysLeft), p.ValuesInText is { } hits ? writing.Count(hits) : writing[ErasureText.NotSearched]]));
        var isProven = Proof.All(p => p is { FoundAgain: 0, KeysLeft: 0 } and not { ValuesInText: > 0 });
        flow.Notice(
            isProven ? Tone.Good : Tone.Warning,
            writing[isProven ? ReceiptText.Verified : ErasureText.NotProven],
            writing[isProven ? Kept.Count == 0 ? ErasureText.NothingLeft : ErasureText.NothingLeftButKept : ErasureText.NotProvenText]);
        ComposeCopies(flow, writing);
    }

    private void ComposeCopies(Flow flow, Writing writing) =>
        flow.Heading(writing[ErasureText.Copies]).Bullets(
        [
            BackupsUntil is { } until ? writing[ErasureText.Backups, writing.Day(until)] : writing[ErasureText.NoBackups],
            .. Proof.Where(p => p.FreePages is not FreePages.None).Select(p => writing[ErasureText.Of(p.FreePages), p.System]),
        ]);
}

/// <param name="Action">What was done, in words: row deleted, field cleared, replaced.</param>
public sealed record ErasedData(string System, string Category, string Action, long Records);

/// <param name="Ground">The ground of art. 17(3) with the law behind it, in words.</param>
/// <param name="Until">Null when no date can be given.</param>
public sealed record KeptData(string System, string Category, string Ground, DateOnly? Until, long Records);

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
