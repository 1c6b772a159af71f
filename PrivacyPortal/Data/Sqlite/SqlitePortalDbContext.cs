using Microsoft.EntityFrameworkCore;

namespace PrivacyPortal.Data.Sqlite;

/// <summary>The portal's database in one SQLite file, the default.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options);
