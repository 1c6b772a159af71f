using System.Text.Json.Serialization;
using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>
/// The report inside the access package: the information of GDPR art. 15(1) and (2), then the data. Only its hash is archived. Rows are
/// enumerated while the report is written and never all held.
/// </summary>
public sealed record AccessReportFacts : RequestReceiptFacts
{
    /// <summary>More columns than this do not fit side by side; each record becomes a grid of its own.</summary>
    private const int ColumnsSideBySide = 5;

    public override ReceiptKind Kind => ReceiptKind.AccessReport;

    public override bool IsArchived => false;

    public required IReadOnlyList<ProcessingFacts> Processing { get; init; }

    /// <summary>Decisions made by machines alone, with their logic (art. 15(1)(h)); empty: it is on record that there is none.</summary>
    public required IReadOnlyList<string> AutomatedDecisions { get; init; }

    /// <summary>Transfers out of the EEA and their safeguards (art. 15(2)); empty: it is on record that there is none.</summary>
    public required IReadOnlyList<string> Transfers { get; init; }

    public required IReadOnlyList<WithheldData> Withheld { get; init; }

    [JsonIgnore]
    public IEnumerable<ReportTable> Tables { get; init; } = [];

    internal override Text Title => AccessReportText.Title;

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[AccessReportText.Lead, Parties.Controller]);
        Identify(flow, writing);
        flow.Heading(writing[AccessReportText.Why]);
        foreach (var processing in Processing)
        {
            processing.Compose(flow, writing);
        }

        ComposeSaid(flow, writing, AccessReportText.Automated, AutomatedDecisions, AccessReportText.NoAutomated);
        ComposeSaid(flow, writing, AccessReportText.Transfers, Transfers, AccessReportText.NoTransfers);
        flow.Heading(writing[ReceiptText.YourRights])
            .Bullets([writing[AccessReportText.RightCorrect], writing[AccessReportText.RightErase], writing[AccessReportText.RightObject], writing[AccessReportText.RightWithdraw], writing[AccessReportText.RightComplain, Parties.Authority, Writing.Inline(Parties.AuthorityContact)]]);
        WithheldData.Compose(flow, writing, Withheld);
        string? system = null;
        foreach (var table in Tables)
        {
            if (system != table.System)
            {
                flow.Heading(writing[AccessReportText.DataIn, table.System]);
                system = table.System;
            }

            ComposeTable(flow, writing, table);
        }
    }

    private static void ComposeSaid(Flow flow, Writing writing, Text title, IReadOnlyList<string> said, Text none)
    {
        flow.Heading(writing[title]);
        if (said.Count == 0)
        {
            flow.Paragraph(writing[none]);
            return;
        }

        flow.Bullets(said);
    }

    private static void ComposeTable(Flow flow, Writing writing, ReportTable table)
    {
        flow.Subheading(table.Name);
        if (table.Columns.Count <= ColumnsSideBySide)
        {
            ComposeSideBySide(flow, table);
            return;
        }

        var number = 0;
        foreach (var row in table.Rows)
        {
            flow.Small(writing[AccessReportText.Record, writing.Count(++number)]).Facts(table.Columns.Select((column, i) => new Fact(column, i < row.Count ? row[i] : "")));
        }
    }

    /// <summary>Columns as wide as their first rows ask for; the rows that follow are still taken one by one.</summary>
    private static void ComposeSideBySide(Flow flow, ReportTable table)
    {
        const int RowsLookedAt = 50, Narrowest = 8, Widest = 60;
        using var rows = table.Rows.GetEnumerator();
        var first = new List<IReadOnlyList<string>>();
        while (first.Count < RowsLookedAt && rows.MoveNext())
        {
            first.Add(rows.Current);
        }

        var columns = table.Columns.Select((name, i) =>
            new Column(name, Math.Clamp(first.Select(row => i < row.Count ? row[i].Length : 0).Append(name.Length).Max(), Narrowest, Widest)));
        flow.Table([.. columns], first.Concat(Rest(rows)));
    }

    private static IEnumerable<IReadOnlyList<string>> Rest(IEnumerator<IReadOnlyList<string>> rows)
    {
        while (rows.MoveNext())
        {
            yield return rows.Current;
        }
    }
}

