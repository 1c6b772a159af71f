using System.Globalization;
using Npgsql;

namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>How PostgreSQL's types become cells.</summary>
internal static class PostgresTypes
{
    /// <param name="type">The name of the type; of a domain, of what it is made of.</param>
    /// <param name="kind">As <c>pg_type.typtype</c>.</param>
    public static ColumnForm FormOf(string type, char kind, bool inCatalog) => (kind, inCatalog, type) switch
    {
        ('e', _, _) => ColumnForm.Enum,
        (_, false, "citext") => ColumnForm.Caseless,
        (_, false, _) => ColumnForm.Other,
        (_, _, "int2" or "int4" or "int8") => ColumnForm.Integer,
        (_, _, "bool") => ColumnForm.Boolean,
        (_, _, "float4" or "float8") => ColumnForm.Double,
        (_, _, "numeric") => ColumnForm.Exact,
        (_, _, "text" or "varchar" or "name") => ColumnForm.Text,
        (_, _, "bpchar") => ColumnForm.Padded,
        (_, _, "uuid") => ColumnForm.Uuid,
        (_, _, "bytea") => ColumnForm.Bytes,
        (_, _, "date" or "timestamp" or "timestamptz") => ColumnForm.Temporal,
        (_, _, "json" or "jsonb") => ColumnForm.Json,
        _ => ColumnForm.Other,
    };

    public static ValueKind KindOf(ColumnForm form) => form switch
    {
        ColumnForm.Integer => ValueKind.Integer,
        ColumnForm.Boolean => ValueKind.Boolean,
        ColumnForm.Double => ValueKind.Number,
        ColumnForm.Exact => ValueKind.Exact,
        // Arrays, JSON and XML hold text that a search must look through.
        ColumnForm.Text or ColumnForm.Padded or ColumnForm.Caseless or ColumnForm.Enum or ColumnForm.Json or ColumnForm.Other => ValueKind.Text,
        ColumnForm.Uuid => ValueKind.Uuid,
        ColumnForm.Bytes => ValueKind.Bytes,
        ColumnForm.Temporal or ColumnForm.RowId => ValueKind.Written,
    };

    /// <summary>The column as it is fetched.</summary>
    public static string Fetched(PostgresColumn column) => column.Form switch
    {
        ColumnForm.Integer or ColumnForm.Boolean or ColumnForm.Uuid or ColumnForm.Bytes or ColumnForm.Text or ColumnForm.Padded => column.Sql,
        ColumnForm.Double => column.Sql + "::float8",
        _ => column.Sql + "::text",
    };

    /// <summary>The column as text to be looked at.</summary>
    public static string AsText(PostgresColumn column) => column.Form is ColumnForm.Text ? column.Sql : column.Sql + "::text";

    public static object? Value(NpgsqlDataReader reader, int ordinal, ColumnForm form)
    {
        if (reader.IsDBNull(ordinal))
            return null;
        return form switch
        {
            ColumnForm.Integer => Convert.ToInt64(reader.GetValue(ordinal), CultureInfo.InvariantCulture),
            ColumnForm.Exact => ExactOf(reader.GetString(ordinal)),
            ColumnForm.Boolean => reader.GetBoolean(ordinal),
            ColumnForm.Double => reader.GetDouble(ordinal),
            ColumnForm.Uuid => reader.GetGuid(ordinal),
            ColumnForm.Bytes => reader.GetFieldValue<byte[]>(ordinal),
            _ => reader.GetString(ordinal),
        };
    }

    /// <summary>Numbers longer than .NET knows, and NaN, stay as they are written.</summary>
    private static object ExactOf(string written) =>
        decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && exact.ToString(CultureInfo.InvariantCulture) == written ? exact : written;
}
