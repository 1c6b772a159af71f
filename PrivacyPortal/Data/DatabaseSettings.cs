using Microsoft.Data.Sqlite;
using PrivacyPortal.Data.Postgres;

namespace PrivacyPortal.Data;

public enum DatabaseProvider
{
    /// <summary>One file in the data folder, served by one process. The default.</summary>
    Sqlite,

    /// <summary>A server, which several nodes may share.</summary>
    PostgreSql,
}

/// <summary>
/// Where the portal keeps what it knows: settings <c>Database:Provider</c> (<c>Sqlite</c> or <c>PostgreSql</c>) and, for the latter,
/// <c>Database:ConnectionString</c>.
/// </summary>
public sealed class DatabaseSettings
{
    /// <exception cref="StartRefusedException">There is no such provider, it is not told where its server is, or a restore was cut short.</exception>
    public DatabaseSettings(IConfiguration configuration, DataFolder folder)
    {
        Provider = ProviderOf(configuration);
        if (Provider == DatabaseProvider.Sqlite && Directory.Exists(Path.Combine(folder.Path, DataFolder.Replacing)))
        {
            // What is missing would be made anew, as an empty portal that anybody with its link could set up.
            throw new StartRefusedException($"A restore into {folder.Path} was cut short. Run it again with --replace; what was there before is in its folders before-….");
        }

        ConnectionString = Provider == DatabaseProvider.Sqlite
            ? new SqliteConnectionStringBuilder { DataSource = folder.Database, Pooling = true, ForeignKeys = true }.ToString()
            : PostgresConnection.Complete(configuration["Database:ConnectionString"] ?? "");
    }

    public DatabaseProvider Provider { get; }

    /// <summary>With what the portal demands of every connection.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether other processes may serve the same database.</summary>
    public bool IsShared => Provider == DatabaseProvider.PostgreSql;

    /// <exception cref="StartRefusedException">There is no such provider.</exception>
    public static DatabaseProvider ProviderOf(IConfiguration configuration)
    {
        var name = configuration["Database:Provider"] is { Length: > 0 } given ? given : nameof(DatabaseProvider.Sqlite);
        return Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) && Enum.IsDefined(provider)
            ? provider
            : throw new StartRefusedException($"Database:Provider is “{name}”: the portal knows Sqlite and PostgreSql.");
    }
}

/// <summary>The portal must not start as things are; the message tells the operator why, and holds no secret.</summary>
public sealed class StartRefusedException(string message, Exception? inner = null) : Exception(message, inner);
