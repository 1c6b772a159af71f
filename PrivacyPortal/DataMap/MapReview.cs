using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap;

/// <summary>Why a draft cannot be confirmed yet.</summary>
public enum MapObstacleKind
{
    /// <summary>Nobody has said which tables are people.</summary>
    PeopleUnconfirmed,

    /// <summary>Nobody has looked at what was suggested for this table.</summary>
    SuggestionUnseen,

    /// <summary>The map contradicts the source or itself.</summary>
    Contradiction,
}

/// <param name="Warning">For a contradiction: which.</param>
public sealed record MapObstacle(MapObstacleKind Kind, string? Table = null, MapWarning? Warning = null);

/// <summary>What stands between a draft and its being confirmed.</summary>
public static class MapReview
{
    public static IReadOnlyList<MapObstacle> Obstacles(MapDraft draft, SourceSchema schema) =>
    [
        .. draft.PeopleConfirmed ? Enumerable.Empty<MapObstacle>() : [new MapObstacle(MapObstacleKind.PeopleUnconfirmed)],
        .. draft.Suggested.Select(t => new MapObstacle(MapObstacleKind.SuggestionUnseen, t)),
        .. MapCheck.Of(draft.Map, schema).Where(w => MapCheck.Contradicts(w.Gap)).Select(w => new MapObstacle(MapObstacleKind.Contradiction, w.Table, w)),
    ];
}
