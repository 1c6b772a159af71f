using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Settings;

/// <summary>
/// One website of the organisation: a scope of the settings. Its country is not kept here but in the settings' revisions, because the
/// country's rule caps what holds on the site: a change of country can loosen a protection, and is then a matter for the DPO's opinion.
/// </summary>
public sealed class Site : IVersioned
{
    public Guid Id { get; init; }

    public string Name { get; private set; } = "";

    /// <summary>Such as <c>www.example.fr</c>, without scheme or path.</summary>
    public string Domain { get; private set; } = "";

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "fr";

    /// <summary>No longer offered; what was in force there stays on record.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    public int Version { get; set; }

    public Refusal? Describe(string name, string domain, string language)
    {
        if (string.IsNullOrWhiteSpace(name) || Uri.CheckHostName(domain) == UriHostNameType.Unknown || language is not ("fr" or "en"))
        {
            return Refusal.Invalid;
        }

        (Name, Domain, Language) = (name.Trim(), domain.Trim().ToLowerInvariant(), language);
        return null;
    }

    public Refusal? Close(DateTimeOffset now)
    {
        if (ClosedAt is not null)
        {
            return Refusal.WrongState;
        }

        ClosedAt = now;
        return null;
    }
}
