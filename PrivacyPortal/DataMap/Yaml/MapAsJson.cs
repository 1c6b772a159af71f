using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PrivacyPortal.DataMap.Yaml;

/// <summary>The map's document as JSON: the same keys and words, for callers that would rather not write YAML. Every JSON text is YAML too.</summary>
public static class MapAsJson
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode? Of(SourceMap map, string source)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(MapYamlWriter.Write(map, source)));
        return Of(stream.Documents[0].RootNode);
    }

    /// <summary>What <see cref="MapYamlReader"/> reads: blanks and line ends where it wants them.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static string ToYaml(string json) => JsonNode.Parse(json)?.ToJsonString(Indented) ?? "";

    private static JsonNode? Of(YamlNode node) => node switch
    {
        YamlMappingNode section => new JsonObject(section.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Of(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Of)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "yes" or "true" } => true,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "no" or "false" } => false,
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        YamlScalarNode scalar => scalar.Value,
        _ => null,
    };
}
