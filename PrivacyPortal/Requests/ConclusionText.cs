using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of what a decision concludes for restriction, objection, human review and erasure.</summary>
internal static class ConclusionText
{
    public static readonly Text RestrictionLegend = new("What is frozen, and where", "Ce qui est gelé, et où");
    public static readonly Text RestrictionHelp = new(
        "Freeze the data in each system first, then say here what was done. A system that cannot is named with the reason; the person reads it.",
        "Gelez d’abord les données dans chaque système, puis indiquez ici ce qui a été fait. Un système qui ne le permet pas est nommé avec le motif ; la personne le lira.");
    public static readonly Text CaseOf = new("Case of article 18(1)", "Cas de l’article 18(1)");
    public static readonly Text FrozenIn = new("{0}: frozen", "{0} : gelé");
    public static readonly Text Measure = new("{0}: how, or why not and what is done instead", "{0} : mesure prise, ou pourquoi non et ce qui est fait à la place");
    public static readonly Text ObjectionLegend = new("The objection", "L’opposition");
    public static readonly Text ScopeOf = new("What they object to", "Ce à quoi la personne s’oppose");
    public static readonly Text MarketingHelp = new(
        "Direct marketing stops without discussion (art. 21(3)): it cannot be refused. Their identities go on the suppression list as keyed hashes when you decide.",
        "La prospection cesse sans discussion (art. 21(3)) : elle ne peut être refusée. Ses identités sont inscrites sur la liste d’opposition, sous forme d’empreintes, dès votre décision.");
    public static readonly Text ErasureLegend = new("The ground of the erasure", "Le motif de l’effacement");
    public static readonly Text ErasureHelp = new("Which case of article 17(1) obliges to erase, or that none does. It is printed on the receipt.", "Quel cas de l’article 17(1) oblige à effacer, ou aucun. Imprimé sur l’attestation.");
    public static readonly Text Choose = new("Choose", "Choisissez");
    public static readonly Text GroundMissing = new("Say on which ground, or that there is none.", "Indiquez le motif, ou qu’il n’y en a pas.");
    public static readonly Text Stopped = new("What stops, written for the person", "Ce qui cesse, rédigé pour la personne");
    public static readonly Text ReviewLegend = new("The human review", "Le réexamen humain");
    public static readonly Text ReviewHelp = new(
        "Somebody with the power to change the decision looks at the whole case and at what the person says (art. 22(3)).",
        "Une personne ayant le pouvoir de modifier la décision examine tout le dossier et les observations de la personne (art. 22(3)).");
    public static readonly Text Reviewer = new("Who reviewed it (name and function)", "Qui l’a réexaminée (nom et fonction)");
    public static readonly Text OutcomeOf = new("What became of the decision", "Ce qu’il advient de la décision");
    public static readonly Text ReviewReasons = new("Reasons, written for the person", "Motifs, rédigés pour la personne");
    public static readonly Text Records = new("records: {0:N0}", "enregistrements : {0:N0}");
    public static readonly Text Frozen = new("frozen", "gelé");
    public static readonly Text NotFrozen = new("not frozen", "non gelé");
    public static readonly Text InForce = new("Restriction in force", "Limitation en vigueur");
    public static readonly Text Ends = new("The restriction ends on {0}.", "La limitation prend fin le {0}.");
    public static readonly Text InForceText = new(
        "The person is told before it is lifted (art. 18(3)).", "La personne est informée avant toute levée (art. 18(3)).");
    public static readonly Text OthersRestrict = new(
        "The processing of this person’s data is restricted (art. 18): apart from storing them, do only what they consent to.",
        "Le traitement des données de cette personne est limité (art. 18) : hormis leur conservation, ne faites que ce à quoi elle consent.");
    public static readonly Text Despite = new("despite the restriction {0}", "malgré la limitation {0}");
    public static readonly Text RestrictedTitle = new("Restricted by {0}", "Traitement limité par {0}");
    public static readonly Text RestrictedHelp = new(
        "Erasing is processing too: while the restriction stands it takes the person’s consent, or legal claims, the rights of another or an important public interest (art. 18(2)). What they need for a claim would be gone.",
        "Effacer est aussi un traitement : tant que la limitation dure, il y faut le consentement de la personne, ou des droits en justice, les droits d’autrui ou un intérêt public important (art. 18(2)). Ce dont elle a besoin pour agir serait perdu.");
    public static readonly Text DecidedDespite = new("It was decided knowing of it: {0}", "La décision en tient compte : {0}");
    public static readonly Text RestrictedSince = new(
        "The decision says nothing of it. Decline, so that whoever decides looks at it again.",
        "La décision n’en dit rien. Refusez d’approuver, pour que la personne qui décide l’examine de nouveau.");
    public static readonly Text DespiteBecause = new("I know of the restriction. It is erased all the same because", "J’ai connaissance de la limitation. L’effacement a lieu malgré elle, car");
    public static readonly Text MarketingStopped = new("Direct marketing", "Prospection");
    public static readonly Text OnTheList = new("On the suppression list since {0}", "Sur la liste d’opposition depuis le {0}");

