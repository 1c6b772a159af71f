using System.Security.Cryptography;
using System.Text;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>What becomes of the fields of rows that stay: as the DPO decided, else as the map says, else cleared where they are personal.</summary>
internal sealed class FieldActions(GraphTable table, ErasureDecision? decision, byte[]? pseudonymKey)
{
    private readonly HashSet<string> links = [.. table.Map.References.SelectMany(r => r.Columns.Append(r.TypeColumn ?? ""))];

    /// <summary>The fields that are written or kept on a ground, with what was decided of each; fields of <paramref name="others"/> are left alone.</summary>
    public IReadOnlyList<FieldDecision> Decide(IReadOnlySet<string> others)
    {
        var decided = new List<FieldDecision>();
        foreach (var column in table.Schema.Columns.Where(c => !c.RowNumber && !others.Contains(c.Name)))
        {
            if (decision?.Fields.FirstOrDefault(f => f.Field == column.Name) is { } own)
                decided.Add(own);
            else if (table.Map.Find(column.Name) is { } field && ByMap(field, column) is { } mapped)
                decided.Add(mapped);
        }

        return decided;
    }

    /// <summary>The value that a field gets; for a pseudonym, from the value that it has.</summary>
    public object? ValueFor(FieldDecision field, object? present)
    {
        var column = table.Schema.Find(field.Field)!;
        var text = field.Action switch
        {
            FieldErasure.Replace => field.Replacement,
            FieldErasure.Pseudonymise when present is not null => Pseudonym(field.Field, present),
            _ => null,
        };
        return text is null ? null : CellCast.TryCast(text, column, out var cast) ? cast : text;
    }

    private FieldDecision? ByMap(FieldMap field, SchemaColumn column)
    {
        if (field.OnErasure is { } action)
            return new FieldDecision(field.Name, action, field.Replacement, field.Keep);
        // Key and links remain, and a generated column follows the columns that it is computed from.
        var remains = table.Schema.Key.Contains(field.Name) || (links.Contains(field.Name) && field.Identity is null) || column.Generated;
        if (!field.Personal || remains)
            return null;
        return new FieldDecision(field.Name, field.Replacement is null ? FieldErasure.Clear : FieldErasure.Replace, field.Replacement);
    }

    private string Pseudonym(string field, object present)
    {
        var key = pseudonymKey ?? throw new InvalidOperationException("A field is to be pseudonymised and there is no key.");
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{table.Name}.{field}\n{CellText.Of(present)}"));
        return "psn-" + Convert.ToHexStringLower(hash.AsSpan(0, 16));
    }
}
