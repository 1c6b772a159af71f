namespace PrivacyPortal.DataMap.Yaml;

/// <summary>What a field may be declared to hold.</summary>
internal enum HttpType
{
    Text,
    Integer,
    Number,
    Boolean,

    /// <summary>A date or time, as the interface writes it.</summary>
    Date,

    /// <summary>A list or object, kept as it is.</summary>
    Json,
}
