using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of the decision: what each choice does, and what it destroys.</summary>
internal static class DecideText
{
    public static readonly Text Title = new("Decide on the request", "Décider de la demande");
    public static readonly Text Kind = new("Decision", "Décision");
    public static readonly Text GrantAccess = new("The copy is made as planned (rows found: {0:N0}), with all that article 15 asks for.", "La copie est établie selon le plan (lignes trouvées : {0:N0}), avec tout ce que demande l’article 15.");
    public static readonly Text GrantRectification = new(
        "The corrected values and the statements are written in the sources; where a source has no place for a statement, a task asks to attach it by hand.",
        "Les valeurs corrigées et les déclarations sont écrites dans les sources ; sans place dans la source, une tâche demande de joindre la déclaration à la main.");
    public static readonly Text GrantErasure = new("The plan is carried out; what it keeps is named with its ground.", "Le plan est exécuté ; ce qu’il conserve est nommé avec son fondement.");
    public static readonly Text GrantNothing = new("The answer says that no data is held, and which systems were searched.", "La réponse indique qu’aucune donnée n’est détenue, et les systèmes consultés.");
    public static readonly Text GrantPortability = new("The package is made as planned, of what article 20 covers: JSON and CSV.", "Le dossier est établi selon le plan, dans les limites de l’article 20 : JSON et CSV.");
    public static readonly Text GrantRestriction = new("The answer says what is frozen where; the person is told before it is lifted.", "La réponse indique ce qui est gelé et où ; la personne est prévenue avant toute levée.");
    public static readonly Text GrantObjection = new("What they object to stops; the answer says so.", "Ce à quoi la personne s’oppose cesse ; la réponse le dit.");
    public static readonly Text GrantHumanReview = new("A person reviewed the decision; the answer names them, the outcome and the reasons.", "Une personne a réexaminé la décision ; la réponse la nomme, avec l’issue et les motifs.");
    public static readonly Text NoRefusal = new("Direct marketing cannot be refused (art. 21(3)).", "La prospection ne peut être refusée (art. 21(3)).");
    public static readonly Text PartHint = new("As the plan, and you give reasons for what is refused.", "Selon le plan, avec les motifs de ce qui est refusé.");
    public static readonly Text RefuseHint = new("Nothing is released or changed; the person is told why, and of their remedies.", "Rien n’est communiqué ni modifié ; la personne en reçoit les motifs et les voies de recours.");
    public static readonly Text BecomesPartTitle = new("This will be decided as “{0}”", "Ce sera décidé comme « {0} »");
    public static readonly Text PartOfPlan = new(
        "The plan keeps or withholds what is listed below: not all that the person asks is done. The answer names it with its ground.",
        "Le plan conserve ou écarte ce qui est listé ci-dessous : tout ce que demande la personne n’est pas fait. La réponse le nomme avec son fondement.");
    public static readonly Text PartFrozen = new(
        "Not every system where data was found is frozen.", "Les systèmes où des données ont été trouvées ne sont pas tous gelés.");
    public static readonly Text PartUnsearched = new("Nobody searched there: {0}.", "Personne n’y a cherché : {0}.");
    public static readonly Text Reasons = new("Reasons", "Motifs");
    public static readonly Text Category = new("What it concerns", "Ce qui est concerné");
    public static readonly Text Ground = new("Article", "Article");
    public static readonly Text Explanation = new("Explanation, written for the person", "Explication, rédigée pour la personne");
    public static readonly Text AddReason = new("Add a reason", "Ajouter un motif");
    public static readonly Text RemoveReason = new("Remove this reason", "Retirer ce motif");
    public static readonly Text KeptTitle = new("The plan keeps or withholds", "Le plan conserve ou écarte");
    public static readonly Text DestroyTitle = new("What will be destroyed", "Ce qui sera détruit");
    public static readonly Text Destroy = new("In {2}: rows deleted: {0:N0}; rows emptied of this person: {1:N0}. It cannot be undone.", "Dans {2} : lignes supprimées : {0:N0} ; lignes vidées de cette personne : {1:N0}. C’est irréversible.");
    public static readonly Text DestroyByHand = new(
        "In {0}, kept by hand, {1} will be asked to destroy: {2} (records reported: {3:N0}).",
        "Dans {0} (source tenue à la main), il sera demandé à {1} de détruire : {2} (dossiers signalés : {3:N0}).");
    public static readonly Text Understood = new("I have read the plan and the dry run; erase this.", "J’ai lu le plan et la simulation ; effacer.");
    public static readonly Text Unsearched = new(
        "They are connected and have no confirmed map: nobody has looked there for this person. Confirm their maps and search again; or decide all the same: the answer names them, and whatever is granted counts as a part.",
        "Ils sont raccordés sans cartographie confirmée : personne n’y a cherché cette personne. Confirmez leur cartographie et relancez la recherche ; ou décidez malgré tout : la réponse les nommera, et ce qui est accordé ne comptera que pour une partie.");
    public static readonly Text UnsearchedBecause = new("Why you decide without them", "Pourquoi vous décidez sans eux");
    public static readonly Text UnderstoodMissing = new("Tick that you have read what will be destroyed.", "Cochez que vous avez lu ce qui sera détruit.");
    public static readonly Text FourEyes = new("Where two persons are required, another DPO approves before anything is erased.", "Si le double contrôle est exigé, un autre DPO approuve avant tout effacement.");
    public static readonly Text ButtonErase = new("Decide: erase", "Décider : effacer");
    public static readonly Text ButtonRelease = new("Decide: release the copy", "Décider : communiquer la copie");
    public static readonly Text ButtonCorrect = new("Decide: correct", "Décider : rectifier");
    public static readonly Text ButtonRefuse = new("Decide: refuse", "Décider : refuser");
    public static readonly Text ButtonGrant = new("Decide: grant", "Décider : faire droit");
}
