using PrivacyPortal.Connectors;
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

    /// <summary>
    /// For holds and earlier requests, which know no country: two numbers may share it, as two people a number's end, and a person looks.
    /// Nothing is erased by it.
    /// </summary>
    public static string Of(KeyVault vault, Identity identity)
    {
        var text = identity.Kind == IdentityKinds.Phone
            ? Digits(identity.Value)
            : IdentityKinds.Normalise(identity.Kind, identity.Value.Normalize(), callingCode: null);
        return vault.KeyedHash(Purpose, identity.Kind + ":" + text);
    }

    /// <summary>For the ledger of a source, by which its rows are erased again: the same only for values that the source's searches take for one.</summary>
    /// <param name="callingCode">Of the source's map.</param>
    /// <returns>Null where the value says nothing.</returns>
    public static string? InSource(KeyVault vault, Identity identity, string? callingCode) =>
        IdentityKinds.Normalise(identity.Kind, identity.Value.Normalize(), callingCode) is { } text ? vault.KeyedHash(Purpose, identity.Kind + ":" + text) : null;

    /// <summary>
    /// Beside <see cref="InSource"/>, of what is compared letter by letter: the same for two spellings that a column takes for one. Compared only
    /// with values of such a column, because elsewhere they may be two people's.
    /// </summary>
    /// <returns>Null where <see cref="InSource"/> is the same for them anyway.</returns>
    public static string? Respelled(KeyVault vault, Identity identity) =>
        IdentityKinds.ComparisonOf(identity.Kind) == Comparison.Exact && !string.IsNullOrWhiteSpace(identity.Value)
            ? vault.KeyedHash(Purpose, identity.Kind + "~:" + Caseless.Fold(identity.Value.Trim()))
            : null;

    // The last nine digits are a national number without its 0 or calling code, so that +33 1… and 01… are one person.
    private static string Digits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length > 9 ? digits[^9..] : digits;
    }
}
