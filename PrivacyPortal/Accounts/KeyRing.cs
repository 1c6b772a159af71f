using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Accounts;

/// <summary>A key of cookies and forms, or the word that one is no longer good, as Data Protection writes it.</summary>
public sealed class KeyRingEntry
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The secret in it is sealed (<see cref="KeyRingEncryptor"/>).</summary>
    public string Xml { get; init; } = "";
}

/// <summary>Keeps the keys of cookies and forms in the database, so that a person signed in on one node is on all.</summary>
internal sealed class KeyRingRepository(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.Set<KeyRingEntry>().AsNoTracking().OrderBy(e => e.Id).Select(e => e.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = contexts.CreateDbContext();
        db.Add(new KeyRingEntry { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}

/// <summary>
/// Seals the keys of cookies and forms under the master key: whoever copies the database without it cannot forge a session.
/// </summary>
internal sealed class KeyRingEncryptor(KeyVault vault) : IXmlEncryptor
{
    internal const string Purpose = "data-protection";

    /// <summary>What the box stands in.</summary>
    internal const string Element = "sealed";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var box = vault.Seal(Purpose, System.Text.Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(box)), typeof(KeyRingDecryptor));
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
