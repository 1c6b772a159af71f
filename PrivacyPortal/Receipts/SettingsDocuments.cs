using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>What was in force, for one scope, at one instant.</summary>
public sealed record SettingsAttestationFacts : ReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.SettingsAttestation;

    /// <summary>The organisation or the site, by name.</summary>
    public required string Scope { get; init; }

    public required DateTimeOffset InForceAt { get; init; }

    /// <summary>The revision that was in force.</summary>
    public required string Revision { get; init; }

    public required IReadOnlyList<AttestedGroup> Groups { get; init; }

    internal override Text Title => SettingsDocumentText.Attestation;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[SettingsDocumentText.AttestationLead, Scope, writing.Instant(InForceAt)]);
        flow.Facts(
            new Fact(writing[ReceiptText.Reference], Reference, Face.Mono),
            new Fact(writing[SettingsDocumentText.Scope], Scope),
            new Fact(writing[SettingsDocumentText.InForceAt], writing.Instant(InForceAt)),
            new Fact(writing[SettingsDocumentText.Revision], Revision));
        foreach (var group in Groups)
        {
            flow.Heading(group.Name).Table(
                [new(writing[SettingsDocumentText.Setting], 3.4), new(writing[SettingsDocumentText.Value], 3), new(writing[SettingsDocumentText.ComesFrom], 2.2), new(writing[SettingsDocumentText.Law], 2.2)],
                group.Settings.Select(s => (string[])[s.Name, s.Value, s.ComesFrom, s.Law]));
        }
    }
}

public sealed record AttestedGroup(string Name, IReadOnlyList<AttestedSetting> Settings);

/// <param name="ComesFrom">Site, organisation, default or the country's rule, in words.</param>
public sealed record AttestedSetting(string Name, string Value, string ComesFrom, string Law);

/// <summary>Who changed which settings, when and why.</summary>
public sealed record SettingsHistoryFacts : ReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.SettingsHistory;

    public override bool IsArchived => false;

    public required string Scope { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required IReadOnlyList<RevisionFacts> Revisions { get; init; }

    internal override Text Title => SettingsDocumentText.History;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[SettingsDocumentText.HistoryLead, Scope, writing.Day(From), writing.Day(Until)]);
        if (Revisions.Count == 0)
        {
            flow.Paragraph(writing[SettingsDocumentText.NoRevisions]);
        }

        foreach (var revision in Revisions)
        {
            flow.Heading($"{revision.Name} · {writing.Instant(revision.EffectiveAt)}").Facts(
                new Fact(writing[SettingsDocumentText.By], revision.By),
                new Fact(writing[ReceiptText.Reason], revision.Reason),
                new Fact(writing[SettingsDocumentText.Opinion], revision.Opinion.Length > 0 ? revision.Opinion : "—"));
            flow.Table(
                [new(writing[SettingsDocumentText.Setting], 3), new(writing[RectificationText.Before], 3), new(writing[RectificationText.After], 3)],
                revision.Changes.Select(c => (string[])[c.Setting, c.Before, c.After]));
        }
    }
}

/// <param name="Opinion">The DPO's opinion on a loosening, in words; empty for a tightening.</param>
public sealed record RevisionFacts(string Name, DateTimeOffset EffectiveAt, string By, string Reason, string Opinion, IReadOnlyList<ChangedSetting> Changes);

public sealed record ChangedSetting(string Setting, string Before, string After);

internal static class SettingsDocumentText
{
    public static readonly Text Attestation = new("Privacy settings in force", "Réglages de confidentialité en vigueur");
    public static readonly Text AttestationLead = new(
        "This attests which privacy settings were in force for {0} on {1}.",
        "Le présent document atteste les réglages de confidentialité en vigueur pour {0} le {1}.");
    public static readonly Text Scope = new("Scope", "Périmètre");
    public static readonly Text InForceAt = new("In force on", "En vigueur le");
    public static readonly Text Revision = new("Revision", "Révision");
    public static readonly Text Setting = new("Setting", "Réglage");
    public static readonly Text Value = new("Value", "Valeur");
    public static readonly Text ComesFrom = new("Comes from", "Provient de");
    public static readonly Text Law = new("Law", "Texte applicable");
    public static readonly Text History = new("History of the privacy settings", "Historique des réglages de confidentialité");
    public static readonly Text HistoryLead = new(
        "Every change of the privacy settings of {0} from {1} to {2}: who, when, why, and what it was before.",
        "Toutes les modifications des réglages de confidentialité de {0} du {1} au {2} : qui, quand, pourquoi, et la valeur antérieure.");
    public static readonly Text NoRevisions = new("Nothing was changed in this time.", "Aucune modification sur cette période.");
    public static readonly Text By = new("Published by", "Publiée par");
    public static readonly Text Opinion = new("Opinion of the DPO", "Avis du DPO");
}
