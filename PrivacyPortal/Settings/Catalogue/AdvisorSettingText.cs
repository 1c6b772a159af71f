using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

internal static class AdvisorSettingText
{
    public static readonly SettingTexts Statistics = new(
        new("Advisor statistics", "Statistiques des conseillers"),
        new(
            "Whether figures on conversations are shown per advisor or only for groups. Aggregated: no figure for a group of fewer than five advisors, and nothing per person. Individual figures start on the day they take effect, never retroactively.",
            "Les chiffres sur les conversations sont présentés par conseiller ou seulement par groupe. Agrégées : aucun chiffre pour un groupe de moins de cinq conseillers, rien par personne. Les statistiques individuelles ne portent que sur l’avenir, jamais sur le passé."),
        new("GDPR art. 5(1)(c) and 88; information of staff and works council", "RGPD art. 5, § 1, c) et 88 ; Code du travail, art. L1222-4 et L2312-38"));

    public static readonly Text Aggregated = new("Aggregated", "Agrégées");
    public static readonly Text AggregatedSees = new(
        "Advisors appear in no figure by themselves; managers see groups of five or more.",
        "Aucun conseiller n’apparaît isolément ; les responsables voient des groupes d’au moins cinq personnes.");

    public static readonly Text Individual = new("Individual", "Individuelles");
    public static readonly Text IndividualSees = new(
        "Managers see figures for each advisor, and each advisor sees their own.",
        "Les responsables voient les chiffres de chaque conseiller, et chaque conseiller voit les siens.");

    public static readonly SettingTexts Supervisor = new(
        new("Supervisor", "Superviseur"),
        new(
            "Lets a manager or an administrator watch an advisor’s conversations live, to advise during them. Each view needs a reason, is logged, and is shown to the advisor while it lasts.",
            "Permet à un manager ou à un administrateur d’observer en direct les conversations d’un conseiller, pour le conseiller en cours d’échange. Chaque observation exige un motif, est journalisée et signalée au conseiller pendant toute sa durée."),
        new("GDPR art. 5(1)(a), 35 and 88", "RGPD art. 5, § 1, a), 35 et 88 ; Code du travail, art. L1222-4"));

    public static readonly Text SupervisorOn = new(
        "The privacy notice says that a manager may follow the conversation; the advisor sees when one does.",
        "La notice d’information indique qu’un responsable peut suivre la conversation ; le conseiller voit quand c’est le cas.");

    public static readonly Text SupervisorOff = new(
        "Nobody but the advisor follows the conversation while it takes place.",
        "Personne d’autre que le conseiller ne suit la conversation pendant qu’elle a lieu.");
}
