using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.Sqlite;

namespace PrivacyPortal.Tests.Connectors;

public sealed class SqliteConnectorTests
{
    private const string Shop = """
        CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT UNIQUE, phone TEXT, born DATETIME);
        CREATE TABLE "Order Line" ("Order" INTEGER NOT NULL, "select" INTEGER NOT NULL, qty INT, total AS (qty * 2),
            PRIMARY KEY ("Order", "select"), FOREIGN KEY ("order") REFERENCES CUSTOMER) WITHOUT ROWID;
        CREATE TABLE log (said TEXT COLLATE NOCASE, rowid TEXT);
        CREATE VIEW everybody AS SELECT email FROM customer;
        CREATE TRIGGER noticed AFTER DELETE ON customer BEGIN INSERT INTO log (said) VALUES ('gone'); END;
        INSERT INTO customer VALUES (1, 'Alice@Example.com', '06 12 34 56 78', NULL), (2, ' ÉLODIE@exemple.fr', '+33 (0)1 00 00 00 00', 0), (3, '', NULL, '');
        INSERT INTO "Order Line" ("Order", "select", qty) VALUES (1, 1, 0), (1, 2, 5), (2, 1, 7);
        """;

    [Fact]
    public async Task The_schema_is_read_as_the_database_spells_it()
    {
        using var file = new SourceFile(Shop);
        var schema = await file.Connector().ReadSchemaAsync(default);

        var line = schema.Find("Order Line")!;
        Assert.Equal(["Order", "select"], line.Key);
        Assert.True(line.Find("total")!.Generated);
        Assert.False(line.Find("Order")!.Nullable);
        // The clause says "order" and CUSTOMER, and names no column: the target's key is meant.
        var reference = Assert.Single(line.References);
        Assert.Equal(("customer", "Order", "id"), (reference.Table, reference.Columns[0], reference.TargetColumns[0]));
        Assert.Equal(TableKind.View, schema.Find("everybody")!.Kind);
        Assert.Equal("NOCASE", schema.Find("log")!.Find("said")!.Collation);
        // A column took the name rowid: the row's number has another.
        Assert.Equal(["_rowid_"], schema.Find("log")!.Key);
        Assert.Equal(["noticed"], schema.Find("customer")!.Triggers);
        Assert.Equal(schema.Fingerprint(), (await file.Connector().ReadSchemaAsync(default)).Fingerprint());

        file.Run("ALTER TABLE customer ADD COLUMN fax TEXT");
        Assert.NotEqual(schema.Fingerprint(), (await file.Connector().ReadSchemaAsync(default)).Fingerprint());
    }

    [Theory]
    [InlineData("email", Comparison.Caseless, "alice@example.com", 1L)]
    [InlineData("email", Comparison.Caseless, "élodie@exemple.fr", 2L)]
    [InlineData("phone", Comparison.Phone, "33612345678", 1L)]
    [InlineData("phone", Comparison.Phone, "33100000000", 2L)]
    [InlineData("email", Comparison.Exact, "", 3L)]
    [InlineData("born", Comparison.Exact, 0L, 2L)]
    [InlineData("email", Comparison.Contains, "lodie@exem", 2L)]
    public async Task Values_are_compared_as_their_kind_asks(string column, Comparison comparison, object value, long found)
    {
        using var file = new SourceFile(Shop);
        await using var reader = await file.Connector().OpenAsync(default);
        var query = new RowQuery("customer", [new("id")]) { By = [new(column)], Values = [new RowKey(value)], Comparison = comparison, CallingCode = "33" };
        Assert.Equal(found, Assert.Single(await Read(reader, query))[0]);
    }

    [Fact]
    public async Task Tuples_stay_tuples_and_nulls_match_nothing()
    {
        using var file = new SourceFile(Shop);
        await using var reader = await file.Connector().OpenAsync(default);
        var query = new RowQuery("Order Line", [new("qty")])
        {
            By = [new("Order"), new("select")],
            Values = [new RowKey(1L, 2L), new RowKey(2L, 2L), new RowKey(1L, null), new RowKey(1L, 1L)],
        };
        Assert.Equal([0L, 5L], (await Read(reader, query)).Select(r => r[0]).Order());
    }

    [Fact]
    public async Task A_column_that_is_gone_is_told_and_not_taken_for_a_text()
    {
        using var file = new SourceFile(Shop);
        await using var reader = await file.Connector().OpenAsync(default);
        var e = await Assert.ThrowsAsync<SourceException>(() => Read(reader, new RowQuery("customer", [new("gone")])));
        Assert.Equal(SourceFailure.SchemaChanged, e.Failure);
    }

