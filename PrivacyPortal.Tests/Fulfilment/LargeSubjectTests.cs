using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;
using static PrivacyPortal.Tests.Fulfilment.MapOf;
using static PrivacyPortal.Tests.Fulfilment.Searched;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>Alone, after all others: the memory that they measure is the process's.</summary>
[CollectionDefinition(nameof(LargeSubjectTests), DisableParallelization = true)]
[Collection(nameof(LargeSubjectTests))]
public sealed class LargeSubjectTests
{
    private static readonly SourceMap Map = Tables(
        People("person", Email()),
        Table("visit", Field("page", "behaviour.history"), OwnedBy("person_id", "person")),
        Table("letter", Field("body", "content.message"), OwnedBy("person_id", "person")));

    [Fact]
    public async Task Two_hundred_thousand_rows_are_found_read_and_erased_without_being_held_at_once()
    {
        using var file = new SourceFile("""
            CREATE TABLE person (id INTEGER PRIMARY KEY, email TEXT);
            CREATE TABLE visit (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person, page TEXT);
            CREATE TABLE letter (id INTEGER PRIMARY KEY, person_id INTEGER, body TEXT);
            CREATE INDEX of_person ON visit (person_id);
            INSERT INTO person VALUES (1, 'a@x.org'), (2, 'b@x.org');
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 220000)
            INSERT INTO visit SELECT i, 1 + (i % 11 = 0), hex(randomblob(400)) FROM n;
            """);
        var fulfilment = file.Fulfilment(Map);
        var found = await fulfilment.SearchAsync(Asking("email:a@x.org"), default);
        Assert.Equal(200_001, found.Rows);

        var held = GC.GetTotalMemory(forceFullCollection: true);
        var (rows, most) = (0, 0L);
        await foreach (var row in fulfilment.ReadAsync(found, AccessPlan.Suggest(found), default))
        {
            if (++rows % 20_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - held);
        }

        Assert.Equal(200_001, rows);
        // The rows weigh some 320 MB; what is held while they stream is a batch.
        Assert.True(most < 40_000_000, $"{most:N0} bytes held");

        await file.EraseAsync(Map, Asking("email:a@x.org"));
        Assert.Equal(20_000L, file.Value("SELECT count(*) FROM visit"));
    }

    [Fact]
    public async Task On_PostgreSQL_too_they_stream_and_are_erased_in_one_transaction()
    {
        using var source = new PostgresSource("""
            CREATE TABLE person (id int PRIMARY KEY, email text);
            CREATE TABLE visit (id bigint PRIMARY KEY, person_id int REFERENCES person, page text);
            CREATE TABLE letter (id int PRIMARY KEY, person_id int, body text);
            INSERT INTO person VALUES (1, 'a@x.org'), (2, 'b@x.org');
            INSERT INTO visit SELECT i, CASE WHEN i % 11 = 0 THEN 2 ELSE 1 END, repeat('some page ', 80) FROM generate_series(1, 220000) i;
            CREATE INDEX ON visit (person_id);
            """);
        var fulfilment = source.Fulfilment(Map);
        var request = Asking("email:a@x.org");
        var found = await fulfilment.SearchAsync(request, default);
        var held = GC.GetTotalMemory(forceFullCollection: true);
        var (rows, most) = (0, 0L);
        await foreach (var row in fulfilment.ReadAsync(found, AccessPlan.Suggest(found), default))
        {
            if (++rows % 50_000 == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - held);
        }

        Assert.Equal(200_001, rows);
        Assert.True(most < 40_000_000, $"{most:N0} bytes held");
        var order = new ErasureOrder(request, [], Erased.Today, await fulfilment.PlanErasureAsync(request, [], Erased.Today, default));
        Assert.Equal("", (await fulfilment.PreflightAsync(order, default)).Text());
    }

    [Fact]
    public async Task Texts_of_ten_megabytes_are_read_cleared_and_gone()
    {
        using var file = new SourceFile("""
            CREATE TABLE person (id INTEGER PRIMARY KEY, email TEXT);
            CREATE TABLE visit (id INTEGER PRIMARY KEY, person_id INTEGER, page TEXT);
            CREATE TABLE letter (id INTEGER PRIMARY KEY, person_id INTEGER, body TEXT);
            CREATE TABLE answer (id INTEGER PRIMARY KEY, letter_id INTEGER REFERENCES letter);
            INSERT INTO person VALUES (1, 'a@x.org'), (2, 'b@x.org');
            """);
        using (var connection = file.Open())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "INSERT INTO letter VALUES (1, 1, @body), (2, 1, @body); INSERT INTO answer VALUES (1, 2)";
            command.Parameters.AddWithValue("@body", string.Concat(Enumerable.Repeat("é<script>\"' secret ", 550_000)));
            command.ExecuteNonQuery();
        }

        var found = await file.SearchAsync(Map, "email:a@x.org");
        await foreach (var row in file.Fulfilment(Map).ReadAsync(found, null, default))
            Assert.True(row.Table != "letter" || ((string)row.Fields.Single(f => f.Name == "body").Value!).Length > 10_000_000);
        await file.EraseAsync(Map, Asking("email:a@x.org"));
        Assert.Equal(["2 | 1 | null"], file.Rows("SELECT * FROM letter"));
        Assert.True((await File.ReadAllBytesAsync(file.Path)).AsSpan().IndexOf("secret"u8) < 0);
    }
}
