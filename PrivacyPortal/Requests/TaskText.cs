using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of tasks on sources kept by hand: list, page and sheet.</summary>
internal static class TaskText
{
    public static readonly Text Title = new("Tasks", "Tâches");
    public static readonly Text Subtitle = new(
        "What people do in the sources that the portal cannot reach. A request waits until its tasks are reported.",
        "Ce que des personnes font dans les sources que le portail n’atteint pas. Une demande attend le compte rendu de ses tâches.");
    public static readonly Text Open = new("Open", "À faire");
    public static readonly Text DoneTitle = new("Done", "Faites");
    public static readonly Text Caption = new("Open tasks", "Tâches à faire");
    public static readonly Text DoneCaption = new("Tasks done", "Tâches faites");
    public static readonly Text NoneTitle = new("No task is open", "Aucune tâche à faire");
    public static readonly Text NoneText = new(
        "When a request concerns a source kept by hand, what is to be done there appears here.",
        "Lorsqu’une demande concerne une source tenue à la main, ce qu’il faut y faire apparaît ici.");
    public static readonly Text Task = new("Task", "Tâche");
    public static readonly Text Request = new("Request", "Demande");
    public static readonly Text Source = new("Source", "Source");
    public static readonly Text Owner = new("Owner", "Responsable");
    public static readonly Text NoAccount = new("no account", "sans compte");
    public static readonly Text Due = new("Due by", "À faire avant le");
    public static readonly Text ReportedOn = new("Reported on", "Compte rendu le");
    public static readonly Text Records = new("Number of records", "Nombre de dossiers");
    public static readonly Text RecordsMissing = new("Count the records and give their number, from 0 to {0:N0}.", "Comptez les dossiers et indiquez leur nombre, de 0 à {0:N0}.");
    public static readonly Text Overdue = new("Overdue", "En retard");
    public static readonly Text Today = new("Due today", "Aujourd’hui");
    public static readonly Text InDays = new("{0} days left", "{0} jours restants");
    public static readonly Text InOneDay = new("1 day left", "1 jour restant");
    public static readonly Text Reminders = new("Reminders", "Rappels");
    public static readonly Text RemindersText = new(
        "Each is recorded in the request’s timeline on its day. The portal sends no mail: tell the owner.",
        "Chacun est consigné ce jour-là dans l’historique de la demande. Le portail n’envoie pas d’e-mail : prévenez le responsable.");
    public static readonly Text Sheet = new("Task sheet", "Fiche de tâche");
    public static readonly Text Print = new("Print the sheet", "Imprimer la fiche");
    public static readonly Text Confidential = new("Confidential. Destroy this sheet once the task is reported.", "Confidentiel. Détruisez cette fiche une fois le compte rendu remis.");
    public static readonly Text Reference = new("Reference", "Référence");
    public static readonly Text Instructions = new("What to do there", "Comment faire");
    public static readonly Text Holds = new("What the source holds", "Ce que contient la source");
    public static readonly Text Person = new("Whom it is about", "Personne concernée");
    public static readonly Text Name = new("Name", "Nom");
    public static readonly Text Asked = new("What the person asks to have corrected", "Ce que la personne demande de rectifier");
    public static readonly Text Corrections = new("Already decided elsewhere", "Déjà décidé pour d’autres sources");
    public static readonly Text Correction = new("{0}: “{1}” becomes “{2}”", "{0} : « {1} » devient « {2} »");
    public static readonly Text Statements = new("Statements of the person", "Déclarations de la personne");
    public static readonly Text StatementOn = new("{0} {1}, {2}: “{3}”", "{0} {1}, {2} : « {3} »");
    public static readonly Text Erase = new("To be erased", "À effacer");
    public static readonly Text Keep = new("Must stay: do not erase", "À conserver : n’effacez pas");
    public static readonly Text Answer = new("Your report", "Votre compte rendu");
    public static readonly Text AnswerText = new("To be returned to {0} ({1}), with the copy or the proof.", "À remettre à {0} ({1}), avec la copie ou la preuve.");
    public static readonly Text Done = new("What was done", "Ce qui a été fait");
    public static readonly Text DoneHelp = new("In words, for the timeline. Name nobody else.", "En toutes lettres, pour l’historique. Ne nommez personne d’autre.");
    public static readonly Text DateAndSignature = new("Date and signature", "Date et signature");
    public static readonly Text Copy = new("Copy of what was found", "Copie de ce qui a été trouvé");
    public static readonly Text CopyHelp = new(
        "It becomes part of the person’s copy, so that it must hold nobody else’s data. One file, 10 MB at most; sealed at once.",
        "Elle est jointe au dossier remis à la personne : elle ne doit contenir les données de personne d’autre. Un seul fichier, 10 Mo au plus ; chiffré aussitôt.");
    public static readonly Text Proof = new("Proof", "Preuve");
    public static readonly Text ProofHelp = new(
        "Such as a certificate of destruction or a photograph. One file, 10 MB at most; sealed at once, its fingerprint is on the receipt.",
        "Par exemple un certificat de destruction ou une photographie. Un seul fichier, 10 Mo au plus ; chiffré aussitôt, son empreinte figure sur l’attestation.");
    public static readonly Text TooLarge = new("The file is empty or larger than 10 MB.", "Le fichier est vide ou dépasse 10 Mo.");
    public static readonly Text CopyMissing = new(
        "Something was found that the person is to receive: attach the copy of it.", "Des données à remettre à la personne ont été trouvées : joignez-en la copie.");
    public static readonly Text WaitsForElse = new(
        "The task waits for something else by now: somebody reported it, or it is to be done again. Look at what this page shows, then begin anew.",
        "La tâche attend autre chose à présent : quelqu’un en a rendu compte, ou elle est à refaire. Voyez ce que montre cette page, puis recommencez.");
    public static readonly Text Complete = new("Report as done", "Rendre compte");
    public static readonly Text CompleteText = new("The request goes on. This cannot be taken back.", "La demande se poursuit. Cette action est définitive.");
    public static readonly Text Gone = new("This task is no longer open, or is not yours.", "Cette tâche n’est plus à faire, ou n’est pas la vôtre.");
    public static readonly Text Reported = new("Reported", "Compte rendu");
    public static readonly Text ReportOf = new("{0}. Number of records: {1:N0}. Owner: {2}. Reported by {3}.", "{0}. Nombre de dossiers : {1:N0}. Responsable : {2}. Compte rendu de {3}.");
    public static readonly Text DiffersTitle = new("Another number than planned", "Un autre nombre que prévu");
    public static readonly Text Differs = new(
        "The plan counts the records of the search. A DPO says why the difference may stand, here, or has the task done again from the request’s page. The receipt names both numbers.",
        "Le plan compte les dossiers de la recherche. Un DPO dit ici pourquoi l’écart est admis, ou fait refaire la tâche depuis la page de la demande. L’attestation donne les deux nombres.");
    public static readonly Text DifferenceOpen = new("Planned: {0:N0}. Waits for a DPO.", "Prévus : {0:N0}. En attente d’un DPO.");
    public static readonly Text DifferenceConfirmed = new("Planned: {0:N0}. The difference was confirmed by {1}.", "Prévus : {0:N0}. Écart confirmé par {1}.");
    public static readonly Text DifferenceRecalled = new("Planned: {0:N0}. Not confirmed; the decision was sent back to review.", "Prévus : {0:N0}. Écart non confirmé ; la décision a été renvoyée en examen.");
    public static readonly Text WhyStands = new("Why the difference may stand", "Pourquoi l’écart est admis");
    public static readonly Text Confirm = new("Confirm the number", "Confirmer le nombre");
    public static readonly Text WaitsForDpo = new("Reported, waits for a DPO", "Rendue, en attente d’un DPO");
    public static readonly Text WaitsFor = new("Waits for {0}, due by {1}.", "En attente de {0}, échéance le {1}.");
    public static readonly Text OpenTask = new("Open the task", "Ouvrir la tâche");

