using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>What answers say beside the documents' own words.</summary>
internal static class AnswerText
{
    public static readonly Text RightWithArticle = new("{0} (GDPR, {1})", "{0} (RGPD, {1})");
    public static readonly Text Deleted = new("Deleted", "Supprimé");
    public static readonly Text Cleared = new("Cleared", "Vidé");
    public static readonly Text Replaced = new("Replaced by a neutral value", "Remplacé par une valeur neutre");
    public static readonly Text Kept = new("Kept", "Conservé");
    public static readonly Text Pseudonymised = new("Pseudonymised and kept", "Pseudonymisé et conservé");
    public static readonly Text Left = new("Left, also concerns other persons", "Laissé, concerne aussi d’autres personnes");
    public static readonly Text WholeRequest = new("The whole request", "L’ensemble de la demande");
    public static readonly Text AnsweredUnder = new("Answered under the reference {0}.", "Il y est répondu sous la référence {0}.");
    public static readonly Text NotPortableBasis = new("Processed neither under consent nor under a contract (art. 20(1)(a))", "Traitées ni sur consentement ni sur contrat (art. 20(1)(a))");
    public static readonly Text NotPortableSource = new("Not provided by you, nor observed of you (art. 20(1))", "Ni fournies par vous, ni observées de votre activité (art. 20(1))");
    public static readonly Text NoticeImpossible = new("telling them proves impossible (art. 19)", "l’informer se révèle impossible (art. 19)");
    public static readonly Text NoticeDisproportionate = new("telling them would take a disproportionate effort (art. 19)", "l’informer exigerait des efforts disproportionnés (art. 19)");
    public static readonly Text NotToldYet = new("not told yet", "pas encore informé");
    public static readonly Text OthersWithheld = new("Concerns other persons (art. 15(4))", "Concerne d’autres personnes (art. 15(4))");
    public static readonly Text Others = new("Records of other persons", "Enregistrements d’autres personnes");

    public static readonly Text BesideWhatWasSaid = new("In the system, beside what was said", "Dans le système, à côté des propos");
    public static readonly Text AttachedByHand = new("Attached by hand in the system", "Jointe à la main dans le système");
    public static readonly Text AttachedToSome = new("Attached by hand to {0} of {1} places", "Jointe à la main à {0} endroits sur {1}");
    public static readonly Text NotAttached = new("Not attached in the system", "Non jointe dans le système");

    /// <summary>Why a recipient was not told; only a preview meets one on whom nobody has said anything yet.</summary>
    public static Text Of(RecipientNotice? notice) => notice switch
    {
        RecipientNotice.Told => VerbText.NoticeTold,
        RecipientNotice.Impossible => NoticeImpossible,
        RecipientNotice.Disproportionate => NoticeDisproportionate,
        null => NotToldYet,
    };

    public static Text Of(PlanAct act) => act switch
    {
        PlanAct.Deleted => Deleted,
        PlanAct.Cleared => Cleared,
        PlanAct.Replaced => Replaced,
        PlanAct.Kept => Kept,
        PlanAct.Pseudonymised => Pseudonymised,
        PlanAct.Left => Left,
    };

    /// <summary>Such as <c>Article 17(3)(b)</c>, the same in both languages.</summary>
    public static string Article(RefusalGround ground) => ground switch
    {
        RefusalGround.ManifestlyUnfounded or RefusalGround.Excessive => "Article 12(5)",
        RefusalGround.NotIdentifiable => "Article 11(2)",
        RefusalGround.RightsOfOthers => "Article 15(4)",
        RefusalGround.FreedomOfExpression => "Article 17(3)(a)",
        RefusalGround.LegalObligation => "Article 17(3)(b)",
        RefusalGround.PublicHealth => "Article 17(3)(c)",
        RefusalGround.Archiving => "Article 17(3)(d)",
        RefusalGround.LegalClaims => "Article 17(3)(e)",
        RefusalGround.CompellingGrounds => "Article 21(1)",
        RefusalGround.ConditionsNotMet => "Article 12(4)",
        RefusalGround.SharedWithOthers => "Article 17(1)",
        RefusalGround.AnsweredElsewhere => "Article 12(3)",
    };
}
