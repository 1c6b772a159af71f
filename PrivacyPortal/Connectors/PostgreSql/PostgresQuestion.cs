using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>One statement of a query: some of its values, and how the rows of the answer are read.</summary>
/// <param name="Query">The place of its query among those asked.</param>
/// <param name="Values">How many values are sent; what reads a whole table goes alone.</param>
internal sealed record PostgresQuestion(int Query, PostgresTable Table, PostgresStatement Statement, int Values, PostgresMatch? Match, PostgresCell[] Cells, PostgresCell? Looked)
{
    private const int Largest = 8192;

    /// <summary>The statements of all queries, those left out that nothing can answer.</summary>
    public static IEnumerable<PostgresQuestion> Of(IReadOnlyList<RowQuery> queries, Func<RowQuery, PostgresTable> tableOf, bool unicode)
    {
        for (var i = 0; i < queries.Count; i++)
        {
            var query = queries[i];
            var table = tableOf(query);
            PostgresCell[] cells = [.. query.Columns.Select(c => PostgresCell.Of(table, c))];
            IEnumerable<RowKey[]> batches = query.By.Count == 0 ? [[]] : query.Values.Where(v => v.Complete).Distinct().Chunk(Largest);
            foreach (var batch in batches)
            {
                var match = query.By.Count == 0 ? null : PostgresMatch.Of(table, query, batch, unicode);
                // Rows that the portal's own rule leaves out do not count.
                var statement = PostgresStatement.Select(table, match?.Filter is null ? query : query with { Limit = null }, match, batch);
                if (!statement.Nothing)
                    yield return new PostgresQuestion(i, table, statement, match is null ? Largest : batch.Length, match, cells, match?.Filter is null ? null : PostgresCell.Of(table, query.By[0]));
            }
        }
    }

    /// <summary>The row that the reader stands on; null if the portal's own rule leaves it out.</summary>
    public object?[]? Row(NpgsqlDataReader reader)
    {
        if (Match?.Filter is { } filter && !filter(Looked!.Text(reader, Cells.Length)))
            return null;
        var row = new object?[Cells.Length];
        for (var i = 0; i < row.Length; i++)
            row[i] = Cells[i].Value(reader, i);
        return row;
    }
}
