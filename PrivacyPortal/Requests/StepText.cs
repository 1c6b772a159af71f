using PrivacyPortal.Connectors;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>What the portal's own work on a request is called, where it stands, and why it needs somebody.</summary>
internal static class StepText
{
    public static readonly Text Search = new("Search", "Recherche");
    public static readonly Text Preflight = new("Dry run", "Simulation");
    public static readonly Text Execute = new("Execution", "Exécution");
    public static readonly Text Verify = new("Verification", "Vérification");
    public static readonly Text Attach = new("Attaching statements", "Ajout de déclarations");
    public static readonly Text Notify = new("Recipients and destruction of working copies", "Destinataires et destruction des copies de travail");
    public static readonly Text Package = new("Copy of the data", "Copie des données");
    public static readonly Text Queued = new("Waiting", "En attente");
    public static readonly Text Running = new("Running", "En cours");
    public static readonly Text Done = new("Done", "Terminée");
    public static readonly Text NeedsAttention = new("Needs you", "Attend une intervention");
    public static readonly Text Superseded = new("Replaced by a newer one", "Remplacée par une plus récente");
    public static readonly Text Title = new("Steps", "Étapes");
    public static readonly Text Subtitle = new("Each survives a restart and is never carried out twice.", "Chacune survit à un redémarrage et n’est jamais exécutée deux fois.");
    public static readonly Text Rows = new("{0:N0} rows", "{0:N0} lignes");
    public static readonly Text TheirRows = new("rows of the person: {0:N0}", "lignes de la personne : {0:N0}");
    public static readonly Text ContextRows = new("rows read for context: {0:N0}", "lignes lues pour le contexte : {0:N0}");
    public static readonly Text Attempt = new("attempt {0}", "tentative {0}");
    public static readonly Text NextAt = new("next attempt at {0}", "prochaine tentative à {0}");
    public static readonly Text Took = new("{0:0.#} s", "{0:0.#} s");
    public static readonly Text WholeRequest = new("the whole request", "toute la demande");
    public static readonly Text DoneOf = new("{0} of {1} steps done", "{0} étapes terminées sur {1}");

    private static readonly Text DataChanged = new(
        "The data changed since the dry run. Nothing was changed; search, review and decide again.",
        "Les données ont changé depuis la simulation. Rien n’a été modifié ; recherchez, examinez et décidez de nouveau.");
    private static readonly Text MapChanged = new(
        "The data map changed since the plan was made. Search and review again.", "La cartographie a changé depuis l’établissement du plan. Recherchez et examinez de nouveau.");
    private static readonly Text ChangeRefused = new(
        "The source refused a change that the dry run had allowed. It was rolled back whole: nothing was changed there.",
        "La source a refusé une modification que la simulation avait permise. Tout y a été annulé : rien n’y a été modifié.");
    private static readonly Text Mixed = new(
        "Some planned rows are as planned and others are not: somebody else wrote there. Look at the source, then try again.",
        "Certaines lignes sont conformes au plan, d’autres non : quelqu’un d’autre y a écrit. Vérifiez la source, puis relancez.");
    private static readonly Text Residue = new(
        "The verification still finds something of this person. See the proof.", "La vérification trouve encore quelque chose de cette personne. Voir la preuve.");
    private static readonly Text ManualTask = new(
        "This is done by hand: the owner of the source does the work and says what was done.", "Cela se fait à la main : le responsable de la source fait le travail et indique ce qui a été fait.");
    private static readonly Text UnderHold = new(
        "A legal hold was placed after the decision. Send the request back to review.", "Une mesure de conservation a été posée après la décision. Renvoyez la demande en examen.");
    private static readonly Text CountDiffers = new(
        "The owner reports another number of records than the plan counts. Say why that may stand, or have the task done again.",
        "Le responsable rend compte d’un autre nombre de dossiers que le plan. Dites pourquoi l’écart est admis, ou faites refaire la tâche.");
    private static readonly Text Unexpected = new(
        "An unexpected error on our side. Nothing is half done; try again, and tell your administrator if it comes back.",
        "Erreur inattendue de notre côté. Rien n’est fait à moitié ; relancez, et prévenez votre administrateur si elle revient.");

    public static Text Of(StepPhase phase) => phase switch
    {
        StepPhase.Search => Search,
        StepPhase.Preflight => Preflight,
        StepPhase.Execute => Execute,
        StepPhase.Verify => Verify,
        StepPhase.Attach => Attach,
        StepPhase.Notify => Notify,
        StepPhase.Package => Package,
    };

    public static Text Of(StepState state) => state switch
    {
        StepState.Queued => Queued,
        StepState.Running => Running,
        StepState.Done => Done,
        StepState.NeedsAttention => NeedsAttention,
        StepState.Superseded => Superseded,
    };

    /// <summary>What happened and what to do.</summary>
    public static Text Of(StepCause cause) => cause switch
    {
        StepCause.SourceMissing => ConnectorText.Of(SourceFailure.Missing),
        StepCause.SourceNotADatabase => ConnectorText.Of(SourceFailure.NotADatabase),
        StepCause.SourceCorrupt => ConnectorText.Of(SourceFailure.Corrupt),
        StepCause.SourceLocked => ConnectorText.Of(SourceFailure.Locked),
        StepCause.SourceReadOnly => ConnectorText.Of(SourceFailure.ReadOnly),
        StepCause.SourcePermissionDenied => ConnectorText.Of(SourceFailure.PermissionDenied),
        StepCause.SourceFull => ConnectorText.Of(SourceFailure.Full),
        StepCause.SourceSchemaChanged => ConnectorText.Of(SourceFailure.SchemaChanged),
        StepCause.SourceUnreachable => ConnectorText.Of(SourceFailure.Unreachable),
        StepCause.SourceSignInRefused => ConnectorText.Of(SourceFailure.SignInRefused),
        StepCause.SourceNotAdmitted => ConnectorText.Of(SourceFailure.NotAdmitted),
        StepCause.SourceUnknownDatabase => ConnectorText.Of(SourceFailure.UnknownDatabase),
        StepCause.SourceTls => ConnectorText.Of(SourceFailure.Tls),
        StepCause.SourceTimedOut => ConnectorText.Of(SourceFailure.TimedOut),
        StepCause.SourceCrowded => ConnectorText.Of(SourceFailure.Crowded),
        StepCause.SourceMisanswered => ConnectorText.Of(SourceFailure.Misanswered),
        StepCause.SourceTooMuch => ConnectorText.Of(SourceFailure.TooMuch),
        StepCause.SourceElsewhere => ConnectorText.Of(SourceFailure.Elsewhere),
        StepCause.SourcePrivateAddress => ConnectorText.Of(SourceFailure.PrivateAddress),
        StepCause.SourceCallRefused => ConnectorText.Of(SourceFailure.CallRefused),
        StepCause.SourceNotOffered => ConnectorText.Of(SourceFailure.NotOffered),
        StepCause.SourceUnsettled => ConnectorText.Of(SourceFailure.Unsettled),
        StepCause.DataChanged => DataChanged,
        StepCause.MapChanged => MapChanged,
        StepCause.ChangeRefused => ChangeRefused,
        StepCause.Mixed => Mixed,
        StepCause.Residue => Residue,
        StepCause.ManualTask => ManualTask,
        StepCause.UnderHold => UnderHold,
        StepCause.CountDiffers => CountDiffers,
        StepCause.Unexpected => Unexpected,
    };
}
