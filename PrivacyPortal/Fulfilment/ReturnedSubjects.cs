using System.Text.Json;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Fulfilment;

/// <summary>Somebody whom an entry of the ledger says erased, and whom the source knows again.</summary>
/// <param name="Identities">Their values as the source has them: to be kept sealed, never told or logged.</param>
/// <param name="Tables">Rows that the same erasure would change now, table by table.</param>
/// <param name="Ambiguous">Rows of which a person must say first whose they are.</param>
public sealed record ReturnedSubject(ErasureLedgerEntry Entry, IReadOnlyList<Identity> Identities, IReadOnlyList<ReturnedRows> Tables, int Ambiguous);

public sealed record ReturnedRows(string Table, int Rows);

/// <summary>
/// Walks a source that was restored from a backup and finds who came back: every identity field is hashed with the ledger's key and compared with
/// the entries. Whom the same decisions would leave as they are (rows kept on a ground) did not come back.
/// </summary>
/// <param name="callingCodes">Those by which the source's numbers were read when the entries were written, where not the map's of today.</param>
public sealed class ReturnedSubjects(IConnector connector, SourceMap map, KeyVault vault, byte[]? pseudonymKey, params IReadOnlyCollection<string?> callingCodes)
{
    public async Task<IReadOnlyList<ReturnedSubject>> FindAsync(IReadOnlyList<ErasureLedgerEntry> entries, DateOnly on, CancellationToken ct)
    {
        var returned = new List<ReturnedSubject>();
        var known = await KnownAsync([.. entries.SelectMany(Hashes)], ct);
        var door = new SourceFulfilment(connector, map, pseudonymKey);

        // Newest first: of two erasures of one person, the later decided on what was left by the earlier.
        var told = new HashSet<Identity>();
        foreach (var entry in entries.OrderByDescending(e => e.ErasedAt))
        {
            List<Identity> identities = [.. Hashes(entry).SelectMany(hash => known.GetValueOrDefault(hash) ?? []).Distinct()];
            if (identities.Count == 0 || identities.TrueForAll(told.Contains))
            {
                continue;
            }

            var request = new WalkRequest(identities, []);
            var found = await door.SearchAsync(request, ct);
            var plan = await door.PlanErasureAsync(request, Decisions(entry), on, ct);
            List<ReturnedRows> tables = [.. PlannedChange.Of(plan).GroupBy(c => c.Table).Select(g => new ReturnedRows(g.Key, g.Sum(c => c.Rows.Count)))];
            if (tables.Count > 0 || found.Ambiguities.Count > 0)
            {
                told.UnionWith(identities);
                returned.Add(new ReturnedSubject(entry, identities, tables, found.Ambiguities.Count));
            }
        }

        return returned;
    }

    public static IReadOnlyList<ErasureDecision> Decisions(ErasureLedgerEntry entry) => JsonSerializer.Deserialize<List<ErasureDecision>>(entry.Decisions)!;

    private static string[] Hashes(ErasureLedgerEntry entry) => entry.Identities.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>By all that an entry may know a value of this column by.</summary>
    /// <param name="canonical">The form in which the column compares it: one number for 42 and 42.00.</param>
    private IEnumerable<string> Hashes(Identity identity, string canonical, SchemaColumn column)
    {
        var codes = identity.Kind == IdentityKinds.Phone ? callingCodes.Append(map.CallingCode).Distinct() : [map.CallingCode];
        var hashes = codes.SelectMany(code => new[] { identity, identity with { Value = canonical } }.Select(i => IdentityHash.InSource(vault, i, code)));
        return (column.TakesSpellingsForOne ? hashes.Append(IdentityHash.Respelled(vault, identity)) : hashes).OfType<string>().Distinct();
    }

    /// <summary>The values of the source whose hashes are among these.</summary>
    private async Task<Dictionary<string, HashSet<Identity>>> KnownAsync(HashSet<string> hashes, CancellationToken ct)
    {
        var known = new Dictionary<string, HashSet<Identity>>();
        await using var reader = await connector.OpenAsync(ct);
        var graph = new MapGraph(map, reader.Schema, []);
        foreach (var field in graph.Tables.Where(t => !t.Shared).SelectMany(t => t.Identities))
        {
            await foreach (var values in reader.ReadAsync(new RowQuery(field.Table.Name, [field.Table.Columns[field.Ordinal]]), ct))
            {
                if (values[0] is not { } value || CellText.Of(value) is not { Length: > 0 } text)
                {
                    continue;
                }

                var identity = new Identity(field.Kind, text);
                foreach (var hash in Hashes(identity, CellText.Of(CellCast.Canonical(value, field.Column)), field.Column).Where(hashes.Contains))
                {
                    (known.TryGetValue(hash, out var same) ? same : known[hash] = []).Add(identity);
                }
            }
        }

        return known;
    }
}
