using System.Text.Json.Serialization;
using PrivacyPortal.Connectors;

namespace PrivacyPortal.Fulfilment;

/// <summary>What is corrected, value by value, before and after, and what is stated beside what was said. Bound to the map's version like an erasure.</summary>
public sealed record RectificationPlan(int MapVersion, IReadOnlyList<Correction> Corrections)
{
    public IReadOnlyList<PlannedStatement> Statements { get; init; } = [];

    /// <summary>What the statements make of the columns that take them: each is added after what stands there.</summary>
    public IReadOnlyList<Correction> Attachments { get; init; } = [];

    /// <summary>What is written, the corrections last: without a transaction, one of an identity hides the rows that are known by it.</summary>
    internal IReadOnlyList<Correction> Writes => [.. Attachments, .. Corrections];
}

/// <summary>A rectification as it was decided.</summary>
public sealed record RectificationOrder(WalkRequest Request, RectificationPlan Plan);

/// <summary>One field of one row of the subject's. Executed only while the row still holds <paramref name="Before"/>.</summary>
public sealed record Correction(
    RowRef Row,
    string Field,
    [property: JsonConverter(typeof(CellJson))] object? Before,
    [property: JsonConverter(typeof(CellJson))] object? After);

/// <summary>What the person states on something said in a row of theirs, which itself stays as it was said (GDPR art. 16, second sentence).</summary>
public sealed record SupplementaryStatement(RowRef Row, string Field, string Text)
{
    /// <summary>More is a document, and is attached to the conversation as one.</summary>
    public const int Longest = 4000;

    internal bool IsComplete => !string.IsNullOrWhiteSpace(Text) && Text.Length <= Longest;
}

/// <summary>A statement with its place.</summary>
/// <param name="Said">What was said, for who attaches it by hand and for the person's own copy.</param>
/// <param name="Column">The column that takes it; null: the map names none, so that it is attached by hand.</param>
public sealed record PlannedStatement(
    RowRef Row,
    string Field,
    [property: JsonConverter(typeof(CellJson))] object? Said,
    string Text,
    string? Column);
