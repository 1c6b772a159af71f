using System.Text.Json.Serialization;
using PrivacyPortal.Connectors;

namespace PrivacyPortal.Fulfilment;

/// <summary>What is corrected, value by value, before and after. Bound to the map's version like an erasure.</summary>
public sealed record RectificationPlan(int MapVersion, IReadOnlyList<Correction> Corrections);

/// <summary>A rectification as it was decided.</summary>
public sealed record RectificationOrder(WalkRequest Request, RectificationPlan Plan);

/// <summary>One field of one row of the subject's. Executed only while the row still holds <paramref name="Before"/>.</summary>
public sealed record Correction(
    RowRef Row,
    string Field,
    [property: JsonConverter(typeof(CellJson))] object? Before,
    [property: JsonConverter(typeof(CellJson))] object? After);
