using Npgsql;
using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.PostgreSql;
using PrivacyPortal.DataMap;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Bench;

/// <summary>A source on PostgreSQL: customers with three orders of two lines and five messages each; an erasure deletes all of it.</summary>
internal static class Shop
{
    private const string Map = """
        format: 1
        hosting-region: FR
        tables:
          customer:
            role: people
            purpose: &purpose Sale and after-sales service
            legal-basis: &basis contract
            recipients: &recipients none
            retention: &retention Three years after the last order
            on-erasure: delete
            fields:
              id: { category: account.identifier, identity: customer-id }
              name: { category: identity.name }
              email: { category: contact.email, identity: email }
              phone: { category: contact.phone, identity: phone }
          purchase:
            purpose: *purpose
            legal-basis: *basis
            recipients: *recipients
            retention: *retention
            on-erasure: delete
            fields:
              placed_on: { category: commerce.order }
            references:
              customer: { columns: customer_id, to: customer, to-columns: id, kind: owned-by }
          line:
            purpose: *purpose
            legal-basis: *basis
            recipients: *recipients
            retention: *retention
            on-erasure: delete
            fields:
              product: { category: commerce.order }
            references:
              purchase: { columns: purchase_id, to: purchase, to-columns: id, kind: owned-by }
          message:
            purpose: *purpose
            legal-basis: *basis
            recipients: *recipients
            retention: *retention
            on-erasure: delete
            fields:
              body: { category: content.message }
            references:
              customer: { columns: customer_id, to: customer, to-columns: id, kind: owned-by }
        """;

    public static string EmailOf(int customer) => FormattableString.Invariant($"customer{customer}@example.org");

    public static async Task<PostgresDatabase> NewAsync(int customers)
    {
        var database = await PostgresServer.NewDatabaseAsync();
        await database.RunAsync(FormattableString.Invariant(
            $"""
             CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL, email text NOT NULL, phone text NOT NULL);
             CREATE TABLE purchase (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer, placed_on date NOT NULL);
             CREATE TABLE line (purchase_id bigint REFERENCES purchase, number int, product text NOT NULL, PRIMARY KEY (purchase_id, number));
             CREATE TABLE message (id bigint PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer, body text NOT NULL);
             INSERT INTO customer SELECT i, 'Customer ' || i, 'customer' || i || '@example.org', '+33 1 ' || (10000000 + i) FROM generate_series(1, {customers}) i;
             INSERT INTO purchase SELECT i, 1 + i % {customers}, date '2026-01-01' + i % 300 FROM generate_series(1, 3 * {customers}) i;
             INSERT INTO line SELECT 1 + i / 2, 1 + i % 2, 'Product ' || i % 500 FROM generate_series(0, 6 * {customers} - 1) i;
             INSERT INTO message SELECT i, 1 + i % {customers}, 'Where is parcel ' || i || '?' FROM generate_series(1, 5 * {customers}) i;
             CREATE INDEX ON customer (lower(email)); CREATE INDEX ON customer (phone);
             CREATE INDEX ON purchase (customer_id); CREATE INDEX ON message (customer_id);
             """));
        await database.RunAsync("VACUUM ANALYZE");
        return database;
    }

    public static PostgresAddress AddressOf(PostgresDatabase database)
    {
        var place = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return new PostgresAddress(place.Host!, place.Port, place.Database!, place.Username!, null, TlsMode.None);
    }

    /// <summary>Adds it to a portal, its map confirmed.</summary>
    public static async Task<Guid> AddAsync(Installation portal, PostgresDatabase database)
    {
        var (desk, queries) = (portal.Get<DataSourceDesk>(), portal.Get<DataSourceQueries>());
        var id = (await desk.AddAsync(Installation.Admin, SourceKind.PostgreSql, new SourceDescription("Shop", "IT team", "FR", CallingCode: "33"), new SourceConnection { Server = AddressOf(database) }, default)).Value;
        async Task<int> VersionAsync() => (await queries.SheetAsync(Installation.Admin, id, default)).Value!.Version;
        Given.Do(await desk.ImportMapAsync(Installation.Dpo, id, Map, await VersionAsync(), default));
        Given.Do((await desk.ConfirmMapAsync(Installation.Dpo, id, "First map", await VersionAsync(), default)).Refusal);
        return id;
    }
}
