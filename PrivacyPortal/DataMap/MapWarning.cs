namespace PrivacyPortal.DataMap;

/// <summary>What a map does not cover, or says of something that is not there.</summary>
public enum MapGap
{
    TableNotMapped,
    TableGone,
    ColumnNotMapped,
    ColumnGone,
    ReferenceTargetGone,

    /// <summary>The reference points at columns that are not unique: one value could mean several rows.</summary>
    ReferenceTargetNotUnique,

    /// <summary>A foreign key that the map says nothing about.</summary>
    ReferenceNotMapped,

    /// <summary>A reference that nothing but a scan of the whole table can follow.</summary>
    ReferenceNotIndexed,

    /// <summary>An identity that nothing but a scan of the whole table can find.</summary>
    IdentityNotIndexed,

    /// <summary>The portal has no right to read the table.</summary>
    Unreadable,

    /// <summary>The source may hide rows of the table from the portal (row-level security).</summary>
    RowsHidden,

    /// <summary>A shared table is pointed at, or points, by something else than <c>mentions</c>.</summary>
    SharedTableOwned,

    /// <summary>A polymorphic reference without type column, or without a value for a table.</summary>
    PolymorphicIncomplete,

    /// <summary><c>of</c> names a reference that the table does not have.</summary>
    OfUnknownReference,

    /// <summary>Neither identity nor reference: no search can ever reach it.</summary>
    Unreachable,

    /// <summary>A personal field that may not be empty and has no replacement: an erasure of a row that must stay would fail.</summary>
    MustNotBeEmpty,

    /// <summary>The column that an erasure would clear is part of the key or generated.</summary>
    CannotBeWritten,

    /// <summary>Kept without ground, or without an end.</summary>
    KeepIncomplete,

    /// <summary>A field is to be replaced, and by what is not said.</summary>
    ReplacementMissing,

    /// <summary>The column for statements is no text, may not be empty, cannot be written, or has no category: what it holds would never reach the person.</summary>
    StatementUnfit,

    /// <summary>Its rows have no key: they can be found, never changed.</summary>
    NoKey,

    /// <summary>A view is mapped: its rows are those of other tables.</summary>
    ViewMapped,

    /// <summary>A table of another database that this one shows: nothing is searched there.</summary>
    ForeignTable,

    /// <summary>The schema is not the one that was confirmed.</summary>
    SchemaDrifted,

    /// <summary>Purpose, legal basis or retention is missing: access cannot be released.</summary>
    Article15Incomplete,
}

/// <param name="Subject">The column or reference it is about; null: the table, or the source.</param>
/// <param name="Rows">About how many rows it makes the source read each time, where known.</param>
/// <param name="Remedy">A statement that mends it, for whoever keeps the source to run.</param>
public sealed record MapWarning(MapGap Gap, string? Table, string? Subject = null, long? Rows = null, string? Remedy = null);
