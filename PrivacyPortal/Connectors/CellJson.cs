using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivacyPortal.Connectors;

/// <summary>
/// Stored values in JSON and back with the very same type: texts, integers, booleans and null as they are, anything else as an object of
/// one property that names its type (<c>{"real":"1.5"}</c>).
/// </summary>
public sealed class CellJson : JsonConverter<object?>
{
    public static readonly CellJson Instance = new();

    public override bool HandleNull => true;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                return reader.GetInt64();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.StartObject:
                reader.Read();
                var type = reader.GetString();
                reader.Read();
                var text = reader.GetString() ?? "";
                reader.Read();
                return Parse(type, text);
            default:
                throw new JsonException();
        }
    }

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case long or int or short or byte:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            default:
                writer.WriteStartObject();
                writer.WriteString(NameOf(value), CellText.Of(value));
                writer.WriteEndObject();
                break;
        }
    }

    private static string NameOf(object value) => value switch
    {
        double or float => "real",
        decimal => "decimal",
        byte[] => "bytes",
        Guid => "uuid",
        DateTime => "moment",
        DateTimeOffset => "instant",
        DateOnly => "date",
        _ => "text",
    };

    private static object Parse(string? type, string text) => type switch
    {
        "real" => double.Parse(text, CultureInfo.InvariantCulture),
        "decimal" => decimal.Parse(text, CultureInfo.InvariantCulture),
        "bytes" => Convert.FromBase64String(text),
        "uuid" => Guid.Parse(text),
        "moment" => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        "instant" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        "date" => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };
}

/// <summary>A key as a JSON array of its values.</summary>
public sealed class RowKeyJson : JsonConverter<RowKey>
{
    public override RowKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var values = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            values.Add(CellJson.Instance.Read(ref reader, typeof(object), options));
        return new RowKey([.. values]);
    }

    public override void Write(Utf8JsonWriter writer, RowKey value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var cell in value.Values)
            CellJson.Instance.Write(writer, cell, options);
        writer.WriteEndArray();
    }
}
