using System.Net;
using System.Net.Sockets;
using Npgsql;
using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.PostgreSql;

namespace PrivacyPortal.Tests.Connectors;

/// <summary>What the connector asks of PostgreSQL, and what it says where the server does not answer as wished.</summary>
public sealed class PostgresConnectorTests
{
    private const string Contacts = """
        CREATE TABLE contact (id int PRIMARY KEY, email varchar(80), phone text, data jsonb, ref text);
        INSERT INTO contact VALUES (1, 'Alice@Example.com', '06 12 34 56 78', '{"mail": "ÉMILE@x.org"}', '1'), (2, ' alice@example.com ', '+33 (0)6.12.34.56.78', NULL, '2'),
            (3, 'ALICE@EXAMPLE.COM' || chr(160), '12', '[]', 'x'), (4, 'émile@x.org', NULL, NULL, NULL), (5, 'E' || chr(769) || 'MILE@X.ORG', NULL, NULL, NULL), (6, '', '', NULL, NULL), (7, 'malice@example.com', '0612345679', NULL, NULL);
        """;

    [Theory]
    [InlineData(null, "alice@example.com", "1 2 3")]
    [InlineData(null, "émile@x.org", "4 5")]
    [InlineData("CREATE INDEX ON contact (lower(email))", "alice@example.com", "1 2")]
    [InlineData("CREATE INDEX ON contact (lower(email))", "émile@x.org", "4 5")]
    [InlineData("portal", "alice@example.com", "1 2")]
    [InlineData("portal", "émile@x.org", "4 5")]
    public async Task An_address_is_found_without_case_and_blanks_with_an_index_and_without(string? index, string address, string found)
    {
        using var source = new PostgresSource(Contacts);
        var proposed = IndexAdvice.Statement(SourceKind.PostgreSql, (await source.Connector().ReadSchemaAsync(default)).Find("contact")!, [new("email")], Comparison.Caseless)!;
        // The server creates it while others write; a test's one statement cannot.
        if (index is not null)
            source.Run(index == "portal" ? proposed.Replace(" CONCURRENTLY", "", StringComparison.Ordinal) : index);
        Assert.Equal(found, await FindAsync(source, new("email"), Comparison.Caseless, address));
        var schema = await source.Connector().ReadSchemaAsync(default);
        Assert.Equal(index is null, IndexAdvice.Scans(SourceKind.PostgreSql, schema.Find("contact")!, new("email"), Comparison.Caseless));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_opening_that_is_cancelled_gives_its_connection_back(bool toWrite)
    {
        // The role has one connection: were it lost, the next opening would be refused.
        var role = toWrite ? "single_writer" : "single_reader";
        using var source = new PostgresSource($"DO $$ BEGIN CREATE ROLE {role} LOGIN CONNECTION LIMIT 1; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;{Contacts}GRANT SELECT, DELETE ON contact TO {role};");
        var connector = source.As(role);
        Task<ISourceReader> OpenAsync(CancellationToken ct) => toWrite ? BeginAsync(ct) : connector.OpenAsync(ct);
        async Task<ISourceReader> BeginAsync(CancellationToken ct) => await connector.BeginAsync("work", ct);
        await using (var other = source.Open())
        {
            await using var held = await other.BeginTransactionAsync();
            await using var locks = new NpgsqlCommand("LOCK TABLE pg_catalog.pg_policy IN ACCESS EXCLUSIVE MODE", other);
            await locks.ExecuteNonQueryAsync();
            using var cancelled = new CancellationTokenSource();
            var opening = OpenAsync(cancelled.Token);
            while ((long)source.Value($"SELECT count(*) FROM pg_stat_activity WHERE usename = '{role}' AND wait_event_type = 'Lock'")! == 0 && !opening.IsCompleted)
                await Task.Delay(20);
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
        }

        await using (var again = await OpenAsync(default))
            Assert.Equal(7, await again.CountAsync("contact", default));
    }

    [Fact]
    public async Task Telephones_texts_and_values_inside_JSON_are_found_by_the_portals_own_rules()
    {
        using var source = new PostgresSource(Contacts);
        Assert.Equal("1 2", await FindAsync(source, new("phone"), Comparison.Phone, "33612345678"));
        Assert.Equal("3", await FindAsync(source, new("phone"), Comparison.Phone, "12"));
        Assert.Equal("1", await FindAsync(source, new("data", "$.mail"), Comparison.Caseless, "émile@x.org"));
        Assert.Equal("1 2 3 7", await FindAsync(source, new("email"), Comparison.Contains, "alice@ex"));
        Assert.Equal("4 5", await FindAsync(source, new("email"), Comparison.Contains, "émile"));
        Assert.Equal("", await FindAsync(source, new("email"), Comparison.Exact, "' OR true --"));
        Assert.Equal("", await FindAsync(source, new("email"), Comparison.Exact, "a\0b"));
        Assert.Equal("1", await FindAsync(source, new("id"), Comparison.Exact, "1"));
        Assert.Equal("", await FindAsync(source, new("id"), Comparison.Exact, "99999999999"));
    }

    [Fact]
    public async Task Lookups_by_identity_and_key_use_the_indexes_that_are_there_or_that_the_portal_proposes()
    {
        using var source = new PostgresSource("""
            CREATE TABLE person (id bigint PRIMARY KEY, email text, phone text, at timestamptz);
            CREATE TABLE visit (person_id bigint NOT NULL, at timestamptz, page text, data jsonb, PRIMARY KEY (person_id, at));
            INSERT INTO person SELECT i, 'p' || i || '@x.org', '06' || lpad(i::text, 8, '0') FROM generate_series(1, 5000) i;
            INSERT INTO visit SELECT i, timestamptz '2026-01-01' + i * interval '1 minute', '', jsonb_build_object('who', jsonb_build_object('mail', i || '@x.org')) FROM generate_series(1, 5000) i;
            """);
        var schema = await source.Connector().ReadSchemaAsync(default);
        (string Table, ColumnPath Path, Comparison Comparison, object Value)[] lookups =
        [
            ("person", new("email"), Comparison.Caseless, "p77@x.org"), ("person", new("phone"), Comparison.Phone, "33600000077"), ("visit", new("data", "$.who.mail"), Comparison.Caseless, "77@x.org"),
            ("visit", new("data", "$.who.mail"), Comparison.Exact, "77@x.org"), ("person", new("at"), Comparison.Exact, "2026-01-01 01:17:00+00"),
        ];
        foreach (var (table, path, comparison, _) in lookups)
        {
            Assert.True(IndexAdvice.Scans(SourceKind.PostgreSql, schema.Find(table)!, path, comparison));
            source.Run(IndexAdvice.Statement(SourceKind.PostgreSql, schema.Find(table)!, [path], comparison)!.Replace(" CONCURRENTLY", "", StringComparison.Ordinal));
        }

        source.Run("ANALYZE; SELECT pg_stat_force_next_flush()");
        source.Run("SELECT pg_stat_reset()");
        schema = await source.Connector().ReadSchemaAsync(default);
        Assert.Equal(5000, schema.Find("visit")!.Rows);
        Assert.All(lookups, l => Assert.False(IndexAdvice.Scans(SourceKind.PostgreSql, schema.Find(l.Table)!, l.Path, l.Comparison)));
        await using (var reader = await source.Connector().OpenAsync(default))
        {
            foreach (var (table, path, comparison, value) in lookups)
                await reader.ReadAsync(new RowQuery(table, [path]) { By = [path], Values = [new RowKey(value)], Comparison = comparison, CallingCode = "33" }, default).ToListAsync();
            await reader.ReadAsync(new RowQuery("visit", [new("page")]) { By = [new("person_id"), new("at")], Values = [new RowKey(77L, "2026-01-01 01:17:00+00")] }, default).ToListAsync();
            await reader.ReadAsync(new RowQuery("visit", [new("page")]) { By = [new("person_id")], Values = [new RowKey("77")] }, default).ToListAsync();
        }

        // Counts of an ended session are told by the time it is gone.
        NpgsqlConnection.ClearAllPools();
        while (source.Value("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'PrivacyPortal'") is not 0L)
            await Task.Yield();
        Assert.Equal([], source.Rows("SELECT relname FROM pg_stat_user_tables WHERE seq_scan > 0"));
    }

    [Fact]
    public async Task Somebody_elses_lock_is_told_and_a_portal_that_stands_still_lets_go()
    {
        using var source = new PostgresSource(Contacts);
        var impatient = new PostgresConnector(source.Address()) { Limits = PostgresLimits.Usual with { Lock = TimeSpan.FromMilliseconds(100), Pause = TimeSpan.FromSeconds(3) } };
        var change = new RowChange("contact", [new RowKey(1L)], new Dictionary<string, object?> { ["phone"] = null });
        await using (var frozen = await impatient.BeginAsync("one", default))
        {
            Assert.Equal(1, await frozen.ApplyAsync(change, default));
            await using (var another = await impatient.BeginAsync("another", default))
                Assert.Equal(SourceFailure.Locked, (await Assert.ThrowsAsync<SourceException>(() => another.ApplyAsync(change, default))).Failure);
            Assert.Equal(SourceFailure.Locked, (await Assert.ThrowsAsync<SourceException>(() => impatient.BeginAsync("one", default))).Failure);

            // This waits for the row until the server has ended the one that says nothing.
            source.Run("UPDATE contact SET phone = '0' WHERE id = 1");
            Assert.Contains((await Assert.ThrowsAsync<SourceException>(() => frozen.CommitAsync(default))).Failure, new[] { SourceFailure.TimedOut, SourceFailure.Unreachable });
        }

        var slow = new PostgresConnector(source.Address()) { Limits = PostgresLimits.Usual with { Statement = TimeSpan.FromSeconds(1) } };
        source.Run("CREATE VIEW slow AS SELECT id, pg_sleep(30)::text AS nap FROM contact");
        await using var reader = await slow.OpenAsync(default);
        Assert.Equal(SourceFailure.TimedOut, (await Assert.ThrowsAsync<SourceException>(async () => await reader.ReadAsync(new RowQuery("slow", [new("nap")]), default).ToListAsync())).Failure);
    }

    [Fact]
    public async Task A_server_that_cannot_be_used_says_why()
    {
        await using var server = await PostgresTlsServer.StartAsync();
        async Task<SourceFailure?> TryAsync(PostgresAddress address, int seconds = 30) =>
            (await new PostgresConnector(address) { Limits = PostgresLimits.Usual with { Connect = TimeSpan.FromSeconds(seconds) } }.TestAsync(default)).Failure;
        var good = new PostgresAddress("localhost", server.Port, "postgres", "clerk", "right", TlsMode.Verified, server.Certificate);
        Assert.Null(await TryAsync(good));
        Assert.Null(await TryAsync(good with { Tls = TlsMode.Encrypted, RootCertificate = null }));
        Assert.Equal(SourceFailure.SignInRefused, await TryAsync(good with { Password = "wrong" }));
        Assert.Equal(SourceFailure.SignInRefused, await TryAsync(good with { Password = null }));
        Assert.Equal(SourceFailure.UnknownDatabase, await TryAsync(good with { Database = "nowhere" }));
        Assert.Equal(SourceFailure.NotAdmitted, await TryAsync(good with { Tls = TlsMode.None }));
        Assert.Equal(SourceFailure.Tls, await TryAsync(good with { RootCertificate = null }));
        Assert.Equal(SourceFailure.Tls, await TryAsync(good with { RootCertificate = "/nowhere.pem" }));
        Assert.Equal(SourceFailure.Unreachable, await TryAsync(good with { Host = "127.0.0.1", Port = 1 }));

        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        Assert.Equal(SourceFailure.TimedOut, await TryAsync(good with { Port = ((IPEndPoint)silent.LocalEndpoint).Port }, seconds: 1));
        Assert.DoesNotContain("right", good.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> FindAsync(PostgresSource source, ColumnPath by, Comparison comparison, string value)
    {
        await using var reader = await source.Connector().OpenAsync(default);
        var query = new RowQuery("contact", [new("id")]) { By = [by], Values = [new RowKey(value)], Comparison = comparison, CallingCode = "33" };
        var rows = await reader.ReadAsync(query, default).ToListAsync();
        return string.Join(' ', rows.Select(r => CellText.Of(r[0])).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(200)]
    public async Task More_changes_than_one_trip_takes_are_counted_and_made_like_few(int count)
    {
        using var source = new PostgresSource($"CREATE TABLE t (id int PRIMARY KEY, word text); INSERT INTO t SELECT i, 'w' FROM generate_series(1, {count}) i");
        await using (var transaction = await source.Connector().BeginAsync("work", default))
        {
            var applied = await transaction.ApplyAsync([.. Enumerable.Range(1, count).Select(i => new RowChange("t", [new RowKey((long)i)], new Dictionary<string, object?> { ["word"] = $"p{i}" }))], default);
            Assert.All(applied, change => Assert.Equal(1, change.Rows));
            Assert.Empty(await transaction.PendingFailuresAsync(default));
            Assert.Empty(await transaction.EffectsAsync(default));
            await transaction.CommitAsync(default);
        }

        Assert.Equal((long)count, source.Value("SELECT count(*) FROM t WHERE word = 'p' || id"));
    }
}
