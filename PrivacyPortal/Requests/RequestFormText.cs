using PrivacyPortal.DataMap;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>The words of the page on which a DPO records what somebody asks.</summary>
internal static class RequestFormText
{
    public static readonly Text Title = new("Record a request", "Enregistrer une demande");
    public static readonly Text Subtitle = new(
        "For a request that arrived by letter, e-mail, telephone or in person. The clock starts on the day it reached you, read or not.",
        "Pour une demande reçue par courrier, e-mail, téléphone ou en personne. Le délai court du jour où elle vous est parvenue, lue ou non.");
    public static readonly Text BackToList = new("Requests", "Demandes");

    public static readonly Text WhatTitle = new("What they ask", "Ce qui est demandé");
    public static readonly Text Rights = new("Right exercised", "Droit exercé");
    public static readonly Text RightsHelp = new(
        "A letter that asks for two rights is recorded as two requests, linked to each other.",
        "Un courrier qui invoque deux droits est enregistré comme deux demandes, liées entre elles.");
    public static readonly Text RightsMissing = new("Choose at least one right.", "Choisissez au moins un droit.");
    public static readonly Text Message = new("Their words", "Ses termes");
    public static readonly Text MessageHelp = new("What they wrote or said, as it was. It is kept encrypted.", "Ce qui a été écrit ou dit, tel quel. Conservé chiffré.");
    public static readonly Text WhoTitle = new("Who asks", "Qui demande");
    public static readonly Text Name = new("Name", "Nom");
    public static readonly Text NameHelp = new("The person whose data it is, as they give it.", "La personne concernée, telle qu’elle se nomme.");
    public static readonly Text NameMissing = new("Give the name, as the person gives it.", "Indiquez le nom, tel que la personne le donne.");
    public static readonly Text Representative = new("Asked for them by", "Demandé en son nom par");
    public static readonly Text RepresentativeHelp = new("A parent, lawyer, heir or agent; leave empty when they ask themselves.", "Parent, avocat, héritier ou mandataire ; laissez vide si la personne demande elle-même.");
    public static readonly Text Address = new("Postal address for the answer", "Adresse postale pour la réponse");
    public static readonly Text LanguageLabel = new("Language of the answer", "Langue de la réponse");
    public static readonly Text French = new("French", "Français");
    public static readonly Text English = new("English", "Anglais");

    public static readonly Text Identities = new("What the search starts from", "Point de départ de la recherche");
    public static readonly Text IdentitiesHelp = new(
        "Every e-mail address, number or identifier that they give. The search follows these and nothing else.",
        "Chaque adresse e-mail, numéro ou identifiant fourni. La recherche part de ceux-ci et de rien d’autre.");
    public static readonly Text Kind = new("Kind", "Type");
    public static readonly Text Value = new("Value", "Valeur");
    public static readonly Text OtherKind = new("Name of the identifier", "Nom de l’identifiant");
    public static readonly Text AddIdentity = new("Add another", "Ajouter");
    public static readonly Text RemoveIdentity = new("Remove {0}", "Retirer {0}");
    public static readonly Text KnownTitle = new("This person has open requests", "Cette personne a des demandes en cours");
    public static readonly Text KnownText = new(
        "If this letter asks for the same again, it may be a duplicate; record it all the same, it will be linked.",
        "Si ce courrier redemande la même chose, c’est peut-être un doublon ; enregistrez-le tout de même, il y sera lié.");
    public static readonly Text IdentityMissing = new("Give at least one value to search for.", "Indiquez au moins une valeur à rechercher.");
    public static readonly Text EmailMalformed = new("This is not an e-mail address: {0}", "Ceci n’est pas une adresse e-mail : {0}");

