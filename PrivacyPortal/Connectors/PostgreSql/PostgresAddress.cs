using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>How the way to a server is protected.</summary>
public enum TlsMode
{
    /// <summary>Encrypted, and the server must prove by its certificate that it is the one asked for.</summary>
    Verified,

    /// <summary>Encrypted; whoever answers is believed.</summary>
    Encrypted,

    /// <summary>In the clear: for a server on the same machine.</summary>
    None,
}

/// <summary>Where a PostgreSQL database is, and as whom the portal signs in.</summary>
/// <param name="Host">A name, an address, or the folder of a socket.</param>
/// <param name="RootCertificate">For <see cref="TlsMode.Verified"/>: a PEM file with the authority that signed the server's certificate; null: those the machine trusts.</param>
public sealed record PostgresAddress(string Host, int Port, string Database, string User, string? Password, TlsMode Tls = TlsMode.Verified, string? RootCertificate = null)
{
    /// <summary>Without the password, wherever it may be written.</summary>
    public override string ToString() => $"{User}@{Host}:{Port}/{Database}";

    internal string ConnectionString(PostgresLimits limits) => new NpgsqlConnectionStringBuilder
    {
        Host = Host,
        Port = Port,
        Database = Database,
        Username = User,
        Password = Password,
        SslMode = Host.StartsWith('/') ? SslMode.Disable : Tls switch
        {
            TlsMode.Verified => SslMode.VerifyFull,
            TlsMode.Encrypted => SslMode.Require,
            TlsMode.None => SslMode.Disable,
        },
        RootCertificate = string.IsNullOrWhiteSpace(RootCertificate) ? null : RootCertificate,
        GssEncryptionMode = GssEncryptionMode.Disable,
        ApplicationName = "PrivacyPortal",
        Timeout = (int)limits.Connect.TotalSeconds,
        CommandTimeout = (int)limits.Statement.TotalSeconds + 30,
        TcpKeepAlive = true,
        MaxPoolSize = 20,
        // Whatever is set is set for one transaction only: there is nothing to put back.
        NoResetOnClose = true,
        ConnectionIdleLifetime = 60,
        // The same few statements come again and again: prepared once, they cost a third.
        MaxAutoPrepare = 200,
        AutoPrepareMinUsages = 2,
    }.ToString();
}
