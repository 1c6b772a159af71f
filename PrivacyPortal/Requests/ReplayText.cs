using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

internal static class ReplayText
{
    public static readonly Text Title = new("Erasures to repeat", "Effacements à rejouer");
    public static readonly Text Subtitle = new(
        "People who were erased and came back with a source restored from a backup.",
        "Personnes effacées qui sont revenues avec une source restaurée depuis une sauvegarde.");
    public static readonly Text None = new("Nobody came back", "Personne n’est revenu");
    public static readonly Text NoneText = new(
        "After a backup of a source is restored, run “replay --source NAME” on the portal’s machine, or search here.",
        "Après la restauration d’une sauvegarde de source, lancez « replay --source NOM » sur la machine du portail, ou recherchez ici.");
    public static readonly Text Search = new("Search the sources", "Rechercher dans les sources");
    public static readonly Text Searching = new("Searching…", "Recherche en cours…");
    public static readonly Text Pending = new("{0}: waits for your confirmation", "{0} : attend votre confirmation");
    public static readonly Text Done = new("{0}: erased again", "{0} : effacement rejoué");
    public static readonly Text Dismissed = new("{0}: dismissed", "{0} : écarté");
    public static readonly Text Compared = new("Searched {0}; {1:N0} entries of the ledger compared.", "Recherche du {0} ; {1:N0} entrées du registre comparées.");
    public static readonly Text EndedBy = new("By {0}.", "Par {0}.");
    public static readonly Text Choose = new("Erase again", "Effacer à nouveau");
    public static readonly Text File = new("First file", "Premier dossier");
    public static readonly Text Known = new("Recognised by", "Reconnu par");
    public static readonly Text ErasedAt = new("Erased", "Effacé");
    public static readonly Text Back = new("Rows that came back", "Lignes revenues");
    public static readonly Text Again = new("New file", "Nouveau dossier");
    public static readonly Text RowsOf = new("{0}: {1:N0}", "{0} : {1:N0}");
    public static readonly Text Ambiguous = new("{0:N0} ambiguous rows: you decide in the file", "{0:N0} lignes ambiguës : à trancher dans le dossier");
    public static readonly Text Reason = new("How you know that the source was restored", "Comment vous savez que la source a été restaurée");
    public static readonly Text Confirm = new("Erase {0:N0} again", "Effacer {0:N0} à nouveau");
    public static readonly Text Dismiss = new("Dismiss the list", "Écarter la liste");
    public static readonly Text Warning = new(
        "Confirm only after a restore: somebody who became a customer again since is in this list too. Leave them unticked. Erasure by the same decisions cannot be undone.",
        "Ne confirmez qu’après une restauration : une personne redevenue cliente depuis figure aussi dans cette liste. Ne la cochez pas. L’effacement, par les mêmes décisions, est irréversible.");
    public static readonly Text Why = new(
        "{0} was restored from a backup; the erasure of {1} is repeated.",
        "{0} a été restaurée depuis une sauvegarde ; l’effacement de {1} est rejoué.");
    public static readonly Text Notice = new("A restored source brought people back who were erased.", "Une source restaurée a fait revenir des personnes effacées.");
    public static readonly Text Look = new("Look at the list", "Voir la liste");
    public static readonly Text NoSource = new("There is no mapped source{0}.", "Il n’y a pas de source cartographiée{0}.");
    public static readonly Text VerbSource = new("{0}: {1:N0} entries of the erasure ledger, {2:N0} people came back.", "{0} : {1:N0} entrées du registre d’effacement, {2:N0} personnes revenues.");
    public static readonly Text VerbLine = new("  {0}, erased {1:yyyy-MM-dd}: {2}", "  {0}, effacé le {1:yyyy-MM-dd} : {2}");
    public static readonly Text VerbFailed = new("{0}: cannot be searched ({1}).", "{0} : recherche impossible ({1}).");
    public static readonly Text VerbNext = new(
        "Nothing is erased yet: a DPO confirms the list under Requests, “Erasures to repeat” (/replays).",
        "Rien n’est encore effacé : un DPO confirme la liste sous Demandes, « Effacements à rejouer » (/replays).");
}
