using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap;

/// <summary>Maps and schemas as the portal keeps them: JSON, enums by name, nothing that can be worked out.</summary>
internal static class MapJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(SourceMap map) => JsonSerializer.Serialize(map, Options);

    public static string Write(MapDraft draft) => JsonSerializer.Serialize(draft, Options);

    public static string Write(SourceSchema schema) => JsonSerializer.Serialize(schema, Options);

    public static string Write(SourceConnection connection) => JsonSerializer.Serialize(connection, Options);

    public static SourceMap ReadMap(string json) => JsonSerializer.Deserialize<SourceMap>(json, Options)!;

    public static MapDraft ReadDraft(string json) => JsonSerializer.Deserialize<MapDraft>(json, Options)!;

    public static SourceSchema ReadSchema(string json) => JsonSerializer.Deserialize<SourceSchema>(json, Options)!;

    public static SourceConnection ReadConnection(string json) => JsonSerializer.Deserialize<SourceConnection>(json, Options)!;
}
