using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PrivacyPortal.Data.Postgres;
using PrivacyPortal.Data.Sqlite;

Console.WriteLine("A design-time host only: call it through dotnet ef.");

/// <summary>Makes the SQLite context for <c>dotnet ef</c>; no database is opened.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>Makes the PostgreSQL context for <c>dotnet ef</c>; no server is asked.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresPortalDbContext>
{
    public PostgresPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresPortalDbContext>().UseNpgsql("Host=design").Options);
}
