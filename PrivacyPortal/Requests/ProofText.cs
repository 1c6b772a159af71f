using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of the proof: what was carried out, how it was verified, who was told.</summary>
internal static class ProofText
{
    public static readonly Text NothingTitle = new("Nothing to prove yet", "Rien à prouver pour l’instant");
    public static readonly Text NothingText = new("What is carried out and how it was verified appear here.", "Ce qui est exécuté et sa vérification apparaîtront ici.");
    public static readonly Text ExecutedAt = new("Carried out {0}", "Exécuté le {0}");
    public static readonly Text VerifiedTitle = new("Verified three ways", "Vérifié de trois façons");
    public static readonly Text Verified = new("Verified", "Vérifié");
    public static readonly Text VerifiedAt = new("Verified {0}", "Vérifié le {0}");
    public static readonly Text ReadAgain = new(
        "Records read again by key: {0:N0} · rows whose text was searched: {1:N0}", "Enregistrements relus par leur clé : {0:N0} · lignes dont le texte a été parcouru : {1:N0}");
    public static readonly Text ValuesRead = new("Each corrected value read again", "Chaque valeur corrigée, relue");
    public static readonly Text ValuesCount = new("Values read again: {0:N0}", "Valeurs relues : {0:N0}");
    public static readonly Text SearchedAgain = new("The same search again", "La même recherche, de nouveau");
    public static readonly Text KeysRead = new("Every planned row read again", "Chaque ligne prévue relue");
    public static readonly Text TextSought = new("The identity sought in the text of what stays (in whole columns where the plan asks for it)", "L’identité cherchée dans les textes de ce qui reste (dans les colonnes entières si le plan le demande)");
    public static readonly Text CheckOf = new("{0}:", "{0} :");
    public static readonly Text NothingLeft = new("nothing left", "rien ne subsiste");
    public static readonly Text Left = new("rows left: {0:N0}", "lignes qui subsistent : {0:N0}");
    public static readonly Text OnlyKept = new("only in what is kept on its ground", "seulement dans ce qui est conservé avec son fondement");
    public static readonly Text ChangedSince = new(
        "Values corrected before the decision was recalled that have been changed again since: {0}. The receipt says so.",
        "Valeurs rectifiées avant le rappel de la décision et modifiées à nouveau depuis : {0}. L’attestation le dit.");
    public static readonly Text InOthers = new("Rows of others that mention it, for you to look at: {0:N0}", "Lignes d’autrui qui la mentionnent, à examiner : {0:N0}");
    public static readonly Text Unsought = new(
        "Whole texts were not searched in: {0}. The source has no call that lists all their rows.",
        "Les textes entiers n’ont pas été cherchés dans : {0}. La source n’a pas d’appel qui liste toutes leurs lignes.");
    public static readonly Text AsCorrected = new("all fields as corrected", "tous les champs tels que corrigés");
    public static readonly Text LogBusy = new("Others were reading: the source’s write-ahead log is emptied with its next checkpoint.", "D’autres lisaient : le journal d’écriture de la source sera vidé à son prochain point de contrôle.");
    public static readonly Text FreePages = new("The file has {0:N0} free pages from before, which may hold values deleted earlier: a VACUUM would rewrite it.", "Le fichier a {0:N0} pages libres d’avant, qui peuvent contenir des valeurs supprimées auparavant : un VACUUM le réécrirait.");
    public static readonly Text FilesOfServer = new("The files are the database server’s: deleted rows leave them with its own VACUUM, its log and backups by their own terms.", "Les fichiers sont ceux du serveur de base de données : les lignes supprimées en sortent avec son propre VACUUM, son journal et ses sauvegardes selon leurs propres durées.");
    public static readonly Text Vacuumed = new("The file was rewritten: no free space of before is left.", "Le fichier a été réécrit : il ne reste aucun espace libre d’avant.");
    public static readonly Text RecipientsTitle = new("Recipients to be told", "Destinataires à informer");
    public static readonly Text RecipientsText = new("Whoever received the data is told of its erasure or correction (art. 19).", "Quiconque a reçu les données est informé de leur effacement ou rectification (art. 19).");
    public static readonly Text ToldOn = new("{0}, on {1}", "{0}, le {1}");
    public static readonly Text NotTold = new("not yet", "pas encore");
    public static readonly Text DocumentsTitle = new("Letters and receipts", "Lettres et attestations");
    public static readonly Text DocumentsText = new("Signed PDFs in the person’s language; anybody can check them at /check.", "PDF signés, dans la langue de la personne ; chacun peut les vérifier sur /check.");
    public static readonly Text CopiesTitle = new("For the person only", "Pour la personne uniquement");
    public static readonly Text CopiesText = new("They hold the person’s data: hand them over safely. Each download is in the audit log, and they end with the findings.", "Ils contiennent ses données : remettez-les de façon sûre. Chaque téléchargement est journalisé, et ils disparaissent avec les résultats.");
    public static readonly Text PortablePackage = new("Data to carry away (ZIP)", "Données à emporter (ZIP)");
    public static readonly Text Package = new("Access package (ZIP)", "Copie des données (ZIP)");
    public static readonly Text OwnCopy = new("The person’s own copy (PDF)", "Exemplaire de la personne (PDF)");
    public static readonly Text Download = new("Download {0}", "Télécharger {0}");
    public static readonly Text Get = new("Download", "Télécharger");
    public static readonly Text IssuedBy = new("issued {0} by {1}", "établi le {0} par {1}");
    public static readonly Text HashOnly = new("only its hash is kept", "seule son empreinte est conservée");
    public static readonly Text Kilobytes = new("{0:N0} kB", "{0:N0} ko");
    private static readonly Text Done = new("Done as planned", "Fait comme prévu");
    private static readonly Text DoneBefore = new("Done; the work survived a restart and was not repeated", "Fait ; le travail a survécu à un redémarrage et n’a pas été répété");
    public static readonly Text Calls = new("Calls sent one after another: {0}", "Appels envoyés l’un après l’autre : {0}");
    public static readonly Text CallsMore = new("And {0} more.", "Et {0} de plus.");
    public static readonly Text CallSent = new("Call", "Appel");
    public static readonly Text CallAt = new("Sent", "Envoyé");
    public static readonly Text CallAnswer = new("Answer", "Réponse");
    public static readonly Text CallId = new("Their request id", "Identifiant chez eux");
    public static readonly Text CallDone = new("done", "fait");
    public static readonly Text CallGone = new("was already gone", "n’existait plus");
    private static readonly Text DataChanged = new("Rolled back: the data changed since the dry run", "Annulé : les données ont changé depuis la simulation");
    private static readonly Text Refused = new("Rolled back: the source refused a change", "Annulé : la source a refusé une modification");
    private static readonly Text Mixed = new("Stopped: somebody else wrote to the same rows", "Arrêté : quelqu’un d’autre a écrit dans les mêmes lignes");

