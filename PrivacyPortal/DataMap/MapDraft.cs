namespace PrivacyPortal.DataMap;

/// <summary>
/// A map in the making. What was filled in by suggestion stays marked until a person has looked at it: a guess never becomes a rule unseen.
/// </summary>
public sealed record MapDraft
{
    public SourceMap Map { get; init; } = new();

    /// <summary>The confirmed version that it was begun from; 0: none.</summary>
    public int BasedOn { get; init; }

    /// <summary>Tables whose lines are still suggestions.</summary>
    public IReadOnlyList<string> Suggested { get; init; } = [];

    /// <summary>Which tables are people was answered: everything else is suggested from that.</summary>
    public bool PeopleConfirmed { get; init; }

    public string By { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public bool IsSuggested(string table) => Suggested.Contains(table);

    /// <summary>The table as a person put it; no longer a suggestion.</summary>
    public MapDraft With(TableMap table) => this with
    {
        Map = Map with { Tables = Map.Find(table.Name) is null ? [.. Map.Tables, table] : [.. Map.Tables.Select(t => t.Name == table.Name ? table : t)] },
        Suggested = [.. Suggested.Where(s => s != table.Name)],
    };

    /// <summary>Gives what article 15 asks of one table to every table with personal data that does not say it.</summary>
    public MapDraft Spread(TableMap from) => this with
    {
        Map = Map with { Tables = [.. Map.Tables.Select(t => Article15.Missing(t).Count == 0 ? t : Completed(t, from))] },
    };

    public MapDraft Without(string table) => this with
    {
        Map = Map with { Tables = [.. Map.Tables.Where(t => t.Name != table)] },
        Suggested = [.. Suggested.Where(s => s != table)],
    };

    private static TableMap Completed(TableMap table, TableMap from) => table with
    {
        Purpose = table.Purpose ?? from.Purpose,
        LegalBasis = table.LegalBasis ?? from.LegalBasis,
        Recipients = table.Recipients.Count > 0 ? table.Recipients : from.Recipients,
        Source = table.Source ?? from.Source,
        Retention = table.Retention ?? from.Retention,
        AutomatedDecisions = table.AutomatedDecisions ?? from.AutomatedDecisions,
        Transfers = table.Transfers ?? from.Transfers,
    };
}
