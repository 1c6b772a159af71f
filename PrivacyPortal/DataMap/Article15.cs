namespace PrivacyPortal.DataMap;

/// <summary>What an answer to a request for access must say beside the data (GDPR art. 15(1)), and a map may not know yet.</summary>
public enum Article15Fact
{
    /// <summary>15(1)(a)</summary>
    Purpose,

    /// <summary>Not in the list of article 15, but of articles 13 and 14, and what the person needs to judge an objection.</summary>
    LegalBasis,

    /// <summary>15(1)(b)</summary>
    Category,

    /// <summary>15(1)(c), by name (C-154/21).</summary>
    Recipients,

    /// <summary>15(1)(d)</summary>
    Retention,

    /// <summary>15(1)(g)</summary>
    Source,

    /// <summary>15(1)(h)</summary>
    AutomatedDecisions,

    /// <summary>15(2), as far as recipients take the data abroad; where the source itself is hosted is said of the whole map.</summary>
    Transfers,
}

/// <param name="Field">Null: said for no field of the table, so best said for the table.</param>
public sealed record MissingFact(string Table, string? Field, Article15Fact Fact);

/// <summary>
/// Checks that a map can answer article 15. What is said of a table holds for its fields unless they say otherwise. That there is no
/// recipient, no automated decision, no transfer, and that the data come from the person, is written down like anything else: an answer
/// tells what somebody recorded, and nothing is taken from silence.
/// </summary>
public static class Article15
{
    /// <summary>What stands in <c>recipients</c> where nobody receives the data.</summary>
    public const string NoRecipient = None;

    /// <summary>What stands where there is none, which is an answer, unlike nothing at all.</summary>
    public const string None = "none";

    /// <summary>What stands in <c>source</c> where the data come from the person.</summary>
    public const string FromThePerson = "person";

    public static bool SaysNone(string? text) => Says(text, None);

    public static bool SaysThePerson(string? source) => Says(source, FromThePerson);

    public static IReadOnlyList<MissingFact> Missing(SourceMap map) => [.. map.Tables.SelectMany(Missing)];

    public static IReadOnlyList<MissingFact> Missing(TableMap table)
    {
        if (table.Role is TableRole.Shared or TableRole.Ignored)
        {
            return [];
        }

        var personal = table.Fields.Where(f => f.Personal).ToList();
        return
        [
            .. Of(table, personal, Article15Fact.Purpose, table.Purpose is { Length: > 0 }, f => f.Purpose is { Length: > 0 }),
            .. Of(table, personal, Article15Fact.LegalBasis, table.LegalBasis is { Length: > 0 }, f => f.LegalBasis is { Length: > 0 }),
            .. Of(table, personal, Article15Fact.Recipients, table.Recipients.Count > 0, f => f.Recipients.Count > 0),
            .. Of(table, personal, Article15Fact.Retention, table.Retention is { Length: > 0 }, f => f.Retention is { Length: > 0 }),
            .. Of(table, personal, Article15Fact.Source, table.Source is { Length: > 0 }, f => f.Source is { Length: > 0 }),
            .. Of(table, personal, Article15Fact.AutomatedDecisions, table.AutomatedDecisions is { Length: > 0 }, _ => false),
            .. Of(table, personal, Article15Fact.Transfers, table.Transfers is { Length: > 0 }, _ => false),
            .. personal.Where(f => f.Category is null).Select(f => new MissingFact(table.Name, f.Name, Article15Fact.Category)),
        ];
    }

    private static bool Says(string? text, string word) => text is not null && text.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<MissingFact> Of(TableMap table, List<FieldMap> personal, Article15Fact fact, bool saidOfTable, Func<FieldMap, bool> said)
    {
        if (saidOfTable || personal.Count == 0)
        {
            return [];
        }

        var without = personal.Where(f => !said(f)).ToList();
        return without.Count == personal.Count
            ? [new MissingFact(table.Name, null, fact)]
            : without.Select(f => new MissingFact(table.Name, f.Name, fact));
    }
}
