using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>What somebody reported of what they did by hand.</summary>
/// <param name="What">Searched, corrected or erased, or a statement attached, in words.</param>
/// <param name="Owner">Who answers for the system.</param>
/// <param name="DoneBy">Who entered the report: the owner, or the DPO for them.</param>
/// <param name="Planned">How many records were to be erased, where that is another number; null: it is not.</param>
/// <param name="ConfirmedBy">Who confirmed that difference; null: nobody has, and another decision followed.</param>
/// <param name="Erased">Whether it is an erasure that was reported.</param>
/// <param name="ProofSha256">Of the copy or proof that came with it; null: none did.</param>
public sealed record HandledByHand(string System, string What, string Owner, string DoneBy, DateOnly On, long Records, string? ProofSha256, long? Planned = null, string? ConfirmedBy = null, bool Erased = false)
{
    internal static void Compose(Flow flow, Writing writing, IReadOnlyList<HandledByHand> reports)
    {
        if (reports.Count == 0)
        {
            return;
        }

        flow.Heading(writing[HandledText.Title]).Paragraph(writing[HandledText.Lead]).Table(
            [
                new(writing[ReceiptText.System], 2.4), new(writing[HandledText.What], 1.8), new(writing[HandledText.By], 3), new(writing[HandledText.On], 1.6),
                new(writing[ReceiptText.Records], 1.3, ToRight: true),
            ],
            reports.Select(r => (string[])[r.System, r.What, r.DoneBy == r.Owner ? r.Owner : writing[HandledText.For, r.Owner, r.DoneBy], writing.ShortDay(r.On), writing.Count(r.Records)]));
        foreach (var report in reports.Where(r => r.Planned is not null))
        {
            var (planned, done) = (writing.Count(report.Planned!.Value), writing.Count(report.Records));
            flow.Small(report.ConfirmedBy is { } by ? writing[HandledText.Differs, report.System, planned, done, by] : writing[HandledText.NotConfirmed, report.System, planned, done]);
        }

        flow.Facts(reports.Where(r => r.ProofSha256 is not null).Select(r => new Fact($"{r.System} · SHA-256", r.ProofSha256!, Face.Mono)));
    }
}

internal static class HandledText
{
    public static readonly Text Title = new("Handled by hand", "Traité à la main");
    public static readonly Text Lead = new(
        "This was done by hand. What follows is what the persons in charge reported; no machine can check it.",
        "Ceci a été fait à la main. Voici ce dont les responsables ont rendu compte ; aucune machine ne peut le vérifier.");
    public static readonly Text What = new("Work", "Opération");
    public static readonly Text By = new("Reported by", "Compte rendu de");
    public static readonly Text On = new("On", "Le");
    public static readonly Text Differs = new(
        "{0}: records counted by the plan: {1}; reported as erased: {2}. {3} examined and confirmed the difference.",
        "{0} : dossiers comptés par le plan : {1} ; déclarés effacés : {2}. {3} a examiné et confirmé l’écart.");
    public static readonly Text NotConfirmed = new(
        "{0}: records counted by the plan: {1}; reported as erased: {2}. This difference was not confirmed: the decision was taken back, and the system examined again.",
        "{0} : dossiers comptés par le plan : {1} ; déclarés effacés : {2}. Cet écart n’a pas été confirmé : la décision a été annulée et le système examiné de nouveau.");
    public static readonly Text For = new("{0}, entered by {1}", "{0}, saisi par {1}");
}
