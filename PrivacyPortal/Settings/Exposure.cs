using System.Globalization;

namespace PrivacyPortal.Settings;

/// <summary>
/// What is at stake under article 83, put before whoever loosens a protection or refuses a request. A ceiling, not a forecast: the greater of a
/// fixed amount and a share of the worldwide annual turnover of the year before.
/// </summary>
/// <param name="Turnover">In euros; null when it is not known here.</param>
public sealed record Exposure(FineTier Tier, long? Turnover)
{
    private long Fixed => Tier switch { FineTier.Obligations => 10_000_000, FineTier.Principles => 20_000_000 };

    private int Percent => Tier switch { FineTier.Obligations => 2, FineTier.Principles => 4 };

    /// <summary>The ceiling in euros, as far as it can be said.</summary>
    public long Ceiling => Math.Max(Fixed, (long)((decimal)(Turnover ?? 0) * Percent / 100));

    /// <summary>The highest ceiling among these settings.</summary>
    public static Exposure Of(IEnumerable<Setting> settings, OrganisationFacts organisation) =>
        new(settings.Select(s => s.Tier).DefaultIfEmpty(FineTier.Principles).Max(), organisation.AnnualTurnover);

    public string Text(CultureInfo culture) =>
        (Turnover is null ? ExposureText.General : ExposureText.Amount).Format(culture, Fixed / 1_000_000, Percent, ExposureText.Of(Tier).In(culture), Ceiling);
}
