using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>That data were corrected (GDPR art. 16). What they were and are now is only in the person's own copy.</summary>
public sealed record RectificationFacts : RequestReceiptFacts
{
    public override ReceiptKind Kind => ReceiptKind.Rectification;

    public required DateOnly AnsweredOn { get; init; }

    public required IReadOnlyList<CorrectedData> Corrections { get; init; }

    /// <summary>What the person stated on something said, which is never rewritten.</summary>
    public IReadOnlyList<AttachedStatement> Statements { get; init; } = [];

    /// <summary>How many of them were to be attached by hand and are not.</summary>
    public long NotAttached { get; init; }

    /// <summary>The day on which those end with the file's working data.</summary>
    public DateOnly? StatementsUntil { get; init; }

    /// <summary>Systems in which something was changed that nobody could read again afterwards.</summary>
    public IReadOnlyList<string> Unproven { get; init; } = [];

    /// <summary>Systems in which values that were corrected first are others by now, with how many.</summary>
    public IReadOnlyList<ChangedSince> ChangedSince { get; init; } = [];

    /// <summary>Whether anything that the portal changed was read again.</summary>
    public bool IsProven { get; init; } = true;

    /// <summary>Recipients who were told (art. 19).</summary>
    public required IReadOnlyList<string> RecipientsTold { get; init; }

    /// <summary>Recipients who could not be told, with the exception of art. 19 that holds for each.</summary>
    public IReadOnlyList<UntoldRecipient> RecipientsUntold { get; init; } = [];

    internal override Text Title => NotAttached > 0 ? DidSomething ? RectificationText.TitleInPart : RectificationText.TitleNotAttached
        : Statements.Count > 0 ? RectificationText.TitleCompleted : RectificationText.Title;

    private Text Lead => NotAttached > 0 ? DidSomething ? RectificationText.LeadInPart : RectificationText.LeadNotAttached
        : Statements.Count > 0 ? RectificationText.LeadCompleted : RectificationText.Lead;

    private bool DidSomething => Corrections.Count > 0 || Statements.Sum(s => s.Records) > NotAttached;

    internal override ReceiptFacts ForArchive() => this with
    {
        Corrections = [.. Corrections.Select(c => c with { Before = null, After = null })],
        Statements =
        [
            .. Statements.GroupBy(s => s with { Records = 0, Said = null, Stated = null }).Select(g => g.Key with { Records = g.Sum(s => s.Records) }),
        ],
    };

    internal override void Compose(Flow flow, Writing writing)
    {
        flow.Lead(writing[Lead, writing.Day(AnsweredOn)]);
        Identify(flow, writing, new Fact(writing[ReceiptText.AnsweredOn], writing.Day(AnsweredOn)));
        if (Corrections.Count > 0 || Statements.Count == 0)
        {
            ComposeCorrections(flow, writing);
        }

        if (Statements.Count > 0)
        {
            ComposeStatements(flow, writing);
        }

        HandledByHand.Compose(flow, writing, ByHand);
        if (IsProven && (Corrections.Count > 0 || Statements.Any(s => s.InSource) || ByHand.Count == 0))
        {
            flow.Notice(Tone.Good, writing[ReceiptText.Verified], writing[(Statements.Any(s => s.InSource), Unproven.Count + ChangedSince.Count == 0) switch
            {
                (true, true) => RectificationText.VerifiedCompleted,
                (false, true) => RectificationText.VerifiedText,
                (_, false) => RectificationText.VerifiedElse,
            }]);
        }

        if (ChangedSince.Count > 0)
        {
            flow.Notice(Tone.Warning, writing[RectificationText.Since], writing[RectificationText.SinceText, string.Join(", ", ChangedSince.Select(c => $"{c.System} ({writing.Count(c.Values)})"))]);
        }

        if (Unproven.Count > 0)
        {
            flow.Notice(Tone.Warning, writing[ErasureText.Unproven], writing[RectificationText.UnprovenText, string.Join(", ", Unproven)]);
        }

        ErasureFacts.ComposeRecipients(flow, writing, RecipientsTold, RecipientsUntold);
        flow.Notice(Tone.Neutral, writing[ReceiptText.YourRights], writing[ReceiptText.FurtherRights, Parties.Authority]);
    }

    private void ComposeCorrections(Flow flow, Writing writing)
    {
        flow.Heading(writing[RectificationText.Corrected]);
        if (Corrections.Any(c => c.Before is not null || c.After is not null))
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
    }

    private void ComposeStatements(Flow flow, Writing writing)
    {
        flow.Heading(writing[NotAttached > 0 ? RectificationText.StatedInPart : RectificationText.Stated])
            .Paragraph(writing[NotAttached > 0 ? RectificationText.MayBeCompleted : RectificationText.NotRewritten]);
        if (StatementsUntil is { } until)
        {
            flow.Paragraph(writing[RectificationText.KeptUntil, writing.Day(until)]);
        }

        if (Statements.Any(s => s.Stated is not null))
        {
            flow.Table(
                [new(writing[RectificationText.On], 2), new(writing[RectificationText.Said], 3), new(writing[RectificationText.Statement], 3), new(writing[RectificationText.Place], 2)],
                Statements.Select(s => (string[])[$"{s.System} · {s.On}", s.Said ?? "—", s.Stated ?? "—", s.Place]));
        }
        else
        {
            flow.Table(
                [new(writing[ReceiptText.System], 3), new(writing[RectificationText.On], 3), new(writing[RectificationText.Place], 3), new(writing[RectificationText.Number], 1.5, ToRight: true)],
                Statements.Select(s => (string[])[s.System, s.On, s.Place, writing.Count(s.Records)]));
            flow.Small(writing[RectificationText.WordsOnlyInOwnCopy]);
        }
    }
}

