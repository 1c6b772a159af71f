using FsCheck;
using FsCheck.Fluent;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Tests.Fulfilment.Chinook;

namespace PrivacyPortal.Tests.DataMap;

public sealed class MapYamlTests
{
    [Fact]
    public void A_map_written_as_YAML_is_read_back_as_it_was() => Prop.ForAll(Arbitrary.Map.ToArbitrary(), map =>
    {
        var yaml = MapYamlWriter.Write(map, "Any \"source\"");
        var read = MapYamlReader.Read(yaml);
        Assert.True(read.Faults.Count == 0, string.Join('\n', read.Faults) + "\n" + yaml);
        Assert.Equal(MapJson.Write(map), MapJson.Write(read.Map!));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("tables:\n  Customer: [", 2, MapFaultKind.Syntax)]
    [InlineData("tables:\n  A: {}\n  A: {}", 3, MapFaultKind.Syntax)]
    [InlineData("tables:\n\tA: {}", 2, MapFaultKind.Tab)]
    [InlineData("", 1, MapFaultKind.Missing)]
    [InlineData("format: 2\ntables: { A: {} }", 1, MapFaultKind.Format)]
    [InlineData("tabels:\n  A: {}", 1, MapFaultKind.Missing)]
    [InlineData("tables:\n  A:\n    titel: x", 3, MapFaultKind.UnknownKey)]
    [InlineData("tables:\n  A:\n    role: person", 3, MapFaultKind.NotAWord)]
    [InlineData("tables:\n  A:\n    title: [x]", 3, MapFaultKind.NotAText)]
    [InlineData("tables:\n  A: text", 2, MapFaultKind.NotASection)]
    [InlineData("tables:\n  A:\n    recipients: { a: b }", 3, MapFaultKind.NotAList)]
    [InlineData("tables:\n  A:\n    fields:\n      f: { article-9: perhaps }", 4, MapFaultKind.NotYesOrNo)]
    [InlineData("tables:\n  A:\n    keep:\n      ground: legal-claims\n      until: 31/12/2030", 5, MapFaultKind.NotADate)]
    [InlineData("tables:\n  A:\n    keep:\n      ground: legal-claims\n      months: ten", 5, MapFaultKind.NotANumber)]
    [InlineData("tables:\n  A:\n    keep:\n      months: 10", 4, MapFaultKind.Missing)]
    [InlineData("tables:\n  A:\n    fields:\n      f:\n        of: nothing", 5, MapFaultKind.UnknownReference)]
    [InlineData("tables:\n  A:\n    references:\n      r:\n        columns: x", 5, MapFaultKind.Missing)]
    public void What_is_wrong_is_told_with_its_line(string yaml, long line, MapFaultKind kind)
    {
        var read = MapYamlReader.Read(yaml);
        Assert.Null(read.Map);
        Assert.Contains((line, kind), read.Faults.Select(f => (f.Line, f.Kind)));
    }

    [Fact]
    public void Names_that_the_source_does_not_have_are_told_with_their_lines()
    {
        var schema = new SourceSchema(
        [
            new SchemaTable { Name = "A", Path = ["A"], Key = ["Id"], Columns = [new("Id", "INTEGER", ValueKind.Integer, false), new("Payload", "TEXT", ValueKind.Text, true)] },
        ]);
        const string Yaml = """
            tables:
              A:
                fields:
                  Payload$.email: { category: contact.email }
                  Email: {}
                references:
                  r:
                    columns: [Payload$.owner, Owner]
                    to: B
              C: {}
            """;
        var faults = MapYamlReader.Read(Yaml, schema).Faults;
        Assert.Equal(
            [(5, MapFaultKind.UnknownColumn, "Email"), (8, MapFaultKind.UnknownColumn, "Owner"), (9, MapFaultKind.UnknownTable, "B"), (10, MapFaultKind.UnknownTable, "C")],
            faults.Select(f => (f.Line, f.Kind, f.Detail)));
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal([2L, 3L, 4L], MapYamlReader.Read("tables:\n  A: { role: x }\n  B: { on-erasure: y }\n  C: { z: 1 }").Faults.Select(f => f.Line));

    [Fact]
    public void A_document_that_refers_to_itself_over_and_over_ends()
    {
        var yaml = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range('b', 20).Select(c => $"{(char)c}: &{(char)c} [*{(char)(c - 1)},*{(char)(c - 1)},*{(char)(c - 1)},*{(char)(c - 1)}]\n")) + "tables: *u";
        Assert.NotEmpty(MapYamlReader.Read(yaml).Faults);
    }

    [Fact]
    public void A_document_that_is_too_large_is_refused() =>
        Assert.Equal(MapFaultKind.TooLarge, MapYamlReader.Read(new string('#', 5 << 20)).Faults.Single().Kind);

    [Fact]
    public void The_map_of_Chinook_reads_without_fault() => Assert.Empty(MapYamlReader.Read(ChinookShop.MapYaml).Faults);
}
