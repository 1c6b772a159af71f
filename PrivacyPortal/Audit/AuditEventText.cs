using System.Collections.Frozen;
using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Audit;

/// <summary>
/// What each event of the log is called on pages and in reports. The log itself, its exports and its hashes keep the raw names, which are stable.
/// A House test finds every name that the code writes here.
/// </summary>
internal static class AuditEventText
{
    private static readonly FrozenDictionary<string, Text> Areas = new Dictionary<string, Text>
    {
        ["account"] = new("Accounts", "Comptes"),
        ["audit"] = new("Audit log", "Journal d’audit"),
        ["key"] = new("API keys", "Clés d’API"),
        ["organisation"] = new("Organisation and sites", "Organisation et sites"),
        ["receipt"] = new("Receipts", "Documents signés"),
        ["report"] = new("Reports", "Rapports"),
        ["request"] = new("Requests", "Demandes"),
        ["retention"] = new("Retention", "Conservation"),
        ["safekeeping"] = new("Keys and backups", "Clés et sauvegardes"),
        ["settings"] = new("Privacy settings", "Réglages de confidentialité"),
        ["source"] = new("Data sources", "Sources de données"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<(string Area, string Name), Text> Events = new Dictionary<(string, string), Text>
    {
        [("account", "dpo-confirmed")] = new("DPO appointment agreed to", "Désignation du DPO acceptée"),
        [("account", "dpo-declined")] = new("DPO appointment declined", "Désignation du DPO déclinée"),
        [("account", "dpo-proposed")] = new("Proposed as DPO", "Proposé comme DPO"),
        [("account", "invitation-accepted")] = new("Invitation accepted", "Invitation acceptée"),
        [("account", "invitation-cancelled")] = new("Invitation cancelled", "Invitation annulée"),
        [("account", "invitation-renewed")] = new("Invitation renewed", "Invitation renouvelée"),
        [("account", "invited")] = new("Invited", "Invitation envoyée"),
        [("account", "password-changed")] = new("Password changed", "Mot de passe modifié"),
        [("account", "password-link-issued")] = new("Link for a new password issued", "Lien de nouveau mot de passe créé"),
        [("account", "password-refused")] = new("Wrong current password", "Mot de passe actuel erroné"),
        [("account", "password-renewed")] = new("New password chosen", "Nouveau mot de passe choisi"),
        [("account", "portal-set-up")] = new("Portal set up", "Portail mis en service"),
        [("account", "recovery-codes-renewed")] = new("Recovery codes renewed", "Codes de secours renouvelés"),
        [("account", "role-changed")] = new("Role changed", "Rôle modifié"),
        [("account", "sign-in-failed")] = new("Sign-in failed", "Échec de connexion"),
        [("account", "signed-in")] = new("Signed in", "Connexion"),
        [("account", "signed-out")] = new("Signed out", "Déconnexion"),
        [("account", "signed-out-everywhere")] = new("Signed out everywhere", "Déconnexion de tous les appareils"),
        [("account", "two-factor-off")] = new("Two-factor sign-in turned off", "Double authentification désactivée"),
        [("account", "two-factor-on")] = new("Two-factor sign-in turned on", "Double authentification activée"),
        [("account", "two-factor-optional")] = new("Two-factor sign-in made optional", "Double authentification rendue facultative"),
        [("account", "two-factor-required")] = new("Two-factor sign-in made mandatory", "Double authentification rendue obligatoire"),
        [("account", "two-factor-reset")] = new("Two-factor sign-in reset", "Double authentification réinitialisée"),

        [("audit", "exported")] = new("Log exported", "Journal exporté"),

        [("key", "asked")] = new("API key asked for", "Clé d’API demandée"),
        [("key", "declined")] = new("API key declined", "Clé d’API refusée"),
        [("key", "issued")] = new("API key issued", "Clé d’API délivrée"),
        [("key", "revoked")] = new("API key revoked", "Clé d’API révoquée"),

        [("organisation", "kept")] = new("Details of the organisation saved", "Fiche de l’organisation enregistrée"),
        [("organisation", "site-added")] = new("Site added", "Site ajouté"),
        [("organisation", "site-changed")] = new("Site changed", "Site modifié"),
        [("organisation", "site-closed")] = new("Site closed", "Site fermé"),

        [("receipt", "downloaded")] = new("Receipt downloaded", "Document signé téléchargé"),
        [("receipt", "issued")] = new("Receipt issued", "Document signé émis"),

        [("report", "downloaded")] = new("Report downloaded", "Rapport téléchargé"),

        [("request", "answered")] = new("Answered", "Réponse envoyée"),
        [("request", "approved")] = new("Decision approved", "Décision approuvée"),
        [("request", "clarification-asked")] = new("Clarification asked for", "Précisions demandées"),
        [("request", "clarified")] = new("Clarified", "Précisions reçues"),
        [("request", "decided")] = new("Decided", "Décision prise"),
        [("request", "decision-recalled")] = new("Decision recalled", "Décision retirée"),
        [("request", "declined")] = new("Decision not approved", "Décision non approuvée"),
        [("request", "answer-taken")] = new("Person’s own copy taken, to hand it over", "Exemplaire de la personne retiré, pour le lui remettre"),
        [("request", "document-downloaded")] = new("Document downloaded", "Document téléchargé"),
        [("request", "download-allowed")] = new("Download allowed", "Téléchargement autorisé"),
        [("request", "download-asked")] = new("Download asked for", "Téléchargement demandé"),
        [("request", "download-declined")] = new("Download declined", "Téléchargement refusé"),
        [("request", "executed")] = new("Carried out", "Exécution terminée"),
        [("request", "extended")] = new("Time limit extended", "Délai prolongé"),
        [("request", "file-ended")] = new("File destroyed", "Dossier détruit"),
        [("request", "held")] = new("Legal hold placed", "Mesure de conservation posée"),
        [("request", "identity-asked")] = new("Proof of identity asked for", "Justificatif d’identité demandé"),
        [("request", "identity-confirmed")] = new("Identity confirmed", "Identité confirmée"),
        [("request", "marked-duplicate")] = new("Marked as a duplicate", "Classée comme doublon"),
        [("request", "not-identifiable")] = new("Person not identifiable", "Personne non identifiable"),
        [("request", "packages-ended")] = new("Package destroyed", "Paquet détruit"),
        [("request", "preflight-started")] = new("Dry run started", "Simulation lancée"),
        [("request", "received")] = new("Received", "Demande reçue"),
        [("request", "recipient-told")] = new("Recipient told", "Destinataire informé"),
        [("request", "refused")] = new("Refused", "Demande refusée"),
        [("request", "released")] = new("Legal hold lifted", "Mesure de conservation levée"),
        [("request", "reopened")] = new("Reopened", "Demande rouverte"),
        [("request", "replay-confirmed")] = new("Repetition of erasures confirmed", "Rejeu d’effacements confirmé"),
        [("request", "replay-dismissed")] = new("Repetition of erasures dismissed", "Rejeu d’effacements écarté"),
        [("request", "replay-searched")] = new("Restored source compared with the erasure ledger", "Source restaurée comparée au registre d’effacement"),
        [("request", "restriction-lifted")] = new("End of a restriction announced", "Levée de la limitation annoncée"),
        [("request", "reviewed")] = new("Review saved", "Examen enregistré"),
        [("request", "search-started")] = new("Search started", "Recherche lancée"),
        [("request", "searched")] = new("Search done", "Recherche terminée"),
        [("request", "step-done")] = new("Step done", "Étape terminée"),
        [("request", "step-failed")] = new("Execution stopped", "Exécution interrompue"),
        [("request", "step-postponed")] = new("Step postponed", "Étape reportée"),
        [("request", "step-retried")] = new("Step taken up again", "Étape relancée"),
        [("request", "step-stopped")] = new("Step stopped", "Étape interrompue"),
        [("request", "task-reminded")] = new("Reminder of a task", "Rappel d’une tâche"),
        [("request", "deadline-near")] = new("Deadline near", "Échéance proche"),
        [("request", "task-sheet-asked")] = new("Task sheet asked for", "Fiche de tâche demandée"),
        [("request", "task-sheet-printed")] = new("Task sheet printed", "Fiche de tâche imprimée"),
        [("request", "task-completed")] = new("Task completed", "Tâche effectuée"),
        [("request", "withdrawn")] = new("Withdrawn", "Demande retirée"),
        [("request", "working-data-ended")] = new("Working data destroyed", "Données de travail détruites"),
        [("request", "messages-ended")] = new("Messages left by earlier working data destroyed", "Messages restés de données de travail antérieures détruits"),

        [("retention", "ledger-shortened")] = new("Entries of the erasure ledger ended", "Entrées du registre d’effacement échues"),

        [("safekeeping", "backed-up")] = new("Portal backed up", "Portail sauvegardé"),
        [("safekeeping", "key-rotated")] = new("Master key changed", "Clé maîtresse changée"),

        [("settings", "advised-against")] = new("Unfavourable opinion given", "Avis défavorable rendu"),
        [("settings", "advised-for")] = new("Favourable opinion given", "Avis favorable rendu"),
        [("settings", "attested")] = new("Attestation issued", "Attestation émise"),
        [("settings", "overruled")] = new("Published against the opinion", "Publié malgré l’avis"),
        [("settings", "proposed")] = new("Loosening proposed", "Assouplissement proposé"),
        [("settings", "published")] = new("Settings published", "Réglages publiés"),
        [("settings", "withdrawn")] = new("Proposal withdrawn", "Proposition retirée"),

        [("source", "added")] = new("Source added", "Source ajoutée"),
        [("source", "drift-noticed")] = new("Change of the schema noticed", "Changement de schéma constaté"),
        [("source", "rights-noticed")] = new("Change of what the portal may read noticed", "Changement de ce que le portail peut lire constaté"),
        [("source", "edited")] = new("Source changed", "Source modifiée"),
        [("source", "map-confirmed")] = new("Map confirmed", "Cartographie confirmée"),
        [("source", "map-draft-discarded")] = new("Draft of the map discarded", "Brouillon de cartographie abandonné"),
        [("source", "map-edited")] = new("Map edited", "Cartographie modifiée"),
        [("source", "map-facts-spread")] = new("Facts copied to other tables", "Informations reportées sur d’autres tables"),
        [("source", "map-imported")] = new("Map imported", "Cartographie importée"),
        [("source", "map-suggested")] = new("Map suggested", "Cartographie proposée"),
        [("source", "map-suggestions-accepted")] = new("Suggestions accepted", "Propositions acceptées"),
        [("source", "map-table-left-out")] = new("Table left out of the map", "Table exclue de la cartographie"),
        [("source", "removed")] = new("Source removed", "Source retirée"),
        [("source", "schema-read")] = new("Schema read", "Schéma lu"),
        [("source", "tested")] = new("Connection tested", "Connexion testée"),
    }.ToFrozenDictionary();

    /// <summary>Each name in its area, for the filter: by area, then by what it is called.</summary>
    public static IEnumerable<IGrouping<string, string>> Names =>
        Events.Keys.OrderBy(e => Of(e.Area), StringComparer.CurrentCulture).ThenBy(e => Of(e.Area, e.Name), StringComparer.CurrentCulture).GroupBy(e => e.Area, e => e.Name);

    public static string Of(string area) => In(CultureInfo.CurrentUICulture, area);

    public static string Of(string area, string name) => In(CultureInfo.CurrentUICulture, area, name);

    /// <summary>The area's name; its raw word when a later version, whose log is read here, has written it.</summary>
    public static string In(CultureInfo culture, string area) => Areas.TryGetValue(area, out var text) ? text.In(culture) : area;

    /// <inheritdoc cref="In(CultureInfo, string)"/>
    public static string In(CultureInfo culture, string area, string name) => Events.TryGetValue((area, name), out var text) ? text.In(culture) : name;
}
