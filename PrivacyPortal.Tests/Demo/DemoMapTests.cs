using PrivacyPortal.Connectors.Sqlite;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Demo.Company;

namespace PrivacyPortal.Tests.Demo;

public sealed class DemoMapTests(ConversationDatabaseTests.Company company) : IClassFixture<ConversationDatabaseTests.Company>
{
    [Fact]
    public async Task The_demos_map_covers_its_database_and_contradicts_nothing()
    {
        var schema = await new SqliteConnector(company.Path, readOnly: true).ReadSchemaAsync(default);
        var reading = MapYamlReader.Read(Resource.Text("map.yaml"), schema);

        Assert.Empty(reading.Faults.Select(fault => $"{fault.Line}: {fault.Kind} {fault.Detail}"));
        Assert.Empty(MapCheck.Of(reading.Map!, schema).Select(warning => $"{warning.Gap} {warning.Table} {warning.Subject}"));
    }
}
