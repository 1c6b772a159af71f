using PrivacyPortal.Settings;

namespace PrivacyPortal.DataMap;

/// <summary>Where data may be hosted.</summary>
public enum HostingPolicy
{
    /// <summary>The European Economic Area.</summary>
    Eea,

    /// <summary>Also countries that the Commission found adequate (art. 45).</summary>
    Adequate,
    Any,
}

/// <summary>Whether a source may be hosted where it is: in the region that the settings accept, or with a transfer safeguard on record.</summary>
public sealed class HostingRule(SettingsQueries settings, TimeProvider clock)
{
    public const string Eea = "EEA";

    // Decisions for a whole country. Those for a part of it (Canada's commercial organisations, certified companies in the United States)
    // are a safeguard to record, because the country alone does not tell.
    private static readonly HashSet<string> AdequateCountries = ["AD", "AR", "CH", "FO", "GB", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "UY"];

    /// <summary>Whether it may stay there.</summary>
    public async Task<bool> AcceptsAsync(string region, string? safeguard, CancellationToken ct) =>
        !string.IsNullOrWhiteSpace(safeguard) || Accepts(await PolicyAsync(ct), region);

    public static bool Accepts(HostingPolicy policy, string region) => policy switch
    {
        HostingPolicy.Eea => InEea(region),
        HostingPolicy.Adequate => InEea(region) || AdequateCountries.Contains(region),
        HostingPolicy.Any => true,
    };

    /// <summary>What the setting <c>hosting.region</c> says now.</summary>
    public async Task<HostingPolicy> PolicyAsync(CancellationToken ct) =>
        (await settings.InForceAsync(SettingCatalogue.Hosting, null, clock.GetUtcNow(), ct)).Raw switch
        {
            "any" => HostingPolicy.Any,
            "adequate" => HostingPolicy.Adequate,
            _ => HostingPolicy.Eea,
        };

    private static bool InEea(string region) => region == Eea || Countries.Find(region) is { InEea: true };
}