/// <summary>Why and how one category of data is processed in one system.</summary>
/// <param name="Recipients">By name (C-154/21).</param>
/// <param name="Origin">Where the data come from (art. 15(1)(g)), in words.</param>
public sealed record ProcessingFacts(string System, string Category, string Purpose, string LegalBasis, string Recipients, string Retention, string Origin, string Hosting)
{
    internal void Compose(Flow flow, Writing writing) => flow.Subheading($"{Category} · {System}").Facts(
        new Fact(writing[AccessReportText.Purpose], Purpose),
        new Fact(writing[AccessReportText.LegalBasis], LegalBasis),
        new Fact(writing[AccessReportText.Recipients], Recipients),
        new Fact(writing[AccessReportText.Retention], Retention),
        new Fact(writing[AccessReportText.Origin], Origin),
        new Fact(writing[AccessReportText.Hosting], Hosting));
}

/// <summary>The person's rows in one table.</summary>
public sealed record ReportTable(string System, string Name, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<string>> Rows);

internal static class AccessReportText
{
    public static readonly Text Title = new("Your personal data", "Vos données à caractère personnel");
    public static readonly Text Lead = new(
        "This report answers your request for access to the data that {0} holds about you: first why they are processed, who receives them and how long they are kept, then the data themselves.",
        "Ce rapport répond à votre demande d’accès aux données que {0} détient à votre sujet : d’abord pourquoi elles sont traitées, qui les reçoit et combien de temps elles sont conservées, puis les données elles-mêmes.");
    public static readonly Text Why = new("Why your data are processed", "Pourquoi vos données sont traitées");
    public static readonly Text Purpose = new("Purpose", "Finalité");
    public static readonly Text LegalBasis = new("Legal basis", "Base légale");
    public static readonly Text Recipients = new("Recipients", "Destinataires");
    public static readonly Text Retention = new("Kept for", "Durée de conservation");
    public static readonly Text Origin = new("Source of the data", "Origine des données");
    public static readonly Text Hosting = new("Hosted in", "Lieu d’hébergement");
    public static readonly Text Automated = new("Automated decisions", "Décisions automatisées");
    public static readonly Text NoAutomated = new(
        "No decision about you is based solely on automated processing within the meaning of article 22 of the GDPR.",
        "Aucune décision vous concernant n’est fondée exclusivement sur un traitement automatisé au sens de l’article 22 du RGPD.");
    public static readonly Text Transfers = new("Transfers outside the European Economic Area", "Transferts hors de l’Espace économique européen");
    public static readonly Text NoTransfers = new("Your data are not transferred outside the European Economic Area.", "Vos données ne sont pas transférées hors de l’Espace économique européen.");
    public static readonly Text RightCorrect = new("You may have inaccurate data corrected (article 16).", "Vous pouvez faire rectifier les données inexactes (article 16).");
    public static readonly Text RightErase = new(
        "You may have your data erased (article 17) or their processing restricted (article 18), in the cases that the law provides for.",
        "Vous pouvez demander l’effacement de vos données (article 17) ou la limitation de leur traitement (article 18), dans les cas prévus par la loi.");
    public static readonly Text RightObject = new(
        "You may object to processing (article 21) and receive the data that you provided in a reusable form (article 20).",
        "Vous pouvez vous opposer au traitement (article 21) et recevoir les données que vous avez fournies dans un format réutilisable (article 20).");
    public static readonly Text RightWithdraw = new(
        "Where processing rests on your consent, you may withdraw it at any time.",
        "Lorsque le traitement repose sur votre consentement, vous pouvez le retirer à tout moment.");
    public static readonly Text RightComplain = new(
        "You may lodge a complaint with the supervisory authority: {0}, {1}.",
        "Vous pouvez introduire une réclamation auprès de l’autorité de contrôle : {0}, {1}.");
    public static readonly Text DataIn = new("Your data in {0}", "Vos données dans {0}");
    public static readonly Text Record = new("Record {0}", "Enregistrement {0}");
}
