using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrivacyPortal.Settings;

/// <summary>How this slice writes what it keeps whole: revisions, drafts, list values. One form, so that hashes and comparisons hold.</summary>
internal static class SettingsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new ValueAsText() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("null is not kept");

    /// <summary>A value is its canonical text.</summary>
    private sealed class ValueAsText : JsonConverter<SettingValue>
    {
        public override SettingValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? throw new JsonException("null is no value"));

        public override void Write(Utf8JsonWriter writer, SettingValue value, JsonSerializerOptions options) => writer.WriteStringValue(value.Raw);
    }
}
