using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

internal static class HistoryText
{
    public static readonly Text Title = new("History of the settings", "Historique des réglages");
    public static readonly Text Subtitle = new("Every revision, whole: who, when, why, and what changed.", "Chaque révision, en entier : qui, quand, pourquoi, et ce qui a changé.");
    public static readonly Text Back = new("Privacy settings", "Confidentialité");
    public static readonly Text BackToHistory = new("History", "Historique");
    public static readonly Text Revisions = new("Revisions", "Révisions");
    public static readonly Text Revision = new("Revision", "Révision");
    public static readonly Text RevisionOf = new("Revision {0}", "Révision {0}");
    public static readonly Text InEffect = new("In effect from", "En vigueur depuis");
    public static readonly Text Published = new("Published", "Publiée");
    public static readonly Text By = new("By", "Par");
    public static readonly Text Reason = new("Reason", "Motif");
    public static readonly Text Changes = new("Changes", "Modifications");
    public static readonly Text AndMore = new("and {0} more", "et {0} autres");
    public static readonly Text Digest = new("Digest (SHA-256), as in the audit log", "Empreinte (SHA-256), comme au journal d’audit");
    public static readonly Text Scheduled = new("Takes effect later", "Prendra effet plus tard");
    public static readonly Text Difference = new("What it changed", "Ce qu’elle a changé");
    public static readonly Text Opinion = new("Opinion of the DPO", "Avis du DPO");
    public static readonly Text Management = new("Management’s decision", "Décision de la direction");
    public static readonly Text Compare = new("Compare", "Comparer");
    public static readonly Text CompareTitle = new("Compare two revisions", "Comparer deux révisions");
    public static readonly Text CompareHelp = new("What would change if the second took the place of the first.", "Ce qui changerait si la seconde remplaçait la première.");
    public static readonly Text From = new("From revision", "De la révision");
    public static readonly Text To = new("To revision", "À la révision");
    public static readonly Text WithNewest = new("Compare with the newest", "Comparer à la dernière");
    public static readonly Text ProposeAgain = new("Propose again", "Proposer à nouveau");
    public static readonly Text ProposeAgainTitle = new("Propose revision {0} again", "Proposer à nouveau la révision {0}");
    public static readonly Text ProposeAgainHelp = new(
        "Your draft is filled with what would bring this state back. Nothing changes until you publish it. A draft that you have now is replaced.",
        "Votre brouillon est rempli avec ce qui rétablirait cet état. Rien ne change tant que vous ne publiez pas. Votre brouillon actuel, s’il existe, est remplacé.");

    public static readonly Text Cancel = new("Cancel", "Annuler");
    public static readonly Text AdviceNotFollowed = new("Advice not followed", "Avis non suivis");
    public static readonly Text AdviceNotFollowedHelp = new(
        "Published against the DPO’s opinion, with management’s name and reason.",
        "Publiés malgré l’avis du DPO, avec le nom et le motif de la direction.");

    public static readonly Text Proposals = new("Loosenings proposed", "Assouplissements proposés");
    public static readonly Text Status = new("Status", "État");
    public static readonly Text ProposedBy = new("Proposed by", "Proposé par");

    /// <summary>Who, and what they said.</summary>
    public static readonly Text Said = new("{0}: {1}", "{0} : {1}");

    private static readonly Text Catalogue = new("Portal", "Portail");
    private static readonly Text SiteOrigin = new("Site", "Site");
    private static readonly Text Tightening = new("Published", "Publiée");
    private static readonly Text Advised = new("On favourable opinion", "Sur avis favorable");
    private static readonly Text AgainstAdvice = new("Against the opinion", "Malgré l’avis");

    private static readonly Text AwaitingOpinion = new("Waits for the DPO", "Attend le DPO");
    private static readonly Text AdvisedAgainst = new("DPO advises against", "Avis défavorable");
    private static readonly Text PublishedStatus = new("Published", "Publié");
    private static readonly Text PublishedAgainst = new("Published against the opinion", "Publié malgré l’avis");
    private static readonly Text Withdrawn = new("Withdrawn", "Retiré");
    private static readonly Text Lapsed = new("Lapsed: changed meanwhile", "Caduc : modifié entre-temps");

    public static Text Of(RevisionOrigin origin) => origin switch
    {
        RevisionOrigin.Catalogue => Catalogue,
        RevisionOrigin.Site => SiteOrigin,
        RevisionOrigin.Published => Tightening,
        RevisionOrigin.Advised => Advised,
        RevisionOrigin.AgainstAdvice => AgainstAdvice,
    };

    public static Text Of(ProposalStatus status) => status switch
    {
        ProposalStatus.AwaitingOpinion => AwaitingOpinion,
        ProposalStatus.AdvisedAgainst => AdvisedAgainst,
        ProposalStatus.Published => PublishedStatus,
        ProposalStatus.PublishedAgainstAdvice => PublishedAgainst,
        ProposalStatus.Withdrawn => Withdrawn,
        ProposalStatus.Lapsed => Lapsed,
    };
}
