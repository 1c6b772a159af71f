namespace PrivacyPortal.Vault;

/// <summary>The key of one file, wrapped by the master key; without its key once destroyed.</summary>
public sealed class WrappedKey
{
    public Guid Owner { get; init; }

    public byte[]? Wrapped { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DestroyedAt { get; set; }
}
