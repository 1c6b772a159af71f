using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of a download of personal data: what it takes, what is asked, what waits.</summary>
internal static class ExportText
{
    public static readonly Text DidHandOut = new("The person’s own copy taken, to hand it to them", "Exemplaire de la personne retiré, pour le lui remettre");
    public static readonly Text DidExport = new("Download asked for", "Téléchargement demandé");
    public static readonly Text DidPrint = new("Task sheet asked for", "Fiche de tâche demandée");
    public static readonly Text DidAllow = new("Download allowed", "Téléchargement autorisé");
    public static readonly Text DidDecline = new("Download declined", "Téléchargement refusé");
    public static readonly Text AskedBy = new("asked for by {0}", "demandé par {0}");

    public static readonly Text WhatFor = new("What it is for", "À quelle fin");
    public static readonly Text ForPerson = new("To hand it to the person: it is their answer", "Pour le remettre à la personne : c’est sa réponse");
    public static readonly Text ForStaff = new("For another use", "Pour un autre usage");
    public static readonly Text ForPersonHelp = new(
        "Nothing stands between a person and their answer: no reason is asked. The timeline and the audit log say that you took it, and when.",
        "Rien ne s’interpose entre une personne et sa réponse : aucun motif n’est demandé. L’historique et le journal d’audit indiquent que vous l’avez retirée, et quand.");
    public static readonly Text SheetText = new(
        "The sheet names the person and leaves the portal on paper.", "La fiche nomme la personne et sort du portail sur papier.");
    public static readonly Text DeniedTitle = new("Denied by the setting “Exports”", "Interdit par le réglage « Exports »");
    public static readonly Text ReasonText = new(
        "The setting “Exports” asks for a reason. It goes on record in the timeline; the audit log keeps its fingerprint.",
        "Le réglage « Exports » exige un motif. Il est consigné dans l’historique ; le journal d’audit en garde l’empreinte.");
    public static readonly Text FourEyesText = new(
        "The setting “Exports” asks for two persons. Say why: once another person has allowed it, you have 24 hours to download it.",
        "Le réglage « Exports » exige deux personnes. Dites pourquoi : une fois autorisé par une autre personne, le téléchargement vous est ouvert 24 heures.");
    public static readonly Text Reason = new("Why you need it outside the portal", "Pourquoi vous en avez besoin hors du portail");
    public static readonly Text Ask = new("Ask a second person", "Demander à une seconde personne");
    public static readonly Text Cancel = new("Cancel", "Annuler");
    public static readonly Text NotDone = new("Not downloaded", "Non téléchargé");

    public static readonly Text OpenUntil = new("open to you until {0}", "ouvert pour vous jusqu’au {0}");
    public static readonly Text YoursWaits = new("waits for a second person since {0}", "attend une seconde personne depuis le {0}");
    public static readonly Text YoursDeclined = new("your download was declined", "votre téléchargement a été refusé");
    public static readonly Text WaitingTitle = new("Downloads that wait for a second person", "Téléchargements en attente d’une seconde personne");
    public static readonly Text DownloadOf = new("Download to allow in {0}", "Téléchargement à autoriser dans {0}");
    public static readonly Text WaitingText = new("The setting “Exports” asks for two persons.", "Le réglage « Exports » exige deux personnes.");
    public static readonly Text WaitsForYou = new("{0} asks to download a file: it waits for a second person.", "{0} demande à télécharger un fichier : une seconde personne doit l’autoriser.");
    public static readonly Text AsksFor = new("{0} asks to download: {1}", "{0} demande à télécharger : {1}");
    public static readonly Text Because = new("Why: {0}", "Motif : {0}");
    public static readonly Text Look = new("Look at it", "Examiner");
    public static readonly Text AskedOn = new("asked for by {0}, {1}", "demandé par {0}, le {1}");
    public static readonly Text File = new("A file of the request", "Un fichier de la demande");
    private static readonly Text Waiting = new("waits for a second person", "attend une seconde personne");
    private static readonly Text Open = new("open", "ouvert");
    private static readonly Text Declined = new("declined", "refusé");
    private static readonly Text Over = new("over", "échu");
    private static readonly Text Barred = new("barred by the setting", "bloqué par le réglage");

    public static Text Of(ExportStanding standing) => standing switch
    {
        ExportStanding.Waiting => Waiting,
        ExportStanding.Open => Open,
        ExportStanding.Declined => Declined,
        ExportStanding.Over => Over,
        ExportStanding.Barred => Barred,
    };
}
