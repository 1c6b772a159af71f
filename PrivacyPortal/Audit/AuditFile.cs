using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Audit;

/// <summary>
/// The log as a file. JSONL is the whole chain, one line an entry, and can be verified without the portal; CSV is what a filter shows, for
/// reading. Both are streamed, whatever their length, and each export is itself in the log before its first byte leaves.
/// </summary>
public sealed class AuditFile(IDbContextFactory<PortalDbContext> contexts, AuditLog log)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Refusal?> ExportJsonLinesAsync(Actor actor, Func<Stream> open, CancellationToken ct)
    {
        if (await RecordAsync(actor, "jsonl", new AuditFilter(), ct) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var output = open();
        await foreach (var entry in db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, Json) + "\n"), ct);
        }

        return null;
    }

    public async Task<Refusal?> ExportCsvAsync(Actor actor, AuditFilter filter, Func<Stream> open, CancellationToken ct)
    {
        if (await RecordAsync(actor, "csv", filter, ct) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var output = open();
        await output.WriteAsync(Encoding.UTF8.GetBytes(Csv.ByteOrderMark + Csv.Line("sequence", "at", "actorKind", "actorId", "actorName", "category", "name", "about", "payload", "previousHash", "hash")), ct);
        await foreach (var entry in AuditQueries.Filtered(db, filter).OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            await output.WriteAsync(Encoding.UTF8.GetBytes(Row(entry)), ct);
        }

        return null;
    }

    /// <summary>The entries of an exported JSONL file.</summary>
    /// <exception cref="AuditFileException">A line is no entry.</exception>
    public static async IAsyncEnumerable<AuditEntry> ReadAsync(TextReader reader, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var number = 1; await reader.ReadLineAsync(ct) is { } line; number++)
        {
            if (line.Length > 0)
            {
                yield return Parse(line, number);
            }
        }
    }

    private static AuditEntry Parse(string line, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditEntry>(line, Json) ?? throw new AuditFileException(number);
        }
        catch (JsonException)
        {
            throw new AuditFileException(number);
        }
    }

    private static string Row(AuditEntry entry) => Csv.Line(
        entry.Sequence.ToString(CultureInfo.InvariantCulture),
        entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        entry.ActorKind, entry.ActorId?.ToString("d") ?? "", entry.ActorName, entry.Category, entry.Name, entry.About, entry.Payload, entry.PreviousHash, entry.Hash);

    private async Task<Refusal?> RecordAsync(Actor actor, string format, AuditFilter filter, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewAudit) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        return await log.SaveAsync(db, ct, new AuditFact(actor, "audit", "exported", format, new { filter.Category, filter.Name, filter.About, filter.From, filter.Until }));
    }
}

/// <summary>A line of a file is no entry of an audit log.</summary>
public sealed class AuditFileException(int line) : Exception($"Line {line} is no entry of an audit log.")
{
    public int Line { get; } = line;
}
