using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Fulfilment.Chinook;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.DataMap;

/// <summary>A portal with sources, and the few calls that make one.</summary>
internal static class Given
{
    public static readonly SourceDescription Shop = new("Shop", "IT team", "FR", CallingCode: "33", BackupDays: 30);

    public static Task<TestPortal> PortalAsync() => TestPortal.StartAsync(services => services.AddSettings().AddDataMap());

    public static string Database(this TestPortal portal, string sql, string name = "source.db")
    {
        var path = Path.Combine(portal.Folder, name);
        Run(path, sql);
        return path;
    }

    public static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static async Task<Guid> AddAsync(this TestPortal portal, string path, SourceDescription? description = null)
    {
        var added = await portal.Get<DataSourceDesk>().AddAsync(TestPortal.Admin, SourceKind.Sqlite, description ?? Shop, new SourceConnection(path), default);
        Assert.Null(added.Refusal);
        return added.Value;
    }

    /// <summary>Chinook, added by an administrator, its map imported and confirmed by the DPO.</summary>
    public static async Task<Guid> ChinookAsync(this TestPortal portal, Action<string>? change = null)
    {
        var desk = portal.Get<DataSourceDesk>();
        var path = ChinookShop.Write(Path.Combine(portal.Folder, "chinook.db"));
        change?.Invoke(path);
        var id = await portal.AddAsync(path);
        Assert.Null(await desk.ImportMapAsync(TestPortal.Dpo, id, ChinookShop.MapYaml, await portal.VersionAsync(id), default));
        Assert.Null((await desk.ConfirmMapAsync(TestPortal.Dpo, id, "First map", await portal.VersionAsync(id), default)).Refusal);
        return id;
    }

    public static async Task<SourceSheet> SheetAsync(this TestPortal portal, Guid id) =>
        (await portal.Get<DataSourceQueries>().SheetAsync(TestPortal.Admin, id, default)).Value!;

    public static async Task<int> VersionAsync(this TestPortal portal, Guid id) => (await portal.SheetAsync(id)).Version;
}
