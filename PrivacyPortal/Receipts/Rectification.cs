using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>That data were corrected (GDPR art. 16). What they were and are now is only in the person's own copy.</summary>
public sealed record RectificationFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.Rectification;

    public required DateOnly AnsweredOn { get; init; }

    public required IReadOnlyList<CorrectedData> Corrections { get; init; }

    /// <summary>Recipients who were told (art. 19).</summary>
    public required IReadOnlyList<string> RecipientsTold { get; init; }

    /// <summary>Recipients who could not be told, with the exception of art. 19 that holds for each.</summary>
    public IReadOnlyList<UntoldRecipient> RecipientsUntold { get; init; } = [];

    internal override Text Title => RectificationText.Title;

    internal override ReceiptFacts ForArchive() => this with { Corrections = [.. Corrections.Select(c => c with { Before = null, After = null })] };

    internal override void Compose(Flow flow, Writing writing)
    {
        var withValues = Corrections.Any(c => c.Before is not null || c.After is not null);
        flow.Lead(writing[RectificationText.Lead, writing.Day(AnsweredOn)]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)));
        flow.Heading(writing[RectificationText.Corrected]);
        if (withValues)
        {
            flow.Table(
                [new(writing[ReceiptText.System], 2), new(writing[RectificationText.Field], 2), new(writing[RectificationText.Before], 3), new(writing[RectificationText.After], 3)],
                Corrections.Select(c => (string[])[c.System, c.Field, c.Before ?? "—", c.After ?? "—"]));
        }
        else
        {
            flow.Table(
                [new(writing[ReceiptText.System], 3), new(writing[RectificationText.Field], 4), new(writing[ReceiptText.Records], 1.5, ToRight: true)],
                Corrections.Select(c => (string[])[c.System, c.Field, writing.Count(c.Records)]));
            flow.Small(writing[RectificationText.ValuesOnlyInOwnCopy]);
        }

        HandledByHand.Compose(flow, writing, ByHand);
        if (Corrections.Count > 0 || ByHand.Count == 0)
        {
            flow.Notice(Tone.Good, writing[ReceiptText.Verified], writing[RectificationText.VerifiedText]);
        }

        ErasureFacts.ComposeRecipients(flow, writing, RecipientsTold, RecipientsUntold);
        flow.Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }
}

/// <summary>One field corrected in one system.</summary>
/// <param name="Before">Null where the value is not to be shown.</param>
public sealed record CorrectedData(string System, string Field, long Records, string? Before, string? After);

internal static class RectificationText
{
    public static readonly Text Title = new("Your data have been corrected", "Vos données ont été rectifiées");
    public static readonly Text Lead = new(
        "On {0} we corrected your data in every system listed below.",
        "Le {0}, nous avons rectifié vos données dans chacun des systèmes indiqués ci-dessous.");
    public static readonly Text Corrected = new("What was corrected", "Ce qui a été rectifié");
    public static readonly Text Field = new("Data", "Donnée");
    public static readonly Text Before = new("Before", "Avant");
    public static readonly Text After = new("Now", "Désormais");
    public static readonly Text ValuesOnlyInOwnCopy = new(
        "The values themselves are only in the copy that was handed to the person.",
        "Les valeurs elles-mêmes ne figurent que dans l’exemplaire remis à la personne.");
    public static readonly Text VerifiedText = new(
        "After the change each record was read again and holds the corrected value.",
        "Après la modification, chaque enregistrement a été relu : il contient bien la valeur rectifiée.");
}