    [Fact]
    public async Task A_transaction_that_is_not_committed_leaves_everything_and_tells_what_triggers_did()
    {
        using var file = new SourceFile(Shop + "DELETE FROM \"Order Line\" WHERE \"Order\" = 1;");
        await using (var transaction = await file.Connector().BeginAsync("test", default))
        {
            Assert.Equal(1, await transaction.ApplyAsync(new RowChange("customer", [new RowKey(1L)]), default));
            Assert.Empty(await transaction.PendingFailuresAsync(default));
            Assert.Empty(await Read(transaction, new RowQuery("customer", [new("id")]) { By = [new("id")], Values = [new RowKey(1L)] }));
            await transaction.RollBackAsync(default);
            var effect = Assert.Single(await transaction.EffectsAsync(default));
            Assert.Equal(("log", EffectKind.Inserted), (effect.Table, effect.Kind));
        }

        Assert.Equal(3L, file.Value("SELECT count(*) FROM customer"));
        Assert.Equal(0L, file.Value("SELECT count(*) FROM log"));
    }

    [Fact]
    public async Task A_reference_left_pointing_at_nothing_is_told_before_the_commit()
    {
        using var file = new SourceFile(Shop);
        await using var transaction = await file.Connector().BeginAsync("test", default);
        await transaction.ApplyAsync(new RowChange("customer", [new RowKey(1L)]), default);
        var failure = Assert.Single(await transaction.PendingFailuresAsync(default));
        Assert.Equal((ChangeRefusal.Reference, "Order Line", 2), (failure.Refusal, failure.Table, failure.Rows));
    }

    [Theory]
    [InlineData("ON DELETE CASCADE", EffectKind.Deleted)]
    [InlineData("ON DELETE SET NULL", EffectKind.Changed)]
    public async Task Rows_that_a_cascade_touches_are_told_with_their_keys(string rule, EffectKind kind)
    {
        using var file = new SourceFile($"""
            CREATE TABLE a (id INTEGER PRIMARY KEY);
            CREATE TABLE b (code TEXT PRIMARY KEY, a INTEGER REFERENCES a {rule});
            CREATE TABLE c (code TEXT PRIMARY KEY, a INTEGER REFERENCES a {rule}) WITHOUT ROWID;
            INSERT INTO a VALUES (1), (2);
            INSERT INTO b VALUES ('x', 1), ('y', 2);
            INSERT INTO c VALUES ('u', 1), ('v', 2);
            """);
        await using var transaction = await file.Connector().BeginAsync("test", default);
        await transaction.ApplyAsync(new RowChange("a", [new RowKey(1L)]), default);
        await transaction.RollBackAsync(default);
        var effects = await transaction.EffectsAsync(default);
        Assert.Contains(new RowEffect("b", kind, new RowKey("x")), effects);
        // A table without row numbers changes in silence: that it did is told, if not where.
        Assert.Contains(effects, e => e.Key is null);
        Assert.Equal(2, effects.Count);
    }

    [Theory]
    [InlineData("UPDATE", ChangeRefusal.NotNull)]
    [InlineData("KEY", ChangeRefusal.Key)]
    [InlineData("CHECK", ChangeRefusal.Check)]
    [InlineData("UNIQUE", ChangeRefusal.Unique)]
    [InlineData("TRIGGER", ChangeRefusal.Trigger)]
    public async Task What_the_database_refuses_is_named_and_undone(string what, ChangeRefusal refusal)
    {
        using var file = new SourceFile("""
            CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, code TEXT UNIQUE ON CONFLICT REPLACE, age INT CHECK (age > 0), said TEXT);
            CREATE TRIGGER never BEFORE UPDATE OF said ON t BEGIN SELECT RAISE(ABORT, 'no'); END;
            INSERT INTO t VALUES (1, 'A', 'a', 1, ''), (2, 'B', 'b', 2, '');
            """);
        var before = file.Rows("SELECT * FROM t");
        Dictionary<string, object?> set = what switch
        {
            "UPDATE" => new() { ["name"] = null },
            "KEY" => new() { ["id"] = 9L },
            "CHECK" => new() { ["age"] = -1L },
            "UNIQUE" => new() { ["code"] = "same" },
            _ => new() { ["said"] = "x" },
        };
        await using (var transaction = await file.Connector().BeginAsync("test", default))
        {
            var e = await Assert.ThrowsAsync<ChangeException>(() => transaction.ApplyAsync(new RowChange("t", [new RowKey(1L), new RowKey(2L)], set), default));
            Assert.Equal((refusal, "t"), (e.Failure.Refusal, e.Failure.Table));
            await transaction.CommitAsync(default);
        }

        Assert.Equal(before, file.Rows("SELECT * FROM t"));
    }

