using Npgsql;

namespace PrivacyPortal.Bench;

/// <summary>
/// The same four things as somebody would write them by hand for this one shop: every statement prepared, each table asked once, nothing
/// that the shop does not need.
/// </summary>
internal sealed class ByHand(NpgsqlConnection connection)
{
    private static readonly (string Table, string By, string Of)[] Tables =
    [
        ("profile", "customer", "customer"), ("address", "customer", "customer"), ("purchase", "customer", "customer"), ("line", "purchase", "purchase"),
        ("discount", "purchase", "purchase"), ("payment", "purchase", "purchase"), ("refund", "payment", "payment"), ("shipment", "purchase", "purchase"),
        ("invoice", "purchase", "purchase"), ("cart", "customer", "customer"), ("cart_item", "cart", "cart"), ("ticket", "customer", "customer"),
        ("ticket_message", "ticket", "ticket"), ("review", "customer", "customer"), ("consent", "customer", "customer"), ("device", "customer", "customer"),
        ("visit", "device", "device"), ("loyalty", "customer", "customer"), ("loyalty_entry", "loyalty", "loyalty"), ("event", "customer", "customer"),
    ];

    private static readonly string[] Deleted =
    [
        "loyalty_entry", "loyalty", "visit", "device", "event", "consent", "review", "ticket_message", "ticket", "cart_item", "cart", "refund", "payment", "shipment",
        "discount", "line", "profile",
    ];

    private static readonly string[] Statements =
    [
        "UPDATE invoice SET name = NULL, email = NULL WHERE purchase IN (SELECT id FROM purchase WHERE customer = $1)",
        "UPDATE purchase SET note = NULL WHERE customer = $1 AND EXISTS (SELECT FROM invoice i WHERE i.purchase = purchase.id)",
        "DELETE FROM loyalty_entry WHERE loyalty IN (SELECT id FROM loyalty WHERE customer = $1)",
        "DELETE FROM loyalty WHERE customer = $1",
        "DELETE FROM visit WHERE device IN (SELECT id FROM device WHERE customer = $1)",
        "DELETE FROM device WHERE customer = $1",
        "DELETE FROM event WHERE customer = $1",
        "DELETE FROM consent WHERE customer = $1",
        "DELETE FROM review WHERE customer = $1",
        "DELETE FROM ticket_message WHERE ticket IN (SELECT id FROM ticket WHERE customer = $1)",
        "DELETE FROM ticket WHERE customer = $1",
        "DELETE FROM cart_item WHERE cart IN (SELECT id FROM cart WHERE customer = $1)",
        "DELETE FROM cart WHERE customer = $1",
        "DELETE FROM refund WHERE payment IN (SELECT id FROM payment WHERE purchase IN (SELECT id FROM purchase WHERE customer = $1))",
        "DELETE FROM payment WHERE purchase IN (SELECT id FROM purchase WHERE customer = $1)",
        "DELETE FROM shipment WHERE purchase IN (SELECT id FROM purchase WHERE customer = $1)",
        "DELETE FROM discount WHERE purchase IN (SELECT id FROM purchase WHERE customer = $1)",
        "DELETE FROM line WHERE purchase IN (SELECT id FROM purchase WHERE customer = $1)",
        "DELETE FROM profile WHERE customer = $1",
        "DELETE FROM purchase WHERE customer = $1 AND NOT EXISTS (SELECT FROM invoice i WHERE i.purchase = purchase.id)",
    ];

    /// <summary>Where an invoice or somebody else's recommendation still points at the customer.</summary>
    private static readonly string[] Staying =
    [
        "UPDATE customer SET email = NULL, name = NULL, phone = NULL, born = NULL WHERE id = $1",
        "UPDATE address SET street = NULL, town = NULL WHERE id = (SELECT preferred FROM customer WHERE id = $1)",
        "DELETE FROM address WHERE customer = $1 AND id IS DISTINCT FROM (SELECT preferred FROM customer WHERE id = $1)",
    ];

    private static readonly string[] Going = ["UPDATE customer SET preferred = NULL WHERE id = $1 AND preferred IS NOT NULL", "DELETE FROM address WHERE customer = $1", "DELETE FROM customer WHERE id = $1"];

