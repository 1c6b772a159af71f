using System.Security.Cryptography;
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
    private const int Length = 32;
    private readonly byte[] key;

    public MasterKey(DataFolder folder)
    {
        key = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? Parse(given, Variable)
            : FromFile(Path.Combine(folder.Folder("keys"), "master.key"));
    }

    /// <summary>A key for one purpose, derived by HKDF (RFC 5869), so that what is sealed for one thing cannot be opened as another.</summary>
    internal byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, Length, info: System.Text.Encoding.UTF8.GetBytes("PrivacyPortal/" + purpose));

    private static byte[] FromFile(string file)
    {
        if (File.Exists(file))
        {
            return Parse(File.ReadAllText(file), file);
        }

        var fresh = RandomNumberGenerator.GetBytes(Length);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new StreamWriter(file, options);
        stream.WriteLine(Convert.ToBase64String(fresh));
        return fresh;
    }

    private static byte[] Parse(string text, string where)
    {
        Span<byte> bytes = stackalloc byte[Length + 3];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == Length
            ? bytes[..Length].ToArray()
            : throw new InvalidOperationException($"{where} does not hold a master key: {Length} bytes in base64 are expected.");
    }
}