    [Fact]
    public async Task A_trigger_that_rolls_back_by_itself_does_not_let_the_rest_commit()
    {
        using var file = new SourceFile("""
            CREATE TABLE t (id INTEGER PRIMARY KEY);
            CREATE TABLE u (id INTEGER PRIMARY KEY);
            CREATE TRIGGER never BEFORE DELETE ON t BEGIN SELECT RAISE(ROLLBACK, 'no'); END;
            INSERT INTO t VALUES (1);
            INSERT INTO u VALUES (1);
            """);
        await using var transaction = await file.Connector().BeginAsync("test", default);
        await Assert.ThrowsAsync<ChangeException>(() => transaction.ApplyAsync(new RowChange("t", [new RowKey(1L)]), default));
        await Assert.ThrowsAsync<ChangeException>(() => transaction.ApplyAsync(new RowChange("u", [new RowKey(1L)]), default));
        await transaction.RollBackAsync(default);
        Assert.Equal(1L, file.Value("SELECT count(*) FROM u"));
    }

    [Fact]
    public async Task Each_cause_of_a_failed_connection_is_told_apart()
    {
        using var file = new SourceFile(Shop);
        Assert.Equal(new ConnectionReport(null, true, "SQLite"), (await file.Connector().TestAsync(default)) with { Product = "SQLite" });
        Assert.Equal(SourceFailure.Missing, (await new SqliteConnector(file.Path + "x").TestAsync(default)).Failure);
        Assert.False(File.Exists(file.Path + "x"));

        var text = file.Path + ".txt";
        await File.WriteAllTextAsync(text, new string('x', 5000));
        Assert.Equal(SourceFailure.NotADatabase, (await new SqliteConnector(text).TestAsync(default)).Failure);

        var torn = file.Path + ".torn";
        var bytes = await File.ReadAllBytesAsync(file.Path);
        Array.Fill(bytes, (byte)0x5A, 100, bytes.Length - 100);
        await File.WriteAllBytesAsync(torn, bytes);
        Assert.Equal(SourceFailure.Corrupt, (await new SqliteConnector(torn).TestAsync(default)).Failure);
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_told_as_locked()
    {
        using var file = new SourceFile(Shop);
        using var holder = file.Open();
        using var hold = holder.CreateCommand();
        hold.CommandText = "BEGIN EXCLUSIVE";
        hold.ExecuteNonQuery();
        Assert.Equal(SourceFailure.Locked, (await file.Connector().TestAsync(default)).Failure);
        hold.CommandText = "ROLLBACK";
        hold.ExecuteNonQuery();
        Assert.Null((await file.Connector().TestAsync(default)).Failure);
    }

    [Fact]
    public async Task A_log_that_somebody_still_reads_is_told_and_emptied_the_next_time()
    {
        using var file = new SourceFile(Shop, wal: true);
        await using (var reader = await file.Connector().OpenAsync(default))
        {
            await Read(reader, new RowQuery("customer", [new("id")]));
            file.Run("UPDATE customer SET phone = 'x'");
            Assert.True((await file.Connector().TidyAsync(vacuum: false, default)).LogBusy);
        }

        Assert.Equal(new TidyReport(false, 0, true), await file.Connector().TidyAsync(vacuum: true, default));
        Assert.True(!File.Exists(file.Path + "-wal") || new FileInfo(file.Path + "-wal").Length == 0);
    }

    [Fact]
    public async Task What_may_only_be_read_is_read_and_refuses_to_be_written()
    {
        using var file = new SourceFile(Shop);
        Assert.False((await file.Connector(readOnly: true).TestAsync(default)).Writable);
        Assert.Equal(SourceFailure.ReadOnly, (await Assert.ThrowsAsync<SourceException>(() => file.Connector(readOnly: true).BeginAsync("test", default))).Failure);

        // A format version of its header that SQLite may read but not write: the same to us as a read-only file, also for root.
        var bytes = await File.ReadAllBytesAsync(file.Path);
        bytes[18] = 3;
        await File.WriteAllBytesAsync(file.Path, bytes);
        Assert.False((await file.Connector().TestAsync(default)).Writable);
        Assert.Equal(SourceFailure.ReadOnly, (await Assert.ThrowsAsync<SourceException>(() => file.Connector().BeginAsync("test", default))).Failure);
        await using var reader = await file.Connector().OpenAsync(default);
        Assert.Equal(3, (await Read(reader, new RowQuery("customer", [new("id")]))).Count);
    }

    [Fact]
    public async Task Keys_come_back_from_json_with_their_types()
    {
        var key = new RowKey(1L, 0L, "", "é", false, 1.5, null, new byte[] { 0, 1 });
        var again = System.Text.Json.JsonSerializer.Deserialize<RowKey>(System.Text.Json.JsonSerializer.Serialize(key));
        Assert.Equal(key, again);
        Assert.IsType<double>(again.Values[5]);
        Assert.NotEqual(new RowKey(1L), new RowKey("1"));
        await Task.CompletedTask;
    }

    private static async Task<List<object?[]>> Read(ISourceReader reader, RowQuery query)
    {
        var rows = new List<object?[]>();
        await foreach (var row in reader.ReadAsync(query, default))
            rows.Add(row);
        return rows;
    }
}
