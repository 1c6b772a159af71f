using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PrivacyPortal.Access;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>One line of a request's timeline: who did what, when, and why.</summary>
public sealed class RequestEvent
{
    public Guid Id { get; init; }

    public Guid RequestId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The order of lines: the version of the request that the line came with, and its place there.</summary>
    public long Ordinal { get; init; }

    public RequestVerb Verb { get; init; }

    public ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public string ActorName { get; init; } = "";

    public RequestStatus? From { get; init; }

    public RequestStatus To { get; init; }

    /// <summary>What belongs to it and is nobody's personal data, as a JSON object of texts: a channel, a day, a ground, a source.</summary>
    public string Facts { get; init; } = "{}";

    /// <summary>The free text, sealed under the file's key with a salt.</summary>
    public byte[]? Note { get; init; }

    internal static (byte[] Box, string Hash) Seal(FileKey key, Guid id, string text)
    {
        // The log keeps this hash for ever; without the salt, which ends with the file, nobody can try texts out against it.
        var salt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + text)));
        return (key.SealText(Place(id), salt + text), hash);
    }

    internal string? OpenNote(FileKey? key) => Note is null || key is null ? null : key.OpenText(Place(Id), Note)[32..];

    internal IReadOnlyDictionary<string, string> ReadFacts() => JsonSerializer.Deserialize<Dictionary<string, string>>(Facts)!;

    private static string Place(Guid id) => $"event/{id:n}";
}

/// <summary>Why two files belong together.</summary>
public enum RequestLinkKind
{
    /// <summary>Received in the same letter.</summary>
    SameLetter,

    /// <summary>The same right asked by the same person while another is open; shown, never dropped.</summary>
    LikelyDuplicate,

    /// <summary>Opened again after a complaint.</summary>
    Reopened,

    /// <summary>Opened because a legal hold was lifted.</summary>
    HoldLifted,

    /// <summary>Opened because the person came back with a restored source.</summary>
    Replayed,
}

/// <summary>From the later file to the earlier.</summary>
public sealed class RequestLink
{
    public long Id { get; init; }

    public Guid RequestId { get; init; }

    public Guid OtherId { get; init; }

    public RequestLinkKind Kind { get; init; }
}
