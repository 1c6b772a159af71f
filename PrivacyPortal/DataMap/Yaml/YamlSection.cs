using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace PrivacyPortal.DataMap.Yaml;

/// <summary>A mapping of the document, read key by key. What is not read is unknown, and told with its line.</summary>
internal sealed class YamlSection
{
    private readonly YamlMappingNode node;
    private readonly List<MapFault> faults;
    private readonly HashSet<string> read = [];

    private YamlSection(YamlMappingNode node, long line, List<MapFault> faults)
    {
        this.node = node;
        this.faults = faults;
        Line = line;
    }

    public long Line { get; }

    public static YamlSection Of(YamlNode node, List<MapFault> faults, string name)
    {
        if (node is YamlMappingNode mapping)
        {
            return new YamlSection(mapping, node.Start.Line, faults);
        }

        // A key with nothing behind it is an empty section.
        if (!IsNothing(node))
        {
            faults.Add(new MapFault(node.Start.Line, MapFaultKind.NotASection, name));
        }

        return new YamlSection([], node.Start.Line, faults);
    }

    /// <summary>Every entry as a section of its own, with the line of its name.</summary>
    public IEnumerable<(string Name, long Line, YamlSection Section)> Sections()
    {
        foreach (var (key, value) in node.Children)
        {
            var name = NameOf(key);
            read.Add(name);
            yield return (name, key.Start.Line, Of(value, faults, name));
        }
    }

    /// <summary>Every entry that may be a text or a section; one of both is null.</summary>
    public IEnumerable<(string Name, long Line, string? Text, YamlSection? Section)> Entries()
    {
        foreach (var (key, value) in node.Children)
        {
            var name = NameOf(key);
            read.Add(name);
            yield return value is YamlScalarNode scalar ? (name, key.Start.Line, scalar.Value ?? "", null) : (name, key.Start.Line, null, Of(value, faults, name));
        }
    }

    public YamlSection? Section(string key) => Child(key) is { } child ? Of(child, faults, key) : null;

    public string? Text(string key)
    {
        switch (Child(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value;
            case var other:
                faults.Add(new MapFault(other.Start.Line, MapFaultKind.NotAText, key));
                return null;
        }
    }

    public string Required(string key)
    {
        if (Text(key) is { Length: > 0 } text)
        {
            return text;
        }

        faults.Add(new MapFault(Line, MapFaultKind.Missing, key));
        return "";
    }

    public T? Word<T>(string key)
        where T : struct, Enum => Text(key) is { } text ? Word<T>(text, LineOf(key)) : null;

    public IReadOnlyDictionary<string, T> Words<T>(string key)
        where T : struct, Enum
    {
        var words = new Dictionary<string, T>();
        foreach (var (name, value) in Section(key)?.node.Children.ToArray() ?? [])
        {
            if (Word<T>((value as YamlScalarNode)?.Value ?? "", value.Start.Line) is { } word)
            {
                words[NameOf(name)] = word;
            }
        }

        return words;
    }

    /// <summary>A list, or one text for a list of one.</summary>
    public IReadOnlyList<string> List(string key)
    {
        switch (Child(key))
        {
            case null:
                return [];
            case YamlScalarNode scalar:
                return [scalar.Value ?? ""];
            case YamlSequenceNode sequence when sequence.Children.All(c => c is YamlScalarNode):
                return [.. sequence.Children.Cast<YamlScalarNode>().Select(c => c.Value ?? "")];
            case var other:
                faults.Add(new MapFault(other.Start.Line, MapFaultKind.NotAList, key));
                return [];
        }
    }

    public bool YesOrNo(string key)
    {
        switch (Text(key))
        {
            case null or "no" or "false":
                return false;
            case "yes" or "true":
                return true;
            default:
                faults.Add(new MapFault(LineOf(key), MapFaultKind.NotYesOrNo, key));
                return false;
        }
    }

    public DateOnly? Date(string key) => Parsed<DateOnly>(
        key, MapFaultKind.NotADate, (string text, out DateOnly date) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date));

    public int? Number(string key) => Parsed<int>(
        key, MapFaultKind.NotANumber, (string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number));

    public long LineOf(string key) => Child(key)?.Start.Line ?? Line;

    /// <summary>After everything known is read: the rest is unknown.</summary>
    public void Close()
    {
        foreach (var key in node.Children.Keys.Where(k => !read.Contains(NameOf(k))))
        {
            faults.Add(new MapFault(key.Start.Line, MapFaultKind.UnknownKey, NameOf(key)));
        }
    }

    private static bool IsNothing(YamlNode node) => node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: "" or "~" or "null" or null };

    private static string NameOf(YamlNode key) => (key as YamlScalarNode)?.Value ?? "";

    private YamlNode? Child(string key)
    {
        read.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var child) && !IsNothing(child) ? child : null;
    }

    private T? Word<T>(string text, long line)
        where T : struct, Enum
    {
        if (MapWords.Find<T>(text) is { } word)
        {
            return word;
        }

        faults.Add(new MapFault(line, MapFaultKind.NotAWord, text, string.Join(", ", MapWords.All<T>())));
        return null;
    }

    private T? Parsed<T>(string key, MapFaultKind kind, TryParse<T> parse)
        where T : struct
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        faults.Add(new MapFault(LineOf(key), kind, text));
        return null;
    }

    private delegate bool TryParse<T>(string text, out T value);
}