    public static Text Of(RestrictionGround ground) => ground switch
    {
        RestrictionGround.AccuracyContested => AccuracyContested,
        RestrictionGround.Unlawful => Unlawful,
        RestrictionGround.NeededForClaims => NeededForClaims,
        RestrictionGround.ObjectionPending => ObjectionPending,
    };

    public static Text Of(ObjectionScope scope) => scope switch
    {
        ObjectionScope.DirectMarketing => DirectMarketing,
        ObjectionScope.OtherProcessing => OtherProcessing,
        ObjectionScope.Both => Both,
    };

    public static Text Of(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Confirmed => Confirmed,
        ReviewOutcome.Changed => Changed,
        ReviewOutcome.Annulled => Annulled,
    };

    public static Text Of(ErasureGround ground) => ground switch
    {
        ErasureGround.NoLongerNecessary => NoLongerNecessary,
        ErasureGround.ConsentWithdrawn => ConsentWithdrawn,
        ErasureGround.Objected => Objected,
        ErasureGround.Unlawful => UnlawfullyProcessed,
        ErasureGround.LegalObligation => ErasureObligation,
        ErasureGround.Child => Child,
        ErasureGround.None => NoGround,
    };

    private static readonly Text NoLongerNecessary = new("The data are no longer necessary, art. 17(1)(a)", "Les données ne sont plus nécessaires, art. 17(1)(a)");
    private static readonly Text ConsentWithdrawn = new("Consent was withdrawn, art. 17(1)(b)", "Le consentement a été retiré, art. 17(1)(b)");
    private static readonly Text Objected = new("The person objects to the processing, art. 17(1)(c)", "La personne s’oppose au traitement, art. 17(1)(c)");
    private static readonly Text UnlawfullyProcessed = new("The data were processed unlawfully, art. 17(1)(d)", "Les données ont fait l’objet d’un traitement illicite, art. 17(1)(d)");
    private static readonly Text ErasureObligation = new("A law demands the erasure, art. 17(1)(e)", "Une obligation légale impose l’effacement, art. 17(1)(e)");
    private static readonly Text Child = new("Collected from a child for an online service, art. 17(1)(f)", "Collectées auprès d’un enfant pour un service en ligne, art. 17(1)(f)");
    private static readonly Text NoGround = new("None of article 17(1): erased because the person asks", "Aucun de l’article 17(1) : effacement accordé à la demande de la personne");
    private static readonly Text AccuracyContested = new("The accuracy of the data is contested, art. 18(1)(a)", "L’exactitude des données est contestée, art. 18(1)(a)");
    private static readonly Text Unlawful = new("The processing is unlawful and erasure is not wanted, art. 18(1)(b)", "Le traitement est illicite et l’effacement n’est pas souhaité, art. 18(1)(b)");
    private static readonly Text NeededForClaims = new("The data are needed for legal claims, art. 18(1)(c)", "Les données sont nécessaires à la défense de droits en justice, art. 18(1)(c)");
    private static readonly Text ObjectionPending = new("An objection is being examined, art. 18(1)(d)", "Une opposition est en cours d’examen, art. 18(1)(d)");
    private static readonly Text DirectMarketing = new("Direct marketing, art. 21(2)", "La prospection, art. 21(2)");
    private static readonly Text OtherProcessing = new("Another processing, art. 21(1)", "Un autre traitement, art. 21(1)");
    private static readonly Text Both = new("Direct marketing and another processing", "La prospection et un autre traitement");
    private static readonly Text Confirmed = new("The decision is confirmed", "La décision est confirmée");
    private static readonly Text Changed = new("The decision is changed", "La décision est modifiée");
    private static readonly Text Annulled = new("The decision is annulled", "La décision est annulée");
}
