using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PrivacyPortal.Connectors.Http;

/// <summary>One lookup by a declared call, page after page, each row brought to the declared types.</summary>
internal sealed class HttpLookup(HttpExchange exchange, HttpDeclaration declaration, HttpLimits limits)
{
    public async IAsyncEnumerable<object?[]> ReadAsync(HttpResource resource, SchemaTable table, HttpFind find, RowKey values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        object? Value(string name) => find.By.ToList().IndexOf(name) is >= 0 and var at ? values.Values[at] : declaration.Values.GetValueOrDefault(name);
        if (find.Call.Path.Address(Value) is not { } path)
            yield break;
        var body = find.Call.Body?.Json(Value);
        var to = exchange.Address(path);
        var paging = find.Paging;
        var (page, before) = (paging?.First ?? 0, "");
        string? cursor = null;
        for (var pages = 1; ; pages++)
        {
            var send = paging switch
            {
                { Kind: PagingKind.Page } => With(to, paging.Parameter!, page.ToString(CultureInfo.InvariantCulture)),
                { Kind: PagingKind.Cursor } when cursor is not null => With(to, paging.Parameter!, cursor),
                _ => to,
            };
            var answer = await exchange.SendAsync(find.Call.Method, send, body, cancellationToken);
            // There is no such row. A search has to answer, be it with nothing, and so has a list under something else: that not being there is no word on the rows.
            if (answer.Absent && pages == 1 && NamedInPath(find) && find.By.All(resource.Key.Contains))
                yield break;
            if (answer.Body is not { } json || find.Rows.In(json) is not { } found)
                throw new SourceException(SourceFailure.Misanswered, subject: resource.Name);
            JsonElement[] rows = found.ValueKind switch
            {
                JsonValueKind.Array => found.EnumerateArray().ToArray(),
                JsonValueKind.Object => new[] { found },
                _ => throw new SourceException(SourceFailure.Misanswered, subject: resource.Name),
            };
            // An interface that takes no notice of the page asked for would hand out the first one for ever.
            var raw = paging is null || rows.Length == 0 ? "" : found.GetRawText();
            if (pages > limits.Pages || (raw.Length > 0 && raw == before))
                throw new SourceException(SourceFailure.Misanswered, subject: resource.Name);
            before = raw;
            if (rows.Length >= find.CompleteBelow)
                throw new SourceException(SourceFailure.TooMuch, subject: resource.Name);
            foreach (var row in rows)
                yield return Cells(resource, table, row, Value);

            switch (paging?.Kind)
            {
                case PagingKind.Page when rows.Length > 0 && rows.Length >= (paging.Size ?? 1):
                    page++;
                    continue;
                // A page may be empty and others follow, where the interface leaves out rows after it cut its pages.
                case PagingKind.Cursor when paging.Next!.In(json) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } next && next.ToString() is { Length: > 0 } value:
                    if (value == cursor && rows.Length == 0)
                        yield break;
                    if (value == cursor)
                        throw new SourceException(SourceFailure.Misanswered, subject: resource.Name);
                    cursor = value;
                    continue;
                case PagingKind.Link when answer.Next is not null:
                    to = answer.Next;
                    continue;
            }

            yield break;
        }
    }

    private static bool NamedInPath(HttpFind find)
    {
        var path = find.Call.Path.ToString().Split('?')[0];
        return find.By.Any(f => path.Contains("{" + f + "}", StringComparison.Ordinal));
    }

    private static Uri With(Uri to, string parameter, string value) =>
        new UriBuilder(to) { Query = (to.Query.Length > 1 ? to.Query[1..] + "&" : "") + Uri.EscapeDataString(parameter) + "=" + Uri.EscapeDataString(value) }.Uri;

    private static object?[] Cells(HttpResource resource, SchemaTable table, JsonElement row, Func<string, object?> parameter)
    {
        var cells = new object?[resource.Fields.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var field = resource.Fields[i];
            var value = field.Path is { } path ? Cell(path.In(row)) : parameter(field.Name);
            cells[i] = CellCast.TryCast(value, table.Columns[i], out var cast) ? cast : value;
        }

        // Without its key a row could be counted twice, and addressed never.
        return resource.Key.All(k => cells[table.IndexOf(k)] is not null) ? cells : throw new SourceException(SourceFailure.Misanswered, subject: resource.Name);
    }

    private static object? Cell(JsonElement? value) => value is not { } element ? null : element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.TryGetDecimal(out var exact) ? exact : element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Object or JsonValueKind.Array => element.GetRawText(),
        _ => null,
    };
}