    public static Text NameOf(RequestSheet sheet, RequestDocumentRow document) =>
        document.Kind == DocumentKind.Export ? TaskText.Copy
        : document.Kind == DocumentKind.Proof ? TaskText.Proof
        : document.MediaType == "application/pdf" ? OwnCopy
        : sheet.Row.Right == SubjectRight.Portability ? PortablePackage
        : Package;

    /// <summary>Who may not open findings is not told which documents there are.</summary>
    public static Text NameOf(RequestSheet sheet, ExportRow export) =>
        export.Kind == ExportKind.TaskSheet ? TaskText.Sheet
        : sheet.Documents.FirstOrDefault(d => d.Id == export.What) is { } document ? NameOf(sheet, document)
        : ExportText.File;

    public static Text Of(ExecutionOutcome outcome) => outcome switch
    {
        ExecutionOutcome.Done => Done,
        ExecutionOutcome.DoneBefore => DoneBefore,
        ExecutionOutcome.DataChanged => DataChanged,
        ExecutionOutcome.Refused => Refused,
        ExecutionOutcome.Mixed => Mixed,
    };

    public static Text Of(RecipientNotice notice) => notice switch
    {
        RecipientNotice.Told => VerbText.NoticeTold,
        RecipientNotice.Impossible => VerbText.NoticeImpossible,
        RecipientNotice.Disproportionate => VerbText.NoticeDisproportionate,
    };
}
