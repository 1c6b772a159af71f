using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Settings;

/// <summary>How a revision came about.</summary>
public enum RevisionOrigin
{
    /// <summary>The defaults of the catalogue, as this version of the portal ships them.</summary>
    Catalogue,

    /// <summary>A site was added, or moved to another country.</summary>
    Site,

    /// <summary>Published by an administrator; nothing in it loosens.</summary>
    Published,

    /// <summary>A loosening that the DPO found acceptable.</summary>
    Advised,

    /// <summary>A loosening published against the DPO's opinion, by management's decision.</summary>
    AgainstAdvice,
}

/// <summary>
/// One published state of the settings: its changes on what was there before, with who, when and why. Written once, never changed; its
/// digest is in the audit log.
/// </summary>
public sealed class SettingsRevision
{
    /// <summary>1, 2, 3, …: it only grows.</summary>
    public int Number { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>From when on it governs; never before <see cref="PublishedAt"/>: no revision rewrites the past.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    public Guid? PublishedBy { get; init; }

    public string PublishedByName { get; init; } = "";

    public string Reason { get; init; } = "";

    public RevisionOrigin Origin { get; init; }

    /// <summary>The proposal that it carries out.</summary>
    public Guid? Proposal { get; init; }

    public IReadOnlyList<SettingChange> Changes { get; init; } = [];

    /// <summary>SHA-256 of the revision's contents, in lower-case hex.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SettingsJson.Write(
        new { Number, PublishedAt = PublishedAt.ToUnixTimeMilliseconds(), EffectiveAt = EffectiveAt.ToUnixTimeMilliseconds(), PublishedBy, PublishedByName, Reason, Origin, Proposal, Changes }))));
}
