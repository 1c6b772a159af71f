using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.Http;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.House;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Connectors.Http;

/// <summary>A Chatwoot with two people, reached by the declaration that comes with the portal and mapped as its page says.</summary>
internal static class Chatwoot
{
    public const string Email = "alice@example.com";

    public static readonly HttpLimits Quick = new(3, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(2), 50);

    /// <summary>As it comes with the portal, without its pace.</summary>
    public static string Declaration => ReadyInterfaces.Chatwoot("3").Replace("per-minute: 300", "per-minute: 600000", StringComparison.Ordinal);

    public static string MapYaml
    {
        get
        {
            var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "http-sources.md"));
            var from = page.LastIndexOf("```yaml", StringComparison.Ordinal) + 8;
            return page[from..page.LastIndexOf("```", StringComparison.Ordinal)];
        }
    }

    public static async Task<ChatwootServer> StartAsync()
    {
        var server = await ChatwootServer.StartAsync();
        server.Contact(7, "Alice", "Alice@example.com", "+33612345678", (11, 45), (12, 2));
        server.Contact(8, "Bob", "bob@example.com", "+33611111111", (13, 3));
        server.Contact(9, "Malice", "malice@example.com", "+33622222222");
        return server;
    }

    public static SourceConnection Connection(this ChatwootServer server, string token = ChatwootServer.Token) =>
        new() { Http = new HttpAddress(server.Address, Declaration, token, AllowPrivate: true) };

    public static HttpConnector Connector(this ChatwootServer server) =>
        new(server.Connection().Http!, HttpYamlReader.Read(Declaration).Declaration!, readOnly: false, Quick);

    /// <summary>Added by an administrator, its map imported and confirmed by the DPO.</summary>
    public static async Task<Guid> ChatwootAsync(this TestPortal portal, ChatwootServer server)
    {
        var desk = portal.Get<DataSourceDesk>();
        var added = await desk.AddAsync(TestPortal.Admin, SourceKind.Http, PrivacyPortal.Tests.DataMap.Given.Shop, server.Connection(), default);
        Assert.Null(added.Refusal);
        Assert.Null(await desk.ImportMapAsync(TestPortal.Dpo, added.Value, MapYaml, await portal.VersionAsync(added.Value), default));
        Assert.Null((await desk.ConfirmMapAsync(TestPortal.Dpo, added.Value, "First map", await portal.VersionAsync(added.Value), default)).Refusal);
        return added.Value;
    }
}
