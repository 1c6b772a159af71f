namespace PrivacyPortal.DataMap;

/// <summary>Categories of personal data are dotted words, from the broad to the narrow.</summary>
public static class Categories
{
    /// <summary>What people said: messages, notes, recordings. It is completed by a statement, never rewritten (GDPR art. 16).</summary>
    public const string Said = "content";

    public static readonly IReadOnlyList<string> Known =
    [
        "identity.name", "identity.birth-date", "identity.national-id", "identity.image",
        "contact.email", "contact.phone", "contact.address",
        "account.identifier", "account.credential", "account.preference",
        "content.message", "content.attachment", "content.recording", "content.note", "content.statement",
        "behaviour.history", "behaviour.statistics",
        "technical.ip", "technical.device", "technical.log",
        "location.position", "location.country",
        "commerce.order", "commerce.invoice", "commerce.payment",
        "work.position", "work.employer",
        "consent.record", "health.data",
    ];

    /// <summary><c>contact</c> covers <c>contact.email</c> and itself, but not <c>contacts</c>.</summary>
    public static bool Covers(string target, string? category) =>
        category is not null
        && category.StartsWith(target, StringComparison.Ordinal)
        && (category.Length == target.Length || category[target.Length] == '.');
}
