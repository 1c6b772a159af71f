using System.Security.Cryptography;

namespace PrivacyPortal.Vault;

/// <summary>
/// AES-256-GCM (NIST SP 800-38D) with a random nonce; the layout is a version byte, 12 bytes of nonce, 16 of tag, then the text.
/// </summary>
internal static class Sealing
{
    private const byte Version = 1;
    private const int NonceLength = 12, TagLength = 16, Header = 1 + NonceLength + TagLength;

    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var box = new byte[Header + plain.Length];
        box[0] = Version;
        RandomNumberGenerator.Fill(box.AsSpan(1, NonceLength));
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(box.AsSpan(1, NonceLength), plain, box.AsSpan(Header), box.AsSpan(1 + NonceLength, TagLength), context);
        return box;
    }

    /// <exception cref="CryptographicException">It was sealed with another key or for another context, or was altered.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        if (box.Length < Header || box[0] != Version)
        {
            throw new CryptographicException("This is nothing that the portal sealed.");
        }

        var plain = new byte[box.Length - Header];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(box.Slice(1, NonceLength), box[Header..], box.Slice(1 + NonceLength, TagLength), plain, context);
        return plain;
    }
}
