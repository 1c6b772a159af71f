using System.Text.RegularExpressions;
using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap;

/// <summary>How a source is kept by hand: who does the work on it, what it holds, and what is to be done for each right.</summary>
/// <param name="Email">How the owner is told, where they do not use the portal; null: handed over in person.</param>
/// <param name="UserId">The owner's account, where they have one: its tasks are theirs to complete.</param>
/// <param name="Holds">In words: which papers, where, in what order.</param>
/// <param name="Categories">The categories of data in it, dotted as in any map.</param>
public sealed partial record ManualKeeping(
    string? Email, Guid? UserId, string Holds, IReadOnlyList<string> Categories, string? ForAccess = null, string? ForRectification = null, string? ForErasure = null)
{
    public const int LongestText = 2000;

    /// <summary>The map that a source kept by hand begins with: one table, each column of its own category. The facts of article 15 are added to it.</summary>
    public MapDraft Begin(SourceDescription description) => new()
    {
        PeopleConfirmed = true,
        Map = new SourceMap
        {
            CallingCode = description.CallingCode,
            HostingRegion = description.HostingRegion,
            Tables =
            [
                new TableMap
                {
                    Name = ManualConnector.Table,
                    Title = description.Name,
                    Fields = [.. Categories.Select(c => new FieldMap { Name = c, Category = c })],
                },
            ],
        },
    };

    /// <summary>Without blanks around, categories once each and in order.</summary>
    public ManualKeeping Trimmed() => this with
    {
        Email = Words(Email),
        Holds = Holds.Trim(),
        Categories = [.. Categories.Select(c => c.Trim().ToLowerInvariant()).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal)],
        ForAccess = Words(ForAccess),
        ForRectification = Words(ForRectification),
        ForErasure = Words(ForErasure),
    };

    public bool IsComplete =>
        Holds.Length is > 0 and <= LongestText
        && Categories.Count is > 0 and <= 50 && Categories.All(c => c.Length <= 80 && Dotted().IsMatch(c))
        && (Email is null || (Email.Length <= 254 && Address().IsMatch(Email)))
        && new[] { ForAccess, ForRectification, ForErasure }.All(text => text is not { Length: > LongestText });

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("^[a-z0-9_-]+([.][a-z0-9_-]+)*$")]
    private static partial Regex Dotted();

    [GeneratedRegex("^[^@\\s]+@[^@\\s]+$")]
    private static partial Regex Address();
}
