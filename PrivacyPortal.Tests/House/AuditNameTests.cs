using System.Globalization;
using System.Text.RegularExpressions;
using PrivacyPortal.Audit;

namespace PrivacyPortal.Tests.House;

/// <summary>The log keeps stable raw names; whoever reads it is shown words.</summary>
public sealed partial class AuditNameTests
{
    /// <summary>Words of the same form, in files that write to the log, which name no event.</summary>
    private static readonly HashSet<string> OtherWords = ["described", "disabled", "enabled", "recovery-code"];

    [Fact]
    public void Every_event_that_the_code_writes_has_its_name_in_both_languages()
    {
        Assert.Empty(Written().Where(word => PastTense().IsMatch(word) && !Named.Any(e => e.Name == word) && !OtherWords.Contains(word)));
    }

    [Fact]
    public void No_event_is_named_that_the_code_does_not_write()
    {
        var written = Written();

        Assert.Empty(Named.Where(e => !written.Contains(e.Name) || !written.Contains(e.Area)));
    }

    [Fact]
    public void The_names_of_one_area_differ_in_each_language()
    {
        foreach (var culture in (CultureInfo[])[new("fr"), new("en")])
        {
            Assert.Empty(Named.GroupBy(e => (e.Area, AuditEventText.In(culture, e.Area, e.Name))).Where(same => same.Count() > 1).Select(same => same.Key));
            Assert.DoesNotContain(Named, e => string.IsNullOrWhiteSpace(AuditEventText.In(culture, e.Area, e.Name)) || AuditEventText.In(culture, e.Area) == e.Area);
        }
    }

    private static IEnumerable<(string Area, string Name)> Named => AuditEventText.Names.SelectMany(area => area.Select(name => (area.Key, name)));

    /// <summary>The literals of the files that write to the log.</summary>
    private static HashSet<string> Written() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "PrivacyPortal"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.EndsWith("Text.cs", StringComparison.Ordinal))
            .Select(File.ReadAllText).Where(text => Writes().IsMatch(text))
            .SelectMany(text => Word().Matches(text)).Select(match => match.Groups[1].Value),
    ];

    [GeneratedRegex(@"\bAuditFact\b|\bFact\(actor, |RequestAudit")]
    private static partial Regex Writes();

    [GeneratedRegex("(?<![$@\\w])\"([a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Word();

    /// <summary>As events are written: "decided", "site-added".</summary>
    [GeneratedRegex("ed$|-|^(?:held|kept|sent|told|withdrawn)$")]
    private static partial Regex PastTense();
}
