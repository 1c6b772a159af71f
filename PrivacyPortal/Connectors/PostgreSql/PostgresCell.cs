using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>One value of a row: a column, or a value inside a JSON column.</summary>
internal sealed partial class PostgresCell
{
    private readonly PostgresColumn column;
    private readonly IReadOnlyList<object>? steps;

    private PostgresCell(PostgresColumn column, IReadOnlyList<object>? steps) => (this.column, this.steps) = (column, steps);

    public static PostgresCell Of(PostgresTable table, ColumnPath path)
    {
        var column = table.Column(path.Column);
        if (path.Json is null)
            return new PostgresCell(column, null);
        return JsonPath.TryRead(path.Json, out var steps) ? new PostgresCell(column, steps) : throw new SourceException(SourceFailure.SchemaChanged, subject: $"{table.Name}.{path}");
    }

    /// <summary>A text that holds JSON may hold anything: the portal reads the value out of it.</summary>
    public bool Inside => steps is not null && column.Form != ColumnForm.Json;

    public bool ByJson => steps is not null;

    public ColumnForm Form => steps is null ? column.Form : ColumnForm.Text;

    public string? Collation => column.Described.Collation;

    public string Fetched => steps is null ? PostgresTypes.Fetched(column) : Inside ? PostgresTypes.AsText(column) : JsonPath.Sql(column.Sql, steps);

    public string AsText => steps is null ? PostgresTypes.AsText(column) : Fetched;

    public object? Value(NpgsqlDataReader reader, int ordinal)
    {
        var value = PostgresTypes.Value(reader, ordinal, Inside ? ColumnForm.Text : Form);
        return Inside ? JsonPath.Value(value as string, steps!) : value;
    }

    /// <summary><see cref="AsText"/> as fetched; of JSON in a text, the value in it.</summary>
    public string? Text(NpgsqlDataReader reader, int ordinal)
    {
        var text = reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);
        return Inside ? JsonPath.Value(text, steps!) : text;
    }

    /// <summary>The value as it is sent; false where no row can hold it.</summary>
    public bool TrySend(object? value, out object? sent)
    {
        sent = null;
        if (value is null)
            return false;
        if (steps is not null)
            sent = CellText.Of(value);
        else if (!CellCast.TryCast(value, column.Described, out sent))
            return false;
        if (sent is string text && text.Contains('\0', StringComparison.Ordinal))
            return false;
        return column.Labels is null || steps is not null || column.Labels.Contains(CellText.Of(sent));
    }

    /// <summary>What is compared, by which operator, and the array that it is compared with.</summary>
    public (string Left, string Operator, Func<Func<object, NpgsqlDbType, string>, string> Array) Compared(IEnumerable<object> values, string? collation)
    {
        if (steps is not null)
            return (Fetched, "=", Texts(values));
        if (collation == CellCast.CaselessText && column.Described.Collation != CellCast.CaselessText)
            return ($"lower({AsText})", "=", Texts(values.Select(v => (object)CellText.Of(v).ToLowerInvariant())));
        if (collation == CellCast.Padded)
            values = values.Select(v => v is string text ? text.TrimEnd(' ') : v);
        switch (column.Form)
        {
            case ColumnForm.Integer:
                var integers = values.Select(v => Convert.ToInt64(v, CultureInfo.InvariantCulture)).ToArray();
                return (column.Sql, "=", add => add(integers, NpgsqlDbType.Array | NpgsqlDbType.Bigint));
            case ColumnForm.Boolean:
                var truths = values.Cast<bool>().ToArray();
                return (column.Sql, "=", add => add(truths, NpgsqlDbType.Array | NpgsqlDbType.Boolean));
            case ColumnForm.Double:
                var reals = values.Select(v => Convert.ToDouble(v, CultureInfo.InvariantCulture)).ToArray();
                return (column.Sql, "=", add => add(reals, NpgsqlDbType.Array | NpgsqlDbType.Double));
            case ColumnForm.Uuid:
                var uuids = values.Cast<Guid>().ToArray();
                return (column.Sql, "=", add => add(uuids, NpgsqlDbType.Array | NpgsqlDbType.Uuid));
            case ColumnForm.Bytes:
                var bytes = values.Cast<byte[]>().ToArray();
                return (column.Sql, "=", add => add(bytes, NpgsqlDbType.Array | NpgsqlDbType.Bytea));
            case ColumnForm.Text:
                return (column.Sql, "=", Texts(values));
            case ColumnForm.Caseless:
                // Its operator may not be on the way that the server looks for names.
                var dot = column.Type.LastIndexOf('.');
                return (column.Sql, dot < 0 ? "=" : $"OPERATOR({column.Type[..dot]}.=)", Cast(values));
            case ColumnForm.Exact or ColumnForm.Padded or ColumnForm.Enum or ColumnForm.RowId:
                return (column.Sql, "=", Cast(values));
            case ColumnForm.Temporal:
                var written = values.ToList();
                return written.All(v => Moment().IsMatch((string)v) && DateOnly.TryParse(((string)v)[..10], CultureInfo.InvariantCulture, out _))
                    ? (column.Sql, "=", Cast(written))
                    : (AsText, "=", Texts(written));
            default:
                return (AsText, "=", Texts(values));
        }
    }

    /// <summary>A uuid in a text column may be written in capitals.</summary>
    public static IEnumerable<object> Spellings(object value) =>
        value is string { Length: 36 } text && Guid.TryParseExact(text, "D", out _) ? [text, text.ToUpperInvariant()] : [value];

    private static Func<Func<object, NpgsqlDbType, string>, string> Texts(IEnumerable<object> values)
    {
        var texts = values.Select(CellText.Of).ToArray();
        return add => add(texts, NpgsqlDbType.Array | NpgsqlDbType.Text);
    }

    private Func<Func<object, NpgsqlDbType, string>, string> Cast(IEnumerable<object> values)
    {
        var texts = Texts(values);
        return add => $"CAST({texts(add)} AS {column.Type}[])";
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d( ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?([+-]\d\d(:\d\d){0,2})?)?$")]
    private static partial Regex Moment();
}
