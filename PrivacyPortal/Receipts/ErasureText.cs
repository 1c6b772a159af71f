using PrivacyPortal.Language;

namespace PrivacyPortal.Receipts;

internal static class ErasureText
{
    public static readonly Text Title = new("Your data have been erased", "Vos données ont été effacées");
    public static readonly Text TitleInPart = new("Your data have been erased, but for what the law has us keep", "Vos données ont été effacées, hors celles que la loi impose de conserver");
    public static readonly Text TitleShared = new("Your data have been erased, but for what is other persons’ too", "Vos données ont été effacées, hors celles qui sont aussi celles d’autres personnes");
    public static readonly Text TitleBut = new("Your data have been erased, but for what is listed below", "Vos données ont été effacées, hors ce qui est indiqué ci-dessous");
    public static readonly Text TitleSearchedBut = new(
        "Your data have been erased where we searched, but for what is listed below",
        "Vos données ont été effacées dans les systèmes consultés, hors ce qui est indiqué ci-dessous");
    public static readonly Text Lead = new(
        "On {0} we erased your data for good from every system that held them.",
        "Le {0}, nous avons effacé définitivement vos données de tous les systèmes qui les contenaient.");
    public static readonly Text LeadSearched = new(
        "On {0} we erased the data of yours that we found for good, in every system that we searched.",
        "Le {0}, nous avons effacé définitivement celles de vos données que nous avons trouvées, dans chacun des systèmes consultés.");
    public static readonly Text LeadKept = new(
        "Some must be kept for a time; they are listed below with the reason and the date.",
        "Certaines doivent être conservées un temps ; elles sont indiquées ci-dessous avec le motif et la date.");
    public static readonly Text LeadShared = new(
        "Records that also concern other persons were left; they are listed below.",
        "Les enregistrements qui concernent aussi d’autres personnes sont restés ; ils sont indiqués ci-dessous.");
    public static readonly Text LeadNothing = new("We made sure that nothing is left.", "Nous avons vérifié qu’il n’en reste rien.");
    public static readonly Text LeadNothingThere = new("We made sure that nothing is left there.", "Nous avons vérifié qu’il n’y en reste rien.");
    public static readonly Text LeadNotCovered = new("What we could not search is named below.", "Ce que nous n’avons pas pu consulter est nommé ci-dessous.");
    public static readonly Text ErasedOn = new("Ground of the erasure", "Motif de l’effacement");
    public static readonly Text TitleSearched = new("Your data have been erased where we searched", "Vos données ont été effacées dans les systèmes consultés");
    public static readonly Text Erased = new("What was erased", "Ce qui a été effacé");
    public static readonly Text Action = new("What was done", "Opération");
    public static readonly Text Kept = new("What is kept, why and until when", "Ce qui est conservé, pourquoi et jusqu’à quand");
    public static readonly Text KeptText = new(
        "Article 17(3) of the GDPR exempts these data from erasure. They are used for nothing else and erased when the date is reached.",
        "L’article 17, paragraphe 3, du RGPD soustrait ces données à l’effacement. Elles ne servent à rien d’autre et seront effacées à la date indiquée.");
    public static readonly Text Shared = new("What also concerns other persons", "Ce qui concerne aussi d’autres personnes");
    public static readonly Text SharedText = new(
        "These records are other persons’ as well. Erasing them would take those persons’ data, so they were left, but for words of yours in them that are listed above as erased.",
        "Ces enregistrements sont aussi ceux d’autres personnes. Les effacer supprimerait les données de ces personnes ; ils sont donc restés, hormis ceux de vos propos qui figurent plus haut parmi ce qui a été effacé.");
    public static readonly Text Ground = new("Ground", "Motif");
    public static readonly Text Until = new("Until", "Jusqu’au");
    public static readonly Text Proof = new("Proof", "Preuve");
    public static readonly Text ProofText = new(
        "After the erasure the same search was run again in each system, every record that was to go was read again by its key, and the values that identify you were sought in the text of the records that stay.",
        "Après l’effacement, la même recherche a été relancée dans chaque système, chaque enregistrement à effacer a été relu par sa clé, et les valeurs qui vous identifient ont été recherchées dans les textes des enregistrements qui restent.");
    public static readonly Text SearchedAgain = new("Found again", "Retrouvés");
    public static readonly Text KeysRead = new("Read again", "Relus");
    public static readonly Text KeysLeft = new("Still there", "Subsistants");
    public static readonly Text InText = new("Traces in text", "Traces dans les textes");
    public static readonly Text NotSearched = new("not searched", "non recherchées");
    public static readonly Text NothingLeft = new("Nothing of yours is left in these systems.", "Plus rien ne vous concernant ne subsiste dans ces systèmes.");
    public static readonly Text NothingLeftButKept = new("Nothing of yours is left in these systems but what is listed above.", "Plus rien ne vous concernant ne subsiste dans ces systèmes, hormis ce qui est indiqué plus haut.");
    public static readonly Text NothingLeftInSight = new(
        "Nothing of yours is left in these systems as far as we can search them.",
        "Plus rien ne vous concernant ne subsiste dans ces systèmes, pour autant que nous puissions les consulter.");
    public static readonly Text NothingLeftInSightButKept = new(
        "Nothing of yours is left in these systems, as far as we can search them, but what is listed above.",
        "Plus rien ne vous concernant ne subsiste dans ces systèmes, pour autant que nous puissions les consulter, hormis ce qui est indiqué plus haut.");
    public static readonly Text Unproven = new("Not checked afterwards", "Non vérifié après coup");
    public static readonly Text UnprovenText = new(
        "What is listed as erased in these systems was carried out, but could not be checked again, because we no longer reach them: {0}.",
        "Ce qui est indiqué comme effacé dans ces systèmes l’a été, mais n’a pas pu être vérifié ensuite, car nous n’y accédons plus : {0}.");
    public static readonly Text NotProven = new("Something is left", "Des données subsistent");
    public static readonly Text NotProvenText = new("The check found the remains counted above. The data protection officer follows them up.", "La vérification a relevé les restes comptés ci-dessus. Le délégué à la protection des données y donne suite.");
    public static readonly Text Copies = new("Backups and files", "Sauvegardes et fichiers");
    public static readonly Text Backups = new(
        "Backups are overwritten in turn; the last one that may hold your data is gone on {0}. If one is restored before then, your erasure is carried out again.",
        "Les sauvegardes sont écrasées par roulement ; la dernière susceptible de contenir vos données aura disparu le {0}. Si l’une d’elles était restaurée avant cette date, votre effacement serait réexécuté.");
    public static readonly Text BackupsOfOthers = new(
        "Backups of the other systems are overwritten in turn; the last one that may hold your data is gone on {0}. If one is restored before then, your erasure is carried out again.",
        "Les sauvegardes des autres systèmes sont écrasées par roulement ; la dernière susceptible de contenir vos données aura disparu le {0}. Si l’une d’elles était restaurée avant cette date, votre effacement serait réexécuté.");
    public static readonly Text BackupsUnknown = new(
        "How long backups of these systems are kept is not on record: {0}. A backup may still hold your data. If one is restored, your erasure is carried out again.",
        "La durée de conservation des sauvegardes de ces systèmes n’est pas consignée : {0}. Une sauvegarde peut encore contenir vos données. Si l’une d’elles était restaurée, votre effacement serait réexécuté.");
    public static readonly Text BackupsByHand = new(
        "{0}: further copies, such as backups, are in the care of the persons in charge; the portal cannot check them.",
        "{0} : d’autres copies, comme les sauvegardes, sont sous la garde des responsables ; le portail ne peut pas les vérifier.");
    public static readonly Text NoBackups = new("There are no backups that hold your data.", "Aucune sauvegarde ne contient vos données.");
    public static readonly Text PagesCleared = new("{0}: the freed space of the file was overwritten and the file compacted.", "{0} : l’espace libéré du fichier a été écrasé et le fichier compacté.");
    public static readonly Text PagesNotCleared = new(
        "{0}: what was erased is overwritten. Space freed earlier, by others, may still hold old fragments until the file is compacted.",
        "{0} : les données effacées sont écrasées. L’espace libéré antérieurement, par d’autres opérations, peut encore contenir d’anciens fragments jusqu’au compactage du fichier.");
    public static readonly Text PagesOfServer = new(
        "{0}: the rows are deleted. The database server reuses their space by itself (VACUUM); until then old fragments may remain in its files, which only its administrators can read.",
        "{0} : les lignes sont supprimées. Le serveur de base de données réutilise lui-même leur espace (VACUUM) ; d’ici là, d’anciens fragments peuvent subsister dans ses fichiers, que seuls ses administrateurs peuvent lire.");

    public static Text Of(FreePages pages) => pages switch
    {
        FreePages.Cleared => PagesCleared,
        FreePages.OfServer => PagesOfServer,
        FreePages.Remaining or FreePages.None => PagesNotCleared,
    };

    public static readonly Text Recipients = new("Who was told", "Destinataires informés");
    public static readonly Text RecipientsText = new(
        "These recipients of your data were told (article 19 of the GDPR):",
        "Les destinataires suivants de vos données ont été informés (article 19 du RGPD) :");
    public static readonly Text UntoldText = new(
        "These recipients of your data could not be told. You may turn to them yourself:",
        "Les destinataires suivants de vos données n’ont pas pu être informés. Vous pouvez vous adresser à eux vous-même :");
    public static readonly Text Untold = new("{0}: {1}", "{0} : {1}");
    public static readonly Text NoRecipients = new("Your data had no recipient to be told.", "Vos données n’avaient aucun destinataire à informer.");
}
