using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Accounts;

/// <summary>
/// Seals the keys of cookies and forms under the master key: whoever copies the data folder without it cannot forge a session.
/// </summary>
internal sealed class KeyRingEncryptor(KeyVault vault) : IXmlEncryptor
{
    internal const string Purpose = "data-protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var box = vault.Seal(Purpose, System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(KeyRingDecryptor));
    }
}

/// <summary>Made by Data Protection itself, which hands it the services.</summary>
internal sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var box = Convert.FromBase64String(encryptedElement.Value);
        return XElement.Parse(System.Text.Encoding.UTF8.GetString(services.GetRequiredService<KeyVault>().Open(KeyRingEncryptor.Purpose, box)));
    }
}
