using Microsoft.EntityFrameworkCore;

namespace PrivacyPortal.Data.Postgres;

/// <summary>The portal's database on a PostgreSQL server, which several nodes may share.</summary>
public sealed class PostgresPortalDbContext(DbContextOptions<PostgresPortalDbContext> options) : PortalDbContext(options)
{
    /// <summary>
    /// Byte by byte, as SQLite does by default: order and prefixes mean the same on both, whatever the server's locale, indexes serve prefix searches,
    /// and no index breaks when the operating system's collations change.
    /// </summary>
    private const string ByteOrder = "C";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // Lengths are the desks' to judge, with words; SQLite knows none.
        configurationBuilder.Properties<string>().HaveColumnType("text").UseCollation(ByteOrder);
        configurationBuilder.Properties<Enum>().HaveColumnType("text").UseCollation(ByteOrder);
    }
}
