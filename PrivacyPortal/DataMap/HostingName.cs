using PrivacyPortal.Language;
using PrivacyPortal.Settings;

namespace PrivacyPortal.DataMap;

/// <summary>A hosting region for people.</summary>
public static class HostingName
{
    public static Text Of(string region) => region == HostingRule.Eea ? SourceText.Eea : Countries.NameOf(region);
}