    public static readonly Text HowTitle = new("How and when it arrived", "Comment et quand elle est arrivée");
    public static readonly Text Channel = new("Channel", "Canal");
    public static readonly Text ReceivedOn = new("Day received", "Jour de réception");
    public static readonly Text ReceivedHelp = new("Even a Sunday, even unread: the law counts from here.", "Même un dimanche, même non lue : la loi compte à partir de là.");
    public static readonly Text ReceivedTooEarly = new("Check the day: it must not be before {0}.", "Vérifiez le jour : pas avant le {0}.");
    public static readonly Text ReceivedMissing = new("Give the day, no later than today.", "Indiquez le jour, au plus tard aujourd’hui.");
    public static readonly Text DueBy = new("The answer will be due by {0}", "La réponse sera due au plus tard le {0}");
    public static readonly Text DueTarget = new("The target is {0}: the strict term, without rolling to a working day.", "L’objectif est le {0} : le terme strict, sans report au jour ouvrable.");
    public static readonly Text DueOver = new("That day is over: record it all the same, and answer without delay.", "Ce jour est passé : enregistrez-la tout de même, et répondez sans délai.");
    public static readonly Text Save = new("Record the request", "Enregistrer la demande");
    public static readonly Text SaveConsequence = new("The clock starts; nothing is searched yet.", "Le délai commence à courir ; rien n’est encore recherché.");
    public static readonly Text Cancel = new("Cancel", "Annuler");
    public static readonly Text NotSaved = new("The request was not recorded", "La demande n’a pas été enregistrée");
    public static readonly Text CheckFields = new("Some details are missing or do not fit; they are marked below.", "Des éléments manquent ou ne conviennent pas ; ils sont signalés ci-dessous.");
    public static readonly Text OrganisationMissing = new(
        "The organisation’s details come first: its region and time zone set the clock. Ask an administrator to complete them.",
        "Les coordonnées de l’organisme d’abord : sa région et son fuseau horaire règlent le délai. Demandez à un administrateur de les compléter.");

    private static readonly Text AboutAccess = new("A copy of their data, and what is done with it", "Une copie de ses données, et ce qui en est fait");
    private static readonly Text AboutRectification = new("Wrong data corrected", "La correction de données inexactes");
    private static readonly Text AboutErasure = new("Their data erased", "L’effacement de ses données");
    private static readonly Text AboutRestriction = new("Their data frozen for now", "Le gel temporaire de ses données");
    private static readonly Text AboutPortability = new("Their data to take elsewhere", "Ses données, pour les emporter ailleurs");
    private static readonly Text AboutObjection = new("A use of their data stopped", "La fin d’un usage de ses données");
    private static readonly Text AboutHumanReview = new("A machine’s decision looked at by a person", "L’examen par une personne d’une décision automatisée");

    private static readonly Text KindEmail = new("E-mail address", "Adresse e-mail");
    private static readonly Text KindPhone = new("Telephone", "Téléphone");
    private static readonly Text KindCustomer = new("Customer number", "Numéro de client");
    private static readonly Text KindVisitor = new("Visitor identifier", "Identifiant de visiteur");
    private static readonly Text KindConversation = new("Conversation number", "Numéro de conversation");
    public static readonly Text KindOther = new("Other identifier", "Autre identifiant");

    public static Text About(SubjectRight right) => right switch
    {
        SubjectRight.Access => AboutAccess,
        SubjectRight.Rectification => AboutRectification,
        SubjectRight.Erasure => AboutErasure,
        SubjectRight.Restriction => AboutRestriction,
        SubjectRight.Portability => AboutPortability,
        SubjectRight.Objection => AboutObjection,
        SubjectRight.HumanReview => AboutHumanReview,
    };

    /// <summary>A company's own kind is shown as it is called in the map.</summary>
    public static string KindOf(string kind) => kind switch
    {
        IdentityKinds.Email => KindEmail,
        IdentityKinds.Phone => KindPhone,
        IdentityKinds.CustomerId => KindCustomer,
        IdentityKinds.VisitorId => KindVisitor,
        IdentityKinds.ConversationId => KindConversation,
        _ => kind,
    };
}
