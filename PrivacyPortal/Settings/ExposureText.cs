using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

internal static class ExposureText
{
    public static readonly Text Title = new("Exposure under article 83", "Exposition au titre de l’article 83");
    public static readonly Text General = new(
        "Up to {0} million euros or {1} % of the worldwide annual turnover, whichever is higher ({2}).",
        "Jusqu’à {0} millions d’euros ou {1} % du chiffre d’affaires annuel mondial, le montant le plus élevé étant retenu ({2}).");

    public static readonly Text Amount = new(
        "Up to {3:N0} euros for this organisation: the higher of {0} million and {1} % of the worldwide annual turnover ({2}).",
        "Jusqu’à {3:N0} euros pour cet organisme : le plus élevé de {0} millions et de {1} % du chiffre d’affaires annuel mondial ({2}).");

    private static readonly Text Four = new("GDPR art. 83(4)", "RGPD art. 83, § 4");
    private static readonly Text Five = new("GDPR art. 83(5)", "RGPD art. 83, § 5");

    public static Text Of(FineTier tier) => tier switch
    {
        FineTier.Obligations => Four,
        FineTier.Principles => Five,
    };
}
