using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>Words of a difference, a draft's review and an opinion.</summary>
internal static class DifferenceText
{
    public static readonly Text Before = new("before:", "avant :");
    public static readonly Text After = new("after:", "après :");
    public static readonly Text Nothing = new("No difference.", "Aucune différence.");
    public static readonly Text Sees = new("What people will see", "Ce que verront les personnes");
    public static readonly Text AsOrganisation = new("as the organisation", "comme l’organisme");
    public static readonly Text ByDefault = new("{0} (default)", "{0} (par défaut)");
    public static readonly Text Site = new("Site “{0}”", "Site « {0} »");
    public static readonly Text SiteCountry = new("Country of the site “{0}”", "Pays du site « {0} »");
    public static readonly Text Rule = new("Rule of {0}", "Règle du pays : {0}");
    public static readonly Text Default = new("Default of the portal", "Valeur par défaut du portail");

    public static readonly Text DraftChanges = new("{0} changes in your draft", "{0} modifications dans votre brouillon");
    public static readonly Text DraftChange = new("1 change in your draft", "1 modification dans votre brouillon");
    public static readonly Text SomeWait = new("{0} for the DPO’s opinion", "{0} pour avis du DPO");
    public static readonly Text Discard = new("Discard", "Abandonner");
    public static readonly Text DiscardQuestion = new("Discard the draft with all its changes?", "Abandonner le brouillon et toutes ses modifications ?");
    public static readonly Text Review = new("Review and publish", "Relire et publier");
    public static readonly Text Keep = new("Go on editing", "Continuer l’édition");
    public static readonly Text AtOnce = new("Takes effect without an opinion", "Prend effet sans avis");
    public static readonly Text Waits = new("Waits for the DPO’s opinion", "Attend l’avis du DPO");
    public static readonly Text WaitsHelp = new(
        "It changes nothing until the DPO has given an opinion. An unfavourable one can only be overruled by a second administrator, with management’s name and reason.",
        "Rien ne change avant l’avis du DPO. Un avis défavorable ne peut être écarté que par un second administrateur, avec le nom et le motif de la direction.");

    public static readonly Text Reason = new("Reason", "Motif");
    public static readonly Text ReasonHelp = new("It stays on record with the revision.", "Il reste consigné avec la révision.");
    public static readonly Text EffectiveOn = new("In effect from", "Prise d’effet");
    public static readonly Text EffectiveHelp = new("Empty: at once.", "Vide : immédiate.");
    public static readonly Text Publish = new("Publish", "Publier");
    public static readonly Text PublishAndPropose = new("Publish and ask the DPO", "Publier et demander l’avis");
    public static readonly Text Propose = new("Ask for the DPO’s opinion", "Demander l’avis du DPO");
    public static readonly Text PublishedNow = new("Published as revision {0}.", "Publié : révision {0}.");
    public static readonly Text PublishedAndProposed = new("Revision {0} is published; the rest waits for the DPO’s opinion.", "La révision {0} est publiée ; le reste attend l’avis du DPO.");
    public static readonly Text Proposed = new("Sent to the DPO for an opinion. Nothing changes until then.", "Transmis au DPO pour avis. Rien ne change d’ici là.");

    public static readonly Text BehindTitle = new("The settings changed since you began", "Les réglages ont changé depuis que vous avez commencé");
    public static readonly Text Behind = new(
        "Your draft was made on revision {0}; by now there is revision {1}. This changed meanwhile:",
        "Votre brouillon part de la révision {0} ; la révision {1} est parue depuis. Voici ce qui a changé :");

    public static readonly Text Conflict = new("You change it too: {0}. Yours would replace it.", "Vous le modifiez aussi : {0}. Votre valeur la remplacerait.");
    public static readonly Text Rebase = new("I have seen it: go on from revision {0}", "J’en ai pris connaissance : repartir de la révision {0}");
    public static readonly Text OtherDraft = new("{0} has a draft too ({1}). Whoever publishes second is shown what changed.", "{0} a aussi un brouillon ({1}). Qui publie en second voit ce qui a changé.");

    public static readonly Text Opinions = new("Opinions asked for", "Avis demandés");
    public static readonly Text OpenOne = new("A loosening is not dealt with yet; it changes nothing until then.", "Un assouplissement n’est pas encore traité ; il reste sans effet d’ici là.");
    public static readonly Text OpenMany = new("{0} loosenings are not dealt with yet; they change nothing until then.", "{0} assouplissements ne sont pas encore traités ; ils restent sans effet d’ici là.");
    public static readonly Text SeeOpen = new("See them and the opinions", "Voir les propositions et les avis");
    public static readonly Text NoOpen = new("No opinion is asked for", "Aucun avis n’est demandé");
    public static readonly Text NoOpenText = new("Every proposal is dealt with. The history tells how.", "Toutes les propositions sont traitées. L’historique en garde la trace.");
    public static readonly Text Back = new("Privacy settings", "Confidentialité");
    public static readonly Text OpinionsHelp = new("Loosenings that change nothing until they are dealt with.", "Assouplissements sans effet tant qu’ils ne sont pas traités.");
    public static readonly Text ProposedBy = new("Proposed by {0} on {1}", "Proposé par {0} le {1}");
    public static readonly Text EffectiveFrom = new("Wanted from {0}", "Souhaité à partir du {0}");
    public static readonly Text YourOpinion = new("Your opinion", "Votre avis");
    public static readonly Text YourOpinionHelp = new("In words; it stays on record. You advise, the controller decides (art. 39, C-453/21).", "En toutes lettres ; il reste consigné. Vous conseillez, le responsable décide (art. 39, C-453/21).");
    public static readonly Text Favourable = new("Favourable: put in effect", "Favorable : mettre en vigueur");
    public static readonly Text Unfavourable = new("Unfavourable", "Défavorable");
    public static readonly Text AwaitsOpinion = new("Waits for the DPO", "Attend le DPO");
    public static readonly Text AdvisedAgainst = new("DPO advises against", "Avis défavorable du DPO");
    public static readonly Text OpinionOf = new("Opinion of {0}, {1}:", "Avis de {0}, {1} :");
    public static readonly Text Overrule = new("Publish against the opinion", "Publier malgré l’avis");
    public static readonly Text OverruleHelp = new(
        "Only for management, and on record as advice not followed: name and reason are shown to the DPO and to every auditor.",
        "Réservé à une décision de la direction, consignée comme avis non suivi : le nom et le motif sont visibles du DPO et de tout auditeur.");

    public static readonly Text ManagementName = new("Who of the management decides", "Qui décide, au sein de la direction");
    public static readonly Text ManagementReason = new("Management’s reason", "Motif de la direction");
    public static readonly Text NotYours = new("You proposed it: another administrator must publish it, if anybody does.", "Vous l’avez proposé : seul un autre administrateur peut le publier.");
    public static readonly Text Withdraw = new("Withdraw", "Retirer");
    public static readonly Text WithdrawQuestion = new("Withdraw this proposal?", "Retirer cette proposition ?");
    public static readonly Text Cancel = new("Cancel", "Annuler");
}
