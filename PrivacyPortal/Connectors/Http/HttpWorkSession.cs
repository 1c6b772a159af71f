using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PrivacyPortal.Connectors.Http;

/// <summary>
/// Changes that are collected, and seen by whoever reads through it as if they were made. Nothing is sent before the commit, which sends them
/// one after another: ended in the middle, those sent stay sent, and the same work done again sends the rest.
/// </summary>
internal sealed class HttpWorkSession(HttpExchange exchange, HttpDeclaration declaration, SourceSchema schema, HttpLimits limits, TimeProvider clock, Action release)
    : HttpSession(exchange, declaration, schema, limits), ISourceTransaction
{
    private readonly List<Planned> planned = [];
    private readonly HashSet<(string Table, RowKey Key)> gone = [];
    private readonly Dictionary<(string Table, RowKey Key), Dictionary<string, object?>> written = [];
    private readonly List<CallProof> calls = [];
    private bool over;

    public IReadOnlyList<CallProof> Calls => calls;

    public async Task<int> ApplyAsync(RowChange change, CancellationToken cancellationToken)
    {
        var (resource, table) = Resource(change.Table);
        Refuse(resource, change);
        var there = await ReadAsync(table, change.Keys, cancellationToken);
        foreach (var key in change.Keys.Distinct())
        {
            planned.Add(new Planned(resource, key, there.GetValueOrDefault(key), change.Set));
            if (change.Set is null)
                gone.Add((table.Name, key));
            else
                written[(table.Name, key)] = new Dictionary<string, object?>(change.Set);
        }

        return there.Count;
    }

    /// <summary>Rows that would go with a row that stays: no call erases them.</summary>
    public Task<IReadOnlyList<ChangeFailure>> PendingFailuresAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ChangeFailure>>(
        [.. planned.Where(p => p is { Set: null, Row: not null, Resource: { Erase: null, ErasedWith: not null } } && !GoesWith(p)).GroupBy(p => p.Resource)
            .Select(g => new ChangeFailure(ChangeRefusal.NotOffered, g.Key.Name, [g.Key.ErasedWith!], g.Count()))]);

    /// <summary>What else an interface does of itself, it does not tell.</summary>
    public Task<IReadOnlyList<RowEffect>> EffectsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<RowEffect>>([]);

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        var erased = new List<Planned>();
        foreach (var change in planned)
        {
            if (change is { Set: null, Row: null })
                calls.Add(new CallProof(change.Resource.Name, Reading(change.Resource), (int)HttpStatusCode.NotFound, CallResult.Gone, clock.GetUtcNow(), 0, null));
            else if (change.Set is null && change.Resource.Erase is { } erase)
            {
                await SendAsync(change, erase, cancellationToken);
                erased.Add(change);
            }
            else if (change.Set is not null)
                await SendAsync(change, change.Resource.Rectify!, cancellationToken);
        }

        over = true;
        Forget();
        await SettleAsync(erased, cancellationToken);
    }

    public Task RollBackAsync(CancellationToken cancellationToken)
    {
        over = true;
        Forget();
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        release();
        return base.DisposeAsync();
    }

    protected override object?[]? Seen(HttpResource resource, object?[] row)
    {
        if (over)
            return row;
        var table = Schema.Find(resource.Name)!;
        var at = (resource.Name, new RowKey([.. resource.Key.Select(k => row[table.IndexOf(k)])]));
        if (gone.Contains(at))
            return null;
        if (!written.TryGetValue(at, out var set))
            return row;
        var seen = (object?[])row.Clone();
        foreach (var (column, value) in set)
            seen[table.IndexOf(column)] = CellCast.TryCast(value, table.Find(column)!, out var cast) ? cast : value;
        return seen;
    }

    /// <summary>What needs no trial: that there is a call for it, and that it takes these fields.</summary>
    private static void Refuse(HttpResource resource, RowChange change)
    {
        if (change.Keys.Any(k => !k.Complete))
            throw new ChangeException(new ChangeFailure(ChangeRefusal.Key, resource.Name, []));
        var columns = (change.Set?.Keys ?? []).Where(c => resource.Find(c) is not { Writable: true }).ToList();
        if (columns.Count > 0 || (change.Set is null ? resource.Erase is null && resource.ErasedWith is null : resource.Rectify is null))
            throw new ChangeException(new ChangeFailure(ChangeRefusal.NotOffered, resource.Name, columns, change.Keys.Count));
    }

    private bool GoesWith(Planned change)
    {
        var field = change.Resource.Find(change.Resource.ErasedWith!)!;
        var value = change.Row![Schema.Find(change.Resource.Name)!.IndexOf(field.Name)];
        return value is null || (field.References is { } to && gone.Contains((to.Resource, new RowKey(value))));
    }

    private async Task<Dictionary<RowKey, object?[]>> ReadAsync(SchemaTable table, IReadOnlyCollection<RowKey> keys, CancellationToken cancellationToken)
    {
        var there = new Dictionary<RowKey, object?[]>();
        var query = new RowQuery(table.Name, [.. table.Columns.Select(c => new ColumnPath(c.Name))]) { By = [.. table.Key.Select(k => new ColumnPath(k))], Values = keys };
        await foreach (var row in ReadAsync(query, cancellationToken))
            there[new RowKey([.. table.Key.Select(k => row[table.IndexOf(k)])])] = row;
        return there;
    }

    private async Task SendAsync(Planned change, HttpCall call, CancellationToken cancellationToken)
    {
        var table = Schema.Find(change.Resource.Name)!;
        object? Value(string name) => name == "changes" && change.Set is not null
            ? Changes(change.Resource, change.Set)
            : change.Resource.Key.ToList().IndexOf(name) is >= 0 and var at ? change.Key.Values[at]
            : table.Find(name) is not null ? change.Row?[table.IndexOf(name)]
            : Declaration.Values.GetValueOrDefault(name);
        if (call.Path.Address(Value) is not { } path)
            throw new SourceException(SourceFailure.CallRefused, subject: change.Resource.Name);
        var answer = await Exchange.SendAsync(call.Method, Exchange.Address(path), call.Body?.Json(Value), cancellationToken);
        if (answer.Absent && change.Set is not null)
            throw new SourceException(SourceFailure.CallRefused, subject: change.Resource.Name);
        calls.Add(new CallProof(
            change.Resource.Name, call.ToString(), (int)answer.Status, answer.Absent ? CallResult.Gone : CallResult.Done, answer.At, (int)answer.Took.TotalMilliseconds, answer.RequestId));
    }

    /// <summary>Some systems say yes and erase in the background: what was erased is read until it is gone, for as long as was declared.</summary>
    private async Task SettleAsync(IReadOnlyList<Planned> erased, CancellationToken cancellationToken)
    {
        var until = clock.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(250);
        foreach (var group in erased.GroupBy(e => e.Resource))
        {
            IReadOnlyList<RowKey> left = [.. group.Select(e => e.Key)];
            while ((left = [.. (await ReadAsync(Schema.Find(group.Key.Name)!, left, cancellationToken)).Keys]).Count > 0)
            {
                if (clock.GetElapsedTime(until) + pause > TimeSpan.FromSeconds(Declaration.Pace.Settles))
                    throw new SourceException(SourceFailure.Unsettled, subject: group.Key.Name);
                await Task.Delay(pause, clock, cancellationToken);
                pause = pause * 2 > TimeSpan.FromSeconds(5) ? TimeSpan.FromSeconds(5) : pause * 2;
                Forget();
            }
        }
    }

    private static string Reading(HttpResource resource) => resource.FindBy(resource.Key)?.Call.ToString() ?? "GET";

    private static JsonElement Changes(HttpResource resource, IReadOnlyDictionary<string, object?> set)
    {
        var changes = new JsonObject();
        foreach (var (name, value) in set)
        {
            var at = changes;
            var members = resource.Find(name)!.Path!.Members!;
            foreach (var member in members.SkipLast(1))
                at = at[member] as JsonObject ?? (JsonObject)(at[member] = new JsonObject());
            at[members[^1]] = value switch
            {
                null => null,
                long whole => whole,
                double real => real,
                decimal exact => exact,
                bool truth => truth,
                _ => CellText.Of(value),
            };
        }

        return JsonSerializer.SerializeToElement(changes);
    }

    private sealed record Planned(HttpResource Resource, RowKey Key, object?[]? Row, IReadOnlyDictionary<string, object?>? Set);
}
