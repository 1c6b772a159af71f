using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PrivacyPortal.Data;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Data;

public class MigrationTests
{
    [Fact]
    public async Task The_migrations_make_what_the_model_says()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.Get<DatabaseStart>().RunAsync(default);
        await using var db = portal.Db();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task No_migration_leaves_its_transaction()
    {
        await using var portal = await TestPortal.StartAsync();
        await using var db = portal.Db();

        // EF rebuilds a table of SQLite with the foreign keys switched off, which a transaction does not allow.
        Assert.DoesNotContain("PRAGMA foreign_keys", db.GetService<IMigrator>().GenerateScript(), StringComparison.Ordinal);
    }
}
