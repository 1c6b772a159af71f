namespace PrivacyPortal.Connectors.Http;

/// <summary>How patient the portal is with an interface within one call; what takes longer is a failed step, which is tried again later.</summary>
/// <param name="Attempts">Tries of one call in all.</param>
/// <param name="Pause">Before the second try; doubled each time.</param>
/// <param name="LongestWait">The most that <c>Retry-After</c> is waited for.</param>
/// <param name="Pages">The most pages of one lookup.</param>
public sealed record HttpLimits(int Attempts, TimeSpan Pause, TimeSpan LongestWait, int Pages)
{
    public static readonly HttpLimits Default = new(4, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), 10_000);
}
