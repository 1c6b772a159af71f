using System.Globalization;

namespace PrivacyPortal.DataMap;

/// <summary>What of a map a fact tells.</summary>
public enum MapAspect
{
    /// <summary>That it is in the map at all.</summary>
    Covered,
    CallingCode,
    HostingRegion,
    Title,
    Role,
    Category,
    Identity,
    Of,
    Article9,
    Purpose,
    LegalBasis,
    Recipients,
    Source,
    Retention,
    AutomatedDecisions,
    Transfers,
    OnErasure,
    Replacement,
    Keep,
    RoleLabel,
    Statement,

    /// <summary>Where a reference points and what it says, whole.</summary>
    Reference,
}

/// <summary>One line of a map, taken apart so that two maps can be compared line by line.</summary>
/// <param name="Table">Null: of the whole source.</param>
/// <param name="Part">A field, or a reference with <c>→</c> in front; null: of the table.</param>
public readonly record struct MapFactKey(string? Table, string? Part, MapAspect Aspect);

internal static class MapFacts
{
    public const string ReferenceMark = "→ ";

    /// <summary>Every line that says something, in the order of the map.</summary>
    public static IEnumerable<KeyValuePair<MapFactKey, string>> Of(SourceMap map) =>
        OfSource(map).Concat(map.Tables.SelectMany(OfTable)).Where(f => f.Value is { Length: > 0 }).Select(f => KeyValuePair.Create(f.Key, f.Value!));

    /// <summary>True if some row owns, or is owned, through it.</summary>
    public static bool Owning(ReferenceMap? reference) =>
        reference?.Targets.Any(t => t.Kind != ReferenceKind.Mentions || t.KindForSubject.Count > 0) ?? false;

    public static string Text(ReferenceMap reference)
    {
        var type = reference.TypeColumn is { } column ? $" ({column})" : "";
        return string.Join(", ", reference.Columns) + type + " → " + string.Join("; ", reference.Targets.Select(Text));
    }

    public static string? Text(KeepRule? keep)
    {
        if (keep is null)
        {
            return null;
        }

        string?[] parts =
        [
            MapWords.Of(keep.Ground),
            keep.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            keep.Months is { } months ? $"{months.ToString(CultureInfo.InvariantCulture)} m" + (keep.After is { } after ? $" > {after}" : "") : null,
            keep.Law,
        ];
        return string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string Text(ReferenceTarget target)
    {
        var when = target.When is { } value ? $"{value}: " : "";
        var columns = target.Columns.Count > 0 ? $"({string.Join(", ", target.Columns)})" : "";
        var exceptions = target.KindForSubject.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key}: {MapWords.Of(k.Value)}").ToList();
        return $"{when}{target.Table}{columns} {MapWords.Of(target.Kind)}" + (exceptions.Count > 0 ? $" [{string.Join(", ", exceptions)}]" : "");
    }

    private static IEnumerable<KeyValuePair<MapFactKey, string?>> OfSource(SourceMap map) =>
    [
        Fact(null, null, MapAspect.CallingCode, map.CallingCode),
        Fact(null, null, MapAspect.HostingRegion, map.HostingRegion),
    ];

    private static IEnumerable<KeyValuePair<MapFactKey, string?>> OfTable(TableMap t) =>
    [
        Fact(t.Name, null, MapAspect.Covered, "yes"),
        Fact(t.Name, null, MapAspect.Title, t.Title),
        Fact(t.Name, null, MapAspect.Role, MapWords.Of(t.Role)),
        Fact(t.Name, null, MapAspect.Purpose, t.Purpose),
        Fact(t.Name, null, MapAspect.LegalBasis, t.LegalBasis),
        Fact(t.Name, null, MapAspect.Recipients, string.Join(", ", t.Recipients)),
        Fact(t.Name, null, MapAspect.Source, t.Source),
        Fact(t.Name, null, MapAspect.Retention, t.Retention),
        Fact(t.Name, null, MapAspect.AutomatedDecisions, t.AutomatedDecisions),
        Fact(t.Name, null, MapAspect.Transfers, t.Transfers),
        Fact(t.Name, null, MapAspect.OnErasure, MapWords.Of(t.OnErasure)),
        Fact(t.Name, null, MapAspect.Keep, Text(t.Keep)),
        Fact(t.Name, null, MapAspect.RoleLabel, t.RoleLabel),
        Fact(t.Name, null, MapAspect.Statement, t.Statement),
        .. t.Fields.SelectMany(f => OfField(t.Name, f)),
        .. t.References.Select(r => Fact(t.Name, ReferenceMark + r.Name, MapAspect.Reference, Text(r))),
    ];

    private static IEnumerable<KeyValuePair<MapFactKey, string?>> OfField(string table, FieldMap f) =>
    [
        Fact(table, f.Name, MapAspect.Covered, "yes"),
        Fact(table, f.Name, MapAspect.Title, f.Title),
        Fact(table, f.Name, MapAspect.Category, f.Category),
        Fact(table, f.Name, MapAspect.Identity, f.Identity),
        Fact(table, f.Name, MapAspect.Of, f.Of),
        Fact(table, f.Name, MapAspect.Article9, f.Article9 ? "yes" : null),
        Fact(table, f.Name, MapAspect.Purpose, f.Purpose),
        Fact(table, f.Name, MapAspect.LegalBasis, f.LegalBasis),
        Fact(table, f.Name, MapAspect.Recipients, string.Join(", ", f.Recipients)),
        Fact(table, f.Name, MapAspect.Source, f.Source),
        Fact(table, f.Name, MapAspect.Retention, f.Retention),
        Fact(table, f.Name, MapAspect.OnErasure, f.OnErasure is { } action ? MapWords.Of(action) : null),
        // An empty text is a replacement too.
        Fact(table, f.Name, MapAspect.Replacement, f.Replacement is { } text ? $"“{text}”" : null),
        Fact(table, f.Name, MapAspect.Keep, Text(f.Keep)),
    ];

    private static KeyValuePair<MapFactKey, string?> Fact(string? table, string? part, MapAspect aspect, string? value) =>
        KeyValuePair.Create(new MapFactKey(table, part, aspect), value);
}