    private static readonly Text Search = new("Search by hand", "Rechercher à la main");
    private static readonly Text Correct = new("Correct by hand", "Rectifier à la main");
    private static readonly Text Attach = new("Attach a statement by hand", "Joindre une déclaration à la main");
    private static readonly Text EraseByHand = new("Erase by hand", "Effacer à la main");
    private static readonly Text SearchWhat = new(
        "Does the source hold anything on this person? Count the records. Change nothing.",
        "La source contient-elle quelque chose sur cette personne ? Comptez les dossiers. Ne modifiez rien.");
    private static readonly Text CopyWhat = new(
        "Does the source hold anything on this person? Count the records and make a copy of them. Change nothing.",
        "La source contient-elle quelque chose sur cette personne ? Comptez les dossiers et faites-en une copie. Ne modifiez rien.");
    private static readonly Text CorrectWhat = new(
        "Correct what the source holds on this person, and count the records changed. What was said is not rewritten: attach the person’s statement to it.",
        "Rectifiez ce que la source contient sur cette personne et comptez les dossiers modifiés. Des propos ne se réécrivent pas : joignez-y la déclaration de la personne.");
    private static readonly Text AttachWhat = new(
        "Attach each statement to what was said, so that whoever reads the one sees the other. Change nothing of what was said, and count the statements attached.",
        "Joignez chaque déclaration aux propos visés, afin que qui lit l’un voie l’autre. Ne changez rien aux propos et comptez les déclarations jointes.");
    private static readonly Text EraseWhat = new(
        "Destroy what the source holds on this person, so that nobody can restore it, and count the records destroyed.",
        "Détruisez ce que la source contient sur cette personne, sans restauration possible, et comptez les dossiers détruits.");

    public static Text Of(StepPhase phase, SubjectRight right) =>
        phase == StepPhase.Search ? Search : phase == StepPhase.Attach ? Attach : right == SubjectRight.Rectification ? Correct : EraseByHand;

    public static Text What(StepPhase phase, SubjectRight right) =>
        phase == StepPhase.Attach ? AttachWhat
        : phase != StepPhase.Search ? right == SubjectRight.Rectification ? CorrectWhat : EraseWhat
        : RequestWorkflow.Releases(right) ? CopyWhat : SearchWhat;

    /// <summary>How long there is left.</summary>
    public static string Left(int days) => days switch
    {
        < 0 => Overdue,
        0 => Today,
        1 => InOneDay,
        _ => InDays.With(days),
    };
}
