using PrivacyPortal.DataMap;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// The keyed hash of an identity, the same however it is written: how a person is recognised in the erasure ledger, in holds and among
/// earlier requests, without keeping who it is.
/// </summary>
public static class IdentityHash
{
    private const string Purpose = "identity";

    public static string Of(KeyVault vault, Identity identity)
    {
        var text = identity.Kind == IdentityKinds.Phone
            ? Digits(identity.Value)
            : IdentityKinds.Normalise(identity.Kind, identity.Value.Normalize(), callingCode: null);
        return vault.KeyedHash(Purpose, identity.Kind + ":" + text);
    }

    // The last nine digits are a national number without its 0 or calling code, so that +33 1… and 01… are one person.
    private static string Digits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length > 9 ? digits[^9..] : digits;
    }
}
