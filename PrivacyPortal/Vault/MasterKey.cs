using System.Security.Cryptography;
using System.Text;
using PrivacyPortal.Data;

namespace PrivacyPortal.Vault;

/// <summary>
/// The 256-bit key under which every other key of the portal is wrapped: from <c>PORTAL_MASTER_KEY</c> (base64), else from
/// <c>keys/master.key</c> in the data folder (mode 0600), made at the first run. Whoever loses it loses what is sealed: it belongs in the
/// operator's safe, apart from the backups.
/// </summary>
public sealed class MasterKey
{
    public const string Variable = "PORTAL_MASTER_KEY";
    internal const int Length = 32;

    private byte[]? key;

    public MasterKey(DataFolder folder)
    {
        Files = new KeyFiles(folder.Folder("keys"));
        IsGiven = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };
    }

    private MasterKey(KeyFiles files, byte[] key) => (Files, this.key) = (files, key);

    /// <summary>Whether the environment gives it, so that no file is read or written.</summary>
    public bool IsGiven { get; }

    /// <summary>Tells one key from another and nothing else: 16 hex digits, derived like every other key.</summary>
    public string Fingerprint => Convert.ToHexStringLower(Derive("fingerprint"))[..16];

    internal KeyFiles Files { get; }

    private byte[] Key => key ??= IsGiven ? Parse(Environment.GetEnvironmentVariable(Variable)!, Variable) : Files.ReadOrMake();

    /// <summary>A key to change to: the one given in base64, else a random one.</summary>
    /// <exception cref="InvalidOperationException">The text is no key.</exception>
    internal MasterKey Next(string? given, string variable) =>
        new(Files, given is { Length: > 0 } ? Parse(given, variable) : RandomNumberGenerator.GetBytes(Length));

    /// <summary>
    /// Of the keys that are at hand, takes the one that opens what the database holds: after a change of keys that was cut short, that may be
    /// the new one. False: none does.
    /// </summary>
    internal bool Take(Func<MasterKey, bool> opens)
    {
        var candidates = IsGiven ? [Parse(Environment.GetEnvironmentVariable(Variable)!, Variable)] : Files.ReadAll();
        key = candidates.FirstOrDefault(candidate => opens(new MasterKey(Files, candidate)));
        if (key is null)
        {
            return false;
        }

        Files.Promote(Fingerprint);
        return true;
    }

    /// <summary>A key for one purpose, derived by HKDF (RFC 5869), so that what is sealed for one thing cannot be opened as another.</summary>
    internal byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, Key, Length, info: Encoding.UTF8.GetBytes("PrivacyPortal/" + purpose));

    internal void WriteNext() => KeyFiles.WriteNext(Files.MasterPath, Fingerprint, Encoding.ASCII.GetBytes(Convert.ToBase64String(Key) + Environment.NewLine));

    internal static byte[] Parse(string text, string where)
    {
        Span<byte> bytes = stackalloc byte[Length + 3];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == Length
            ? bytes[..Length].ToArray()
            : throw new InvalidOperationException($"{where} does not hold a master key: {Length} bytes in base64 are expected.");
    }
}
