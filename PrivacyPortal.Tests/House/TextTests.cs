using System.Reflection;
using System.Text.RegularExpressions;
using PrivacyPortal.Language;

namespace PrivacyPortal.Tests.House;

public partial class TextTests
{
    [Fact]
    public void Every_text_is_there_in_French_and_in_English_with_the_same_placeholders()
    {
        var faults = Texts().Where(t => string.IsNullOrWhiteSpace(t.Text.En) || string.IsNullOrWhiteSpace(t.Text.Fr)
            || !Placeholders(t.Text.En).SetEquals(Placeholders(t.Text.Fr))).Select(t => t.Name).ToList();
        Assert.Empty(faults);
    }

    [Fact]
    public void Texts_live_in_classes_named_Text() =>
        Assert.Empty(Fields().Where(f => !f.DeclaringType!.Name.Contains("Text", StringComparison.Ordinal)).Select(f => $"{f.DeclaringType!.FullName}.{f.Name}"));

    [Fact]
    public void No_page_writes_a_sentence_of_its_own()
    {
        var root = Repository.Root;
        var faults = Directory.EnumerateFiles(Path.Combine(root, "PrivacyPortal"), "*.razor", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(f => LooseText().Matches(Markup(File.ReadAllText(f))).Select(m => $"{Path.GetRelativePath(root, f)}: {m.Groups[1].Value.Trim()}"))
            .ToList();
        Assert.Empty(faults);
    }

    /// <summary>The page without its code, comments and expressions.</summary>
    private static string Markup(string razor)
    {
        var code = razor.IndexOf("\n@code", StringComparison.Ordinal);
        var markup = code < 0 ? razor : razor[..code];
        return Noise().Replace(markup, "");
    }

    private static IEnumerable<(string Name, Text Text)> Texts() => Fields().Select(f => ($"{f.DeclaringType!.FullName}.{f.Name}", (Text)f.GetValue(null)!));

    private static IEnumerable<FieldInfo> Fields() => typeof(Program).Assembly.GetTypes()
        .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)).Where(f => f.FieldType == typeof(Text));

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<code>.*?</code>", RegexOptions.Singleline)]
    private static partial Regex Noise();

    // Three words in a row between tags, none of them an expression.
    [GeneratedRegex(@">([^<>@{}]*\b\p{L}{2,} \p{L}{2,} \p{L}{2,}[^<>@{}();=]*)<")]
    private static partial Regex LooseText();
}
