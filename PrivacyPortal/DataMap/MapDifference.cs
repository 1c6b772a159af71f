namespace PrivacyPortal.DataMap;

/// <summary>One line in which two maps differ.</summary>
/// <param name="Governed">Whose rows are, what an erasure does to them or how long they are kept: the DPO's to confirm.</param>
public sealed record MapChange(MapFactKey Key, string? Before, string? After, bool Governed);

/// <summary>
/// The difference between two maps, and who may confirm which part of it. An administrator describes; ownership, erasure, retention and where
/// statements go are the DPO's, and so is whatever makes personal data look like nobody's, because an erasure would then leave it.
/// </summary>
public static class MapDifference
{
    /// <param name="before">Null: there was no map.</param>
    public static IReadOnlyList<MapChange> Between(SourceMap? before, SourceMap after)
    {
        before ??= new SourceMap();
        var old = MapFacts.Of(before).ToDictionary();
        var now = MapFacts.Of(after).ToDictionary();
        var keys = now.Keys.Concat(old.Keys.Where(k => !now.ContainsKey(k)));
        return
        [
            .. keys.Where(k => old.GetValueOrDefault(k) != now.GetValueOrDefault(k))
                .Select(k => new MapChange(k, old.GetValueOrDefault(k), now.GetValueOrDefault(k), Governed(k, before, after))),
        ];
    }

    /// <summary><paramref name="after"/> with everything of the DPO's left as it was <paramref name="before"/>.</summary>
    public static SourceMap Descriptive(SourceMap before, SourceMap after) => after with
    {
        // Tables come and go with the DPO: a new one brings rules for its erasure along.
        Tables = [.. before.Tables.Select(t => after.Find(t.Name) is { } changed ? Descriptive(t, changed) : t)],
    };

    private static TableMap Descriptive(TableMap before, TableMap after) => after with
    {
        Role = before.Role,
        Retention = before.Retention,
        OnErasure = before.OnErasure,
        Keep = before.Keep,
        Statement = before.Statement,
        Fields =
        [
            .. after.Fields.Select(f => Descriptive(before.Find(f.Name), f)),
            .. before.Fields.Where(f => Weighs(f) && after.Find(f.Name) is null),
        ],
        References =
        [
            .. after.References.Select(r => (Old: Find(before, r.Name), New: r)).Where(r => r.Old is not null || !MapFacts.Owning(r.New))
                .Select(r => MapFacts.Owning(r.Old) || MapFacts.Owning(r.New) ? r.Old! : r.New),
            .. before.References.Where(r => MapFacts.Owning(r) && Find(after, r.Name) is null),
        ],
    };

    private static FieldMap Descriptive(FieldMap? before, FieldMap after)
    {
        var described = after with { Of = before?.Of, Retention = before?.Retention, OnErasure = before?.OnErasure, Replacement = before?.Replacement, Keep = before?.Keep };
        return before is null ? described : described with
        {
            Category = after.Category ?? before.Category,
            Identity = after.Identity ?? before.Identity,
            Article9 = after.Article9 || before.Article9,
        };
    }

    private static bool Governed(MapFactKey key, SourceMap before, SourceMap after)
    {
        if (key.Table is null)
        {
            return false;
        }

        if (before.Find(key.Table) is not { } old || after.Find(key.Table) is not { } now)
        {
            return true;
        }

        // A field that is dropped from the map while it is personal takes its description along.
        var dropped = key.Part is { } part && old.Find(part) is { } field && Weighs(field) && now.Find(part) is null;
        return dropped || key.Aspect switch
        {
            MapAspect.Role or MapAspect.Of or MapAspect.Retention or MapAspect.OnErasure or MapAspect.Replacement or MapAspect.Keep or MapAspect.Statement => true,
            MapAspect.Category => old.Find(key.Part!)?.Category is not null && now.Find(key.Part!)?.Category is null,
            MapAspect.Identity => old.Find(key.Part!)?.Identity is not null && now.Find(key.Part!)?.Identity is null,
            MapAspect.Article9 => old.Find(key.Part!)?.Article9 == true,
            MapAspect.Reference => MapFacts.Owning(Find(old, Name(key.Part!))) || MapFacts.Owning(Find(now, Name(key.Part!))),
            _ => false,
        };
    }

    private static bool Weighs(FieldMap field) => field.Personal || field.Article9 || field.OnErasure is not null || field.Keep is not null || field.Replacement is not null || field.Retention is not null;

    private static ReferenceMap? Find(TableMap table, string reference) => table.References.FirstOrDefault(r => r.Name == reference);

    private static string Name(string part) => part[MapFacts.ReferenceMark.Length..];
}
