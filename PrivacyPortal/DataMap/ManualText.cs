using PrivacyPortal.Language;

namespace PrivacyPortal.DataMap;

/// <summary>The words around sources kept by hand.</summary>
internal static class ManualText
{
    public static readonly Text Add = new("Add a source kept by hand", "Ajouter une source tenue à la main");
    public static readonly Text AddSubtitle = new(
        "Paper files, a supplier’s system, a mailbox: nothing that the portal can reach. Its owner gets a task for every search, correction and erasure.",
        "Dossiers papier, système d’un prestataire, boîte de courrier : rien que le portail puisse atteindre. Son responsable reçoit une tâche pour chaque recherche, rectification et effacement.");
    public static readonly Text AddInstead = new("Is it kept by hand, such as paper files?", "Est-elle tenue à la main, comme des dossiers papier ?");
    public static readonly Text PlaceHelp = new("The country where it is kept.", "Le pays où elle est conservée.");
    public static readonly Text Holds = new("What it holds", "Ce qu’elle contient");
    public static readonly Text HoldsHelp = new("Which documents, where they are and how they are filed.", "Quels documents, où ils se trouvent et comment ils sont classés.");
    public static readonly Text Categories = new("Categories of data", "Catégories de données");
    public static readonly Text CategoriesHelp = new(
        "Separated by commas, such as identity.name, contact.address, commerce.order. The map then says purpose, recipients and retention of each.",
        "Séparées par des virgules, par exemple identity.name, contact.address, commerce.order. La cartographie indique ensuite finalité, destinataires et durée de chacune.");
    public static readonly Text BackupsHelp = new(
        "How old copies of it get before they are destroyed; a receipt tells the person. 0: there are no copies. Empty: not known, and the receipt says so.",
        "L’âge qu’atteignent ses copies avant d’être détruites ; l’accusé le dit à la personne. 0 : il n’y a pas de copie. Vide : inconnu, et l’accusé le dit.");
    public static readonly Text OwnerTitle = new("Who does the work", "Qui fait le travail");
    public static readonly Text OwnerSubtitle = new("Named on each task, in the timeline and in the proof.", "Nommé sur chaque tâche, dans l’historique et dans la preuve.");
    public static readonly Text Owner = new("Name", "Nom");
    public static readonly Text Email = new("E-mail address", "Adresse e-mail");
    public static readonly Text EmailHelp = new("The portal sends nothing there by itself: the DPO hands the task over.", "Le portail n’y envoie rien de lui-même : le DPO transmet la tâche.");
    public static readonly Text User = new("Portal account", "Compte du portail");
    public static readonly Text UserHelp = new("With an account they see their tasks and complete them. Without, the DPO hands over a sheet and enters the answer.",
        "Avec un compte, la personne voit ses tâches et les accomplit. Sans compte, le DPO remet une fiche et saisit la réponse.");
    public static readonly Text NoUser = new("None", "Aucun");
    public static readonly Text Instructions = new("What to do", "Ce qu’il faut faire");
    public static readonly Text InstructionsHelp = new("Printed on the task. Name no person here.", "Imprimé sur la tâche. Ne nommez personne ici.");
    public static readonly Text ForAccess = new("To search and copy", "Pour chercher et copier");
    public static readonly Text ForRectification = new("To correct", "Pour rectifier");
    public static readonly Text ForErasure = new("To erase", "Pour effacer");
}
