using PrivacyPortal.Connectors.Http;

namespace PrivacyPortal.DataMap;

/// <summary>What is being typed about an interface over HTTP.</summary>
public sealed class HttpInput
{
    public HttpInput()
    {
    }

    public HttpInput(HttpAddress address) => (BaseAddress, Declaration, AllowPrivate) = (address.BaseAddress, address.Declaration, address.AllowPrivate);

    /// <summary>A ready-made declaration is taken, and not the one typed.</summary>
    public bool IsChatwoot { get; set; }

    public string Account { get; set; } = "";

    public string BaseAddress { get; set; } = "";

    public string Declaration { get; set; } = ReadyInterfaces.Example;

    public string? Secret { get; set; }

    public bool AllowPrivate { get; set; }

    public HttpAddress Address() => new(
        BaseAddress.Trim(),
        IsChatwoot ? ReadyInterfaces.Chatwoot(string.Concat(Account.Where(char.IsAsciiDigit))) : Declaration.ReplaceLineEndings("\n"),
        string.IsNullOrEmpty(Secret) ? null : Secret.Trim(),
        AllowPrivate);
}