/// <summary>One field corrected in one system.</summary>
/// <param name="Before">Null where the value is not to be shown.</param>
public sealed record CorrectedData(string System, string Field, long Records, string? Before, string? After);

/// <summary>One statement beside something said in one system.</summary>
/// <param name="On">What it stands beside, in words: the table and the field.</param>
/// <param name="Place">Where it is now, in words.</param>
/// <param name="InSource">Whether the portal wrote it there and read it again.</param>
/// <param name="Said">Null where it is not to be shown, like <paramref name="Stated"/>.</param>
public sealed record AttachedStatement(string System, string On, string Place, bool InSource, long Records, string? Said, string? Stated);

/// <summary>Values that were corrected and then changed again by somebody else.</summary>
public sealed record ChangedSince(string System, int Values);

internal static class RectificationText
{
    public static readonly Text TitleCompleted = new("Your data have been corrected or completed", "Vos données ont été rectifiées ou complétées");
    public static readonly Text LeadCompleted = new(
        "On {0} we corrected or completed your data in every system listed below.",
        "Le {0}, nous avons rectifié ou complété vos données dans chacun des systèmes indiqués ci-dessous.");
    public static readonly Text TitleInPart = new("Your data have been corrected or completed in part", "Vos données ont été rectifiées ou complétées en partie");
    public static readonly Text LeadInPart = new(
        "On {0} we corrected or completed your data as listed below. Not every statement of yours is attached to what was said.",
        "Le {0}, nous avons rectifié ou complété vos données comme indiqué ci-dessous. Vos déclarations ne sont pas toutes jointes aux propos visés.");
    public static readonly Text TitleNotAttached = new("Your statement was not attached", "Votre déclaration n’a pas été jointe");
    public static readonly Text LeadNotAttached = new(
        "We have your statement. By {0} it had not been attached to what was said in the system listed below.",
        "Nous avons reçu votre déclaration. Au {0}, elle n’est pas jointe aux propos visés dans le système indiqué ci-dessous.");
    public static readonly Text StatedInPart = new("Where your statement is", "Où figure votre déclaration");
    public static readonly Text MayBeCompleted = new(
        "What was said is not rewritten, because it shows what was said. You may have it completed by a statement (GDPR, art. 16, second sentence); the table says where yours is.",
        "Des propos ne sont pas réécrits : ils montrent ce qui a été dit. Vous pouvez les faire compléter par une déclaration (RGPD, art. 16, seconde phrase) ; le tableau indique où figure la vôtre.");
    public static readonly Text KeptUntil = new("What is not attached is kept with our file until {0}.", "Ce qui n’est pas joint est conservé avec notre dossier jusqu’au {0}.");
    public static readonly Text Stated = new("To what your statement was attached", "À quoi votre déclaration a été jointe");
    public static readonly Text NotRewritten = new(
        "What was said is not rewritten, because it shows what was said. What you state on it stands beside it (GDPR, art. 16, second sentence).",
        "Des propos ne sont pas réécrits : ils montrent ce qui a été dit. Ce que vous déclarez figure à côté (RGPD, art. 16, seconde phrase).");
    public static readonly Text On = new("Data", "Donnée");
    public static readonly Text Said = new("What was said", "Ce qui a été dit");
    public static readonly Text Statement = new("Your statement", "Votre déclaration");
    public static readonly Text Place = new("Where it is", "Où elle figure");
    public static readonly Text Number = new("Statements", "Déclarations");
    public static readonly Text WordsOnlyInOwnCopy = new(
        "The words themselves are only in the copy that was handed to the person.",
        "Les textes eux-mêmes ne figurent que dans l’exemplaire remis à la personne.");
    public static readonly Text VerifiedElse = new(
        "After the change each record that we changed ourselves was read again and holds what was decided, but for what is named below.",
        "Après la modification, chaque enregistrement que nous avons modifié nous-mêmes a été relu et contient ce qui a été décidé, hormis ce qui est nommé ci-dessous.");
    public static readonly Text Since = new("Changed since", "Modifié depuis");
    public static readonly Text SinceText = new(
        "Values that were corrected first have been changed again in the system before this answer: {0}.",
        "Des valeurs rectifiées dans un premier temps ont été modifiées à nouveau dans le système avant cette réponse : {0}.");
    public static readonly Text UnprovenText = new(
        "What is listed as changed in these systems was carried out, but could not be read again, because we no longer reach them: {0}.",
        "Ce qui est indiqué comme modifié dans ces systèmes l’a été, mais n’a pas pu être relu ensuite, car nous n’y accédons plus : {0}.");
    public static readonly Text VerifiedCompleted = new(
        "After the change each record that we changed ourselves was read again and holds the corrected value, or your statement beside what was said.",
        "Après la modification, chaque enregistrement que nous avons modifié nous-mêmes a été relu : il contient la valeur rectifiée, ou votre déclaration à côté des propos.");
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
