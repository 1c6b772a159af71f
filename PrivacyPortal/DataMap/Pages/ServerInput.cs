using PrivacyPortal.Connectors.PostgreSql;

namespace PrivacyPortal.DataMap;

/// <summary>What is being typed about a server.</summary>
public sealed class ServerInput
{
    public ServerInput()
    {
    }

    public ServerInput(PostgresAddress address) =>
        (Host, Port, Database, User, Tls, RootCertificate) = (address.Host, address.Port, address.Database, address.User, address.Tls, address.RootCertificate);

    public string Host { get; set; } = "";

    public int Port { get; set; } = 5432;

    public string Database { get; set; } = "";

    public string User { get; set; } = "";

    public string? Password { get; set; }

    public TlsMode Tls { get; set; }

    public string? RootCertificate { get; set; }

    public PostgresAddress Address() => new(
        Host.Trim(), Port, Database.Trim(), User.Trim(), string.IsNullOrEmpty(Password) ? null : Password, Tls,
        Tls != TlsMode.Verified || string.IsNullOrWhiteSpace(RootCertificate) ? null : RootCertificate.Trim());
}