    private readonly Dictionary<string, NpgsqlCommand> prepared = [];

    /// <summary>What is the customer's: the keys of every row. Tables without a key of one number are known by what they hang on.</summary>
    public async Task<Dictionary<string, long[]>> WalkAsync(string email)
    {
        var rows = new Dictionary<string, long[]> { ["customer"] = await KeysAsync("SELECT id FROM customer WHERE lower(email) = lower($1)", email) };
        rows["preferred"] = await KeysAsync("SELECT preferred FROM customer WHERE id = ANY($1) AND preferred IS NOT NULL", rows["customer"]);
        foreach (var (table, by, of) in Tables)
        {
            var key = table switch { "profile" => "customer", "line" => "purchase", "cart_item" => "cart", _ => "id" };
            rows[table] = await KeysAsync($"SELECT {key} FROM {table} WHERE {by} = ANY($1)", rows[of]);
        }

        rows["referral"] = await KeysAsync("SELECT referrer FROM referral WHERE referrer = ANY($1) UNION ALL SELECT referrer FROM referral WHERE referred = ANY($1)", rows["customer"]);
        rows["billed"] = await KeysAsync("SELECT purchase FROM invoice WHERE id = ANY($1)", rows["invoice"]);
        return rows;
    }

    /// <summary>Erases in a transaction, by what is the customer's when it runs, and tells how many rows that changed.</summary>
    public async Task<int> EraseAsync(long customer, bool commit)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var changed = 0;
        foreach (var statement in Statements)
        {
            changed += await ApplyAsync(statement, customer);
        }

        foreach (var statement in await StaysAsync(customer) ? Staying : Going)
        {
            changed += await ApplyAsync(statement, customer);
        }

        await (commit ? transaction.CommitAsync() : transaction.RollbackAsync());
        return changed;
    }

    /// <summary>The same search, and every planned row read again.</summary>
    public async Task<bool> VerifyAsync(string email, Dictionary<string, long[]> rows)
    {
        var left = (await KeysAsync("SELECT id FROM customer WHERE lower(email) = lower($1)", email)).Length;
        foreach (var table in Deleted)
        {
            var key = table switch { "profile" => "customer", "line" => "purchase", "cart_item" => "cart", _ => "id" };
            left += (await KeysAsync($"SELECT {key} FROM {table} WHERE {key} = ANY($1)", rows[table])).Length;
        }

        left += (await KeysAsync("SELECT id FROM purchase WHERE id = ANY($1)", rows["purchase"].Except(rows["billed"]).ToArray())).Length;
        left += (await KeysAsync("SELECT id FROM purchase WHERE id = ANY($1) AND note IS NOT NULL", rows["billed"])).Length;
        left += (await KeysAsync("SELECT id FROM invoice WHERE id = ANY($1) AND (name IS NOT NULL OR email IS NOT NULL)", rows["invoice"])).Length;
        left += (await KeysAsync("SELECT id FROM address WHERE id = ANY($1) AND (street IS NOT NULL OR town IS NOT NULL)", rows["address"])).Length;
        left += (await KeysAsync("SELECT id FROM customer WHERE id = ANY($1) AND (email IS NOT NULL OR name IS NOT NULL OR phone IS NOT NULL OR born IS NOT NULL)", rows["customer"])).Length;
        return left == 0;
    }

    private async Task<long[]> KeysAsync(string sql, object value)
    {
        var keys = new List<long>();
        await using var reader = await (await PreparedAsync(sql, value)).ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            keys.Add(reader.GetInt64(0));
        }

        return [.. keys];
    }

    private async Task<int> ApplyAsync(string sql, long customer) => await (await PreparedAsync(sql, customer)).ExecuteNonQueryAsync();

    private async Task<bool> StaysAsync(long customer) => await (await PreparedAsync(
        "SELECT EXISTS (SELECT FROM purchase WHERE customer = $1) OR EXISTS (SELECT FROM referral WHERE referrer = $1) OR EXISTS (SELECT FROM referral WHERE referred = $1)", customer)).ExecuteScalarAsync() is true;

    private async Task<NpgsqlCommand> PreparedAsync(string sql, object value)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = value } } };
            await command.PrepareAsync();
        }

        command.Parameters[0].Value = value;
        return command;
    }
}
