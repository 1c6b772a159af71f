using PrivacyPortal.Audit;
using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>The register of requests, as many as there are. Only its hash is archived: it can be made again at any time.</summary>
public sealed record RequestRegisterFacts : ReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.RequestRegister;

    public override bool IsArchived => false;

    /// <summary>Which requests are in it, in words.</summary>
    public required string Selection { get; init; }

    public required IReadOnlyList<RegisteredRequest> Requests { get; init; }

    internal override bool IsLandscape => true;

    internal override Text Title => RegisterText.Title;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[RegisterText.Lead, writing.Count(Requests.Count), Selection]);
        flow.Table(
            [
                new(writing[ReceiptText.Reference], 2.4, Face.Mono), new(writing[ReceiptText.Right], 2.2), new(writing[ReceiptText.Requester], 3.2), new(writing[RegisterText.Received], 1.5),
                new(writing[RegisterText.Due], 1.5), new(writing[RegisterText.Answered], 1.5), new(writing[RegisterText.State], 2), new(writing[RegisterText.Outcome], 2.2),
            ],
            Requests.Select(r => (string[])
            [
                r.Reference, r.Right, r.MaskedIdentity, writing.ShortDay(r.ReceivedOn), writing.ShortDay(r.DueOn), writing.ShortDay(r.AnsweredOn), r.State, r.Outcome,
            ]),
            size: 7.5);
    }
}

/// <param name="Outcome">Empty while it is open.</param>
public sealed record RegisteredRequest(string Reference, string Right, string MaskedIdentity, DateOnly ReceivedOn, DateOnly DueOn, DateOnly? AnsweredOn, string State, string Outcome);

/// <summary>How many things of each kind the audit log tells for a time, and whether its chain holds.</summary>
public sealed record AuditSummaryFacts : ReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.AuditSummary;

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required IReadOnlyList<AuditCount> Counts { get; init; }

    /// <summary>How many lines from the first on were checked and are sound.</summary>
    public required long SoundLines { get; init; }

    /// <summary>The first line that is not sound; null when the chain holds.</summary>
    public long? BrokenAt { get; init; }

    public required string Head { get; init; }

    internal override Text Title => RegisterText.AuditTitle;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[RegisterText.AuditLead, writing.Day(From), writing.Day(Until)]);
        flow.Notice(
            BrokenAt is null ? Tone.Good : Tone.Critical,
            writing[BrokenAt is null ? RegisterText.ChainHolds : RegisterText.ChainBroken],
            BrokenAt is { } line ? writing[RegisterText.ChainBrokenText, writing.Count(SoundLines), writing.Count(line)] : writing[RegisterText.ChainHoldsText, writing.Count(SoundLines)]);
        flow.Facts(new Fact(writing[ReceiptText.Reference], Reference, Face.Mono), new Fact(writing[RegisterText.Head], Head, Face.Mono));
        flow.Heading(writing[RegisterText.Counts]).Table(
            [new(writing[RegisterText.Area], 3), new(writing[RegisterText.Event], 4), new(writing[RegisterText.Times], 1.5, ToRight: true)],
            Counts.Select(c => (string[])[AuditEventText.In(writing.Culture, c.Area), AuditEventText.In(writing.Culture, c.Area, c.Event), writing.Count(c.Times)]));
    }
}

/// <param name="Area">As the log writes it, such as <c>request</c>; the document shows its name.</param>
/// <param name="Event">Likewise, such as <c>decided</c>.</param>
public sealed record AuditCount(string Area, string Event, long Times);

internal static class RegisterText
{
    public static readonly Text Title = new("Register of requests", "Registre des demandes d’exercice de droits");
    public static readonly Text Lead = new("{0} requests. Selection: {1}", "{0} demandes. Sélection : {1}");
    public static readonly Text Received = new("Received", "Reçue le");
    public static readonly Text Due = new("Due", "Échéance");
    public static readonly Text Answered = new("Answered", "Réponse");
    public static readonly Text State = new("State", "État");
    public static readonly Text Outcome = new("Outcome", "Issue");
    public static readonly Text AuditTitle = new("Summary of the audit log", "Synthèse du journal d’audit");
    public static readonly Text AuditLead = new("What the audit log tells from {0} to {1}, and whether it is whole.", "Ce que le journal d’audit consigne du {0} au {1}, et la preuve de son intégrité.");
    public static readonly Text ChainHolds = new("The chain holds", "La chaîne est intègre");
    public static readonly Text ChainHoldsText = new("All {0} lines were checked from the first on; none was changed, removed or slipped in.", "Les {0} lignes ont été vérifiées depuis la première ; aucune n’a été modifiée, retirée ni insérée.");
    public static readonly Text ChainBroken = new("The chain is broken", "La chaîne est rompue");
    public static readonly Text ChainBrokenText = new("{0} lines are sound; line {1} is not what was written.", "{0} lignes sont intègres ; la ligne {1} n’est pas celle qui a été écrite.");
    public static readonly Text Head = new("Head of the chain", "Tête de chaîne");
    public static readonly Text Counts = new("What happened", "Événements");
    public static readonly Text Area = new("Area", "Domaine");
    public static readonly Text Event = new("Event", "Événement");
    public static readonly Text Times = new("Times", "Nombre");
}
