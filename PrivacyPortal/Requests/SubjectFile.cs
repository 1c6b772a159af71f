using System.Text.Json;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>
/// Who asks, in their own words. Kept only sealed under the file's key: destroying the key ends it, in backups too.
/// </summary>
/// <param name="Representative">Who asks for them, where it is not the person.</param>
public sealed record SubjectFile(
    string Name, IReadOnlyList<Identity> Identities, string? Address = null, string? Message = null, string? Representative = null)
{
    private const string Place = "subject";

    internal byte[] Seal(FileKey key) => key.Seal(Place, JsonSerializer.SerializeToUtf8Bytes(this));

    internal static SubjectFile Open(FileKey key, ReadOnlySpan<byte> box) => JsonSerializer.Deserialize<SubjectFile>(key.Open(Place, box))!;
}

/// <summary>A keyed hash of one identity: how a person's requests are found again without keeping the identity readable.</summary>
public sealed class RequestIdentity
{
    public long Id { get; init; }

    public Guid RequestId { get; init; }

    public string Hash { get; init; } = "";
}
