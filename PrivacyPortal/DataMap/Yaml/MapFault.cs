namespace PrivacyPortal.DataMap.Yaml;

/// <summary>What is wrong with a map as text.</summary>
public enum MapFaultKind
{
    /// <summary>It is no YAML; the detail is the parser's own words.</summary>
    Syntax,

    /// <summary>A tab at the start of a line: YAML wants blanks there.</summary>
    Tab,
    TooLarge,

    /// <summary>Written for another version of the format.</summary>
    Format,
    UnknownKey,
    Missing,

    /// <summary>A section is expected where something else stands.</summary>
    NotASection,
    NotAText,
    NotAList,

    /// <summary>Not one of the words that are possible; they are in <see cref="MapFault.Expected"/>.</summary>
    NotAWord,
    NotADate,
    NotANumber,
    NotYesOrNo,

    /// <summary>The source has no such table.</summary>
    UnknownTable,

    /// <summary>The table has no such column.</summary>
    UnknownColumn,

    /// <summary>The table has no such reference.</summary>
    UnknownReference,

    /// <summary>Not a JSON Pointer, nor the part of JSONPath that names one place.</summary>
    NotAPath,

    /// <summary>Not <c>METHOD /path</c>.</summary>
    NotACall,

    /// <summary>A template names what nothing fills.</summary>
    UnknownValue,

    /// <summary>A template is no JSON once it is filled.</summary>
    NotJson,
}

/// <param name="Line">From 1.</param>
/// <param name="Detail">The word it is about.</param>
public sealed record MapFault(long Line, MapFaultKind Kind, string Detail, string? Expected = null);

/// <param name="Map">Null where there are faults: a map is taken whole or not at all.</param>
public sealed record MapReading(SourceMap? Map, IReadOnlyList<MapFault> Faults);
