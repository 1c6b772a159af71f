using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PrivacyPortal.Audit;

/// <summary>
/// What makes the log a chain: each line's hash covers all of the line and the hash before it, so that no line can be changed, removed or
/// slipped in without every later hash being wrong. The canonical form is public, so that an exported log can be checked without the portal:
/// the UTF-8 JSON array of sequence, milliseconds since 1970, actor kind, actor id or null, actor name, category, name, about, payload text
/// and previous hash, without white space, escaping only what JSON requires: what <c>JSON.stringify</c> writes. .NET's own writer escapes more,
/// also with its relaxed encoder, such as no-break spaces.
/// </summary>
public static class AuditChain
{
    public static readonly string Origin = new('0', 64);

    public static string HashOf(AuditEntry entry)
    {
        var json = new StringBuilder(512).Append(CultureInfo.InvariantCulture, $"[{entry.Sequence},{entry.At.ToUnixTimeMilliseconds()}");
        foreach (var text in (string?[])
            [entry.ActorKind, entry.ActorId?.ToString("d"), entry.ActorName, entry.Category, entry.Name, entry.About, entry.Payload, entry.PreviousHash])
        {
            Write(json.Append(','), text);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.Append(']').ToString())));
    }

    /// <summary>
    /// Follows the chain from its origin. Returns how many lines are sound and, if one is not, its sequence and what is wrong.
    /// </summary>
    /// <param name="head">The recorded end that the chain must pass through; null for an export, whose end is wherever it was cut.</param>
    public static async Task<AuditVerdict> VerifyAsync(IAsyncEnumerable<AuditEntry> entries, AuditHead? head, CancellationToken ct)
    {
        var (previous, count) = (Origin, 0L);
        await foreach (var entry in entries.WithCancellation(ct))
        {
            var fault = entry.Sequence != count + 1 ? AuditFault.Gap
                : entry.PreviousHash != previous ? AuditFault.BrokenLink
                : entry.Hash != HashOf(entry) || (entry.Sequence == head?.Sequence && entry.Hash != head.Hash) ? AuditFault.Altered
                : (AuditFault?)null;
            if (fault is not null)
            {
                return new AuditVerdict(count, previous, entry.Sequence, fault);
            }

            (previous, count) = (entry.Hash, count + 1);
        }

        return count < head?.Sequence ? new AuditVerdict(count, previous, count + 1, AuditFault.CutOff) : new AuditVerdict(count, previous, null, null);
    }

    private static void Write(StringBuilder json, string? text)
    {
        if (text is null)
        {
            json.Append("null");
            return;
        }

        json.Append('"');
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append("\\\\"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                < ' ' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => json.Append(letter),
            };
        }

        json.Append('"');
    }
}

/// <summary>What is wrong with a line of the log.</summary>
public enum AuditFault
{
    /// <summary>A line before it is missing, or one was slipped in.</summary>
    Gap,

    /// <summary>It does not rest on the line before it.</summary>
    BrokenLink,

    /// <summary>Its contents are not what was written.</summary>
    Altered,

    /// <summary>The last lines were cut off: the chain ends before its recorded head.</summary>
    CutOff,

    /// <summary>There are lines but no recorded head: nobody can tell how many were cut off.</summary>
    EndUnknown,
}

/// <param name="Sound">How many lines from the first on are sound.</param>
/// <param name="Head">The hash of the last sound line.</param>
/// <param name="At">The sequence of the first line that is not sound.</param>
public sealed record AuditVerdict(long Sound, string Head, long? At, AuditFault? Fault)
{
    public bool Intact => Fault is null;
}
