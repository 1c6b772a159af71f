using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.DataMap;

/// <summary>The portal's own file, where it is one.</summary>
public sealed class OwnDatabaseTests
{
    [Fact]
    public async Task The_portal_is_no_source_of_its_own_by_whatever_name()
    {
        await using var portal = await Given.PortalAsync();
        var own = Path.Combine(portal.Folder, "portal.db");
        File.CreateSymbolicLink(Path.Combine(portal.Folder, "link.db"), own);
        Directory.CreateSymbolicLink(Path.Combine(portal.Folder, "way"), portal.Folder);
        await using (var db = portal.Db())
        {
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(portal.Folder, "copy.db")}");
        }

        foreach (var (path, fault) in new[]
        {
            (own, PlaceFault.OwnDatabase), (own + "-wal", PlaceFault.OwnDatabase), (Path.Combine(portal.Folder, "link.db"), PlaceFault.OwnDatabase),
            (Path.Combine(portal.Folder, "way", "portal.db"), PlaceFault.OwnDatabase), (Path.Combine(portal.Folder, "copy.db"), PlaceFault.OwnDatabase),
            (Path.Combine(portal.Folder, "keys", "master.key"), PlaceFault.KeyFolder), (Path.Combine(portal.Folder, "x", "..", "keys", "master.key"), PlaceFault.KeyFolder),
            ("relative.db", PlaceFault.NotAbsolute), (" ", PlaceFault.Missing),
        })
        {
            var check = await portal.Get<DataSourceDesk>().CheckAsync(TestPortal.Admin, SourceKind.Sqlite, new SourceConnection(path), default);
            Assert.Equal((path, fault), (path, check.Value!.Place));
        }
    }
}
