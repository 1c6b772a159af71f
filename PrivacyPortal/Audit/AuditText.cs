using System.Text.RegularExpressions;
using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Audit;

internal static partial class AuditText
{
    public static readonly Text Title = new("Audit log", "Journal d’audit");
    public static readonly Text Subtitle = new(
        "Everything that was done, in a chain in which no line can be changed or removed unseen.",
        "Tout ce qui a été fait, dans une chaîne dont aucune ligne ne peut être modifiée ou retirée sans que cela se voie.");
    public static readonly Text Verify = new("Verify the chain", "Vérifier la chaîne");
    public static readonly Text ExportChain = new("Export the chain (JSONL)", "Exporter la chaîne (JSONL)");
    public static readonly Text ExportTable = new("Export this list (CSV)", "Exporter cette liste (CSV)");
    public static readonly Text Filter = new("Filter", "Filtrer");
    public static readonly Text Clear = new("Show all", "Tout afficher");
    public static readonly Text Category = new("Area", "Domaine");
    public static readonly Text AllCategories = new("All areas", "Tous les domaines");
    public static readonly Text AllEvents = new("All events", "Tous les événements");
    public static readonly Text About = new("About", "Objet");
    public static readonly Text AboutHelp = new("A reference, such as DSR-2026-000123, or its beginning.", "Une référence, comme DSR-2026-000123, ou son début.");
    public static readonly Text Who = new("Who", "Auteur");
    public static readonly Text From = new("From", "Du");
    public static readonly Text Until = new("Until", "Au");
    public static readonly Text When = new("When", "Date");
    public static readonly Text What = new("What", "Événement");
    public static readonly Text Line = new("Line", "Ligne");
    public static readonly Text Details = new("Details", "Détails");
    public static readonly Text DetailsOf = new("Details of line {0}", "Détails de la ligne {0}");
    public static readonly Text Facts = new("Facts", "Faits");
    public static readonly Text Hash = new("Hash", "Empreinte");
    public static readonly Text Previous = new("Hash of the line before", "Empreinte de la ligne précédente");
    public static readonly Text Nothing = new("No line matches", "Aucune ligne ne correspond");
    public static readonly Text NothingText = new("Nothing was done that fits this filter.", "Rien de ce qui a été fait ne correspond à ce filtre.");
    public static readonly Text WholeTitle = new("The chain is whole", "La chaîne est intègre");
    public static readonly Text Whole = new(
        "{0:N0} lines checked; none was changed, removed or slipped in. Head: {1}",
        "{0:N0} lignes vérifiées ; aucune n’a été modifiée, retirée ni insérée. Tête : {1}");
    public static readonly Text BrokenTitle = new("The chain is broken", "La chaîne est rompue");
    public static readonly Text Gap = new(
        "{0:N0} lines are sound; where line {1:N0} should be, a line is missing or was slipped in.",
        "{0:N0} lignes sont intègres ; à la place de la ligne {1:N0}, une ligne manque ou a été insérée.");
    public static readonly Text BrokenLink = new(
        "{0:N0} lines are sound; line {1:N0} does not rest on the line before it.",
        "{0:N0} lignes sont intègres ; la ligne {1:N0} ne s’appuie pas sur la précédente.");
    public static readonly Text Altered = new(
        "{0:N0} lines are sound; line {1:N0} is not what was written.",
        "{0:N0} lignes sont intègres ; la ligne {1:N0} n’est pas celle qui a été écrite.");
    public static readonly Text CutOff = new(
        "{0:N0} lines are sound; from line {1:N0} on, the end of the log was cut off.",
        "{0:N0} lignes sont intègres ; à partir de la ligne {1:N0}, la fin du journal a été coupée.");
    public static readonly Text EndUnknown = new(
        "{0:N0} lines are sound; the record of where the log ends is gone, so that its end may have been cut off from line {1:N0} on.",
        "{0:N0} lignes sont intègres ; la trace de la fin du journal a disparu, de sorte qu’il a pu être coupé à partir de la ligne {1:N0}.");
    public static readonly Text NoDatabase = new(
        "There is no portal database in the data folder {0}. Another one is named with --DataFolder, as ./data/demo for the demo.",
        "Le dossier de données {0} ne contient pas de base du portail. Un autre se désigne par --DataFolder, ainsi ./data/demo pour la démonstration.");
    public static readonly Text Silent = new("The portal’s database does not answer, or is none.", "La base du portail ne répond pas, ou n’en est pas une.");
    public static readonly Text NoEntry = new("Line {0} of the file is no entry of an audit log.", "La ligne {0} du fichier n’est pas une entrée de journal d’audit.");
    public static readonly Text Unreadable = new("The file {0} cannot be read.", "Le fichier {0} est illisible.");

    private static readonly Text Staff = new("Staff", "Personnel");
    private static readonly Text Key = new("API key", "Clé d’API");
    private static readonly Text Portal = new("The portal itself", "Le portail lui-même");
    private static readonly Text Subject = new("Data subject", "Personne concernée");
    private static readonly Text Nobody = new("Not signed in", "Non connecté");

    /// <summary>What it is about, with the ids of accounts, sites and the like cut to their distinctive end: the details have them whole.</summary>
    public static string Short(string about) => LongId().Replace(about, "…$1");

    /// <summary>Who did it. The portal's own parts have names that are not for readers.</summary>
    public static string NameOf(AuditEntry entry) => IsPortal(entry) ? Portal.ToString() : entry.ActorName;

    /// <summary>What kind of actor that is, where the name does not say it.</summary>
    public static Text? PartOf(AuditEntry entry) => IsPortal(entry) ? null : OfKind(entry.ActorKind);

    /// <summary>What kind of actor a line names; the log keeps the kinds as words.</summary>
    public static Text OfKind(string kind) => Enum.TryParse<ActorKind>(kind, out var known) ? Of(known) : Nobody;

    private static bool IsPortal(AuditEntry entry) => entry.ActorKind == nameof(ActorKind.System);

    public static Text Of(ActorKind kind) => kind switch
    {
        ActorKind.User => Staff,
        ActorKind.Key => Key,
        ActorKind.System => Portal,
        ActorKind.Subject => Subject,
        ActorKind.Anonymous => Nobody,
    };

    /// <summary>The verdict in a sentence.</summary>
    public static string Of(AuditVerdict verdict) => verdict.Fault is { } fault ? Of(fault).With(verdict.Sound, verdict.At) : Whole.With(verdict.Sound, verdict.Head);

    public static Text Of(AuditFault fault) => fault switch
    {
        AuditFault.Gap => Gap,
        AuditFault.BrokenLink => BrokenLink,
        AuditFault.Altered => Altered,
        AuditFault.CutOff => CutOff,
        AuditFault.EndUnknown => EndUnknown,
    };

    [GeneratedRegex("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{4}([0-9a-f]{8})$")]
    private static partial Regex LongId();
}
