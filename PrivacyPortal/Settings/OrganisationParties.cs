using PrivacyPortal.Receipts;

namespace PrivacyPortal.Settings;

/// <summary>The organisation as a receipt names it.</summary>
public static class OrganisationParties
{
    public static ReceiptParties ToParties(this OrganisationFacts facts) => new(
        facts.ControllerName,
        facts.Address,
        facts.DpoName,
        Together(facts.DpoEmail, facts.DpoPhone),
        facts.AuthorityName,
        Together(facts.AuthorityAddress, facts.AuthorityWebsite),
        facts.TimeZone);

    private static string Together(params IEnumerable<string> parts) => string.Join('\n', parts.Where(part => part.Length > 0));
}
