using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap;

/// <summary>What a search can start from. Any other kebab-case word is a company's own kind, compared exactly.</summary>
public static class IdentityKinds
{
    public const string Email = "email";
    public const string Phone = "phone";
    public const string CustomerId = "customer-id";
    public const string VisitorId = "visitor-id";
    public const string ConversationId = "conversation-id";

    public static readonly IReadOnlyList<string> All = [Email, Phone, CustomerId, VisitorId, ConversationId];

    /// <summary>E-mail without case, phone by digits, anything else as its column compares.</summary>
    public static Comparison ComparisonOf(string kind) => kind switch
    {
        Email => Comparison.Caseless,
        Phone => Comparison.Phone,
        _ => Comparison.Exact,
    };

    /// <summary>The form in which two values of a kind are compared; null: the value says nothing.</summary>
    public static string? Normalise(string kind, string? value, string? callingCode)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        return kind switch
        {
            Email => Caseless.Fold(value),
            Phone => PhoneNumber.Normalise(value, callingCode),
            _ => value.Trim(),
        };
    }
}
