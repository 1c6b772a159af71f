using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.Sqlite;
using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Tests.Connectors;

namespace PrivacyPortal.Tests.DataMap;

/// <summary>Which fields hold what was said, and which column may take statements on it.</summary>
public sealed class SaidTests
{
    private const string Sql = """
        CREATE TABLE message (id INTEGER PRIMARY KEY, body TEXT NOT NULL, remark TEXT, doubled TEXT GENERATED ALWAYS AS (body || body), marks INTEGER, payload TEXT);
        """;

    [Theory]
    [InlineData("content", true)]
    [InlineData("content.message", true)]
    [InlineData("content.note", true)]
    [InlineData("contents", false)]
    [InlineData("contact.email", false)]
    [InlineData(null, false)]
    public void Content_and_what_is_below_it_is_said(string? category, bool said) =>
        Assert.Equal(said, new TableMap { Name = "t", Fields = [new() { Name = "f", Category = category }] }.IsSaid("f"));

    [Fact]
    public void A_column_around_a_message_and_what_nobody_named_within_one_are_said_too()
    {
        var table = new TableMap
        {
            Name = "t",
            Statement = "remark",
            Fields = [new() { Name = "payload$.text", Category = "content.message" }, new() { Name = "form", Category = "content.message" }, new() { Name = "form$.email", Category = "contact.email" }],
        };
        Assert.All(["payload", "payload$.text", "form", "form$.text", "remark"], field => Assert.True(table.IsSaid(field), field));
        Assert.All(["form$.email", "payloads", "other"], field => Assert.False(table.IsSaid(field), field));
    }

    [Theory]
    [InlineData("remark", null)]
    [InlineData("body", MapGap.StatementUnfit)]
    [InlineData("doubled", MapGap.StatementUnfit)]
    [InlineData("marks", MapGap.StatementUnfit)]
    [InlineData("payload", MapGap.StatementUnfit)]
    [InlineData("gone", MapGap.ColumnGone)]
    public async Task The_column_for_statements_is_text_may_be_empty_and_reaches_the_person(string column, MapGap? gap)
    {
        using var file = new SourceFile(Sql);
        var schema = await new SqliteConnector(file.Path, readOnly: true).ReadSchemaAsync(default);
        var fields = new[] { "body", "remark", "doubled", "marks" }.Select(name => new FieldMap { Name = name, Category = "content.message" });
        var map = new SourceMap { Tables = [new TableMap { Name = "message", Statement = column, Fields = [.. fields] }] };
        var told = MapCheck.Of(map, schema).Where(w => w.Subject == column && w.Gap is MapGap.StatementUnfit or MapGap.ColumnGone).ToList();
        Assert.Equal(gap is { } expected ? [new MapWarning(expected, "message", column)] : [], told);
        Assert.All(told, w => Assert.True(MapCheck.Contradicts(w.Gap)));
    }

    [Theory]
    [InlineData("text", true)]
    [InlineData("varchar(200)", true)]
    [InlineData("json", false)]
    [InlineData("jsonb", false)]
    [InlineData("text[]", false)]
    [InlineData("tsvector", false)]
    [InlineData("xml", false)]
    [InlineData("mood", false)]
    public async Task A_column_that_not_every_text_fits_into_takes_no_statements(string type, bool fits)
    {
        using var source = new PostgresSource($"CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE TABLE message (id int PRIMARY KEY, remark {type})");
        var schema = await source.Connector().ReadSchemaAsync(default);
        var map = new SourceMap { Tables = [new TableMap { Name = "message", Statement = "remark", Fields = [new FieldMap { Name = "remark", Category = "content.message" }] }] };
        Assert.Equal(fits, !MapCheck.Of(map, schema).Any(w => w.Gap == MapGap.StatementUnfit));
    }

    [Fact]
    public async Task It_is_read_from_YAML_and_one_that_is_not_there_is_told_with_its_line()
    {
        using var file = new SourceFile(Sql);
        var schema = await new SqliteConnector(file.Path, readOnly: true).ReadSchemaAsync(default);
        Assert.Equal("remark", MapYamlReader.Read("format: 1\ntables:\n  message:\n    statement: remark\n", schema).Map!.Tables[0].Statement);
        var fault = Assert.Single(MapYamlReader.Read("format: 1\ntables:\n  message:\n    statement: nowhere\n", schema).Faults);
        Assert.Equal((4, MapFaultKind.UnknownColumn, "nowhere"), (fault.Line, fault.Kind, fault.Detail));
    }
}
