namespace PrivacyPortal.DataMap;

/// <summary>
/// The data map of one source: what a person confirmed about its tables. Plain data, so that it can be kept, compared, exported as YAML
/// and bound to by its <see cref="Version"/>: a decision taken on one version returns to review when the map changes.
/// </summary>
public sealed record SourceMap
{
    /// <summary>Grows by one with every confirmed change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The schema that was confirmed; another one means that the source has changed since.</summary>
    public string SchemaFingerprint { get; init; } = "";

    /// <summary>Digits that replace the national 0 of a telephone number, such as <c>33</c>.</summary>
    public string? CallingCode { get; init; }

    /// <summary>Where the source is hosted, as an ISO country code or <c>EEA</c>.</summary>
    public string? HostingRegion { get; init; }

    public IReadOnlyList<TableMap> Tables { get; init; } = [];

    public TableMap? Find(string table) => Tables.FirstOrDefault(t => t.Name == table);
}

/// <summary>What one table is.</summary>
public enum TableRole
{
    /// <summary>Its rows are about somebody, told by its references and identity fields.</summary>
    Ordinary,

    /// <summary>Each row is one person.</summary>
    People,

    /// <summary>A catalogue: never personal, never erased.</summary>
    Shared,

    /// <summary>Holds nothing of anybody (settings, migrations): left out of every search.</summary>
    Ignored,
}

/// <summary>What is known of one table: its role, why it is kept, and what an erasure does to it.</summary>
public sealed record TableMap
{
    public required string Name { get; init; }

    /// <summary>The name for people: <c>Commandes</c>. Null: the table's own.</summary>
    public string? Title { get; init; }

    public TableRole Role { get; init; }

    public IReadOnlyList<FieldMap> Fields { get; init; } = [];

    public IReadOnlyList<ReferenceMap> References { get; init; } = [];

    public string? Purpose { get; init; }

    /// <summary>The legal basis of article 6 (<c>consent</c>, <c>contract</c>, <c>legal-obligation</c>, <c>legitimate-interests</c>…).</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Recipients by name (C-154/21).</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Where the data comes from; <see cref="Article15.FromThePerson"/>: from the person.</summary>
    public string? Source { get; init; }

    /// <summary>Which decisions a machine alone takes with the data, by what logic and with what consequence (art. 22), in words for the person; or <see cref="Article15.None"/>.</summary>
    public string? AutomatedDecisions { get; init; }

    /// <summary>To which countries outside the EEA recipients take the data, and on what that rests (art. 46), in words for the person; or <see cref="Article15.None"/>.</summary>
    public string? Transfers { get; init; }

    /// <summary>How long the rows are kept, in words for the person.</summary>
    public string? Retention { get; init; }

    /// <summary>What an erasure does to the subject's rows.</summary>
    public RowErasure OnErasure { get; init; } = RowErasure.Delete;

    /// <summary>For <see cref="RowErasure.Keep"/>: why and how long.</summary>
    public KeepRule? Keep { get; init; }

    /// <summary>The role shown in place of the person's name where their row is released with somebody's conversation (<c>Conseiller</c>).</summary>
    public string? RoleLabel { get; init; }

    /// <summary>The column that takes what people state on something said in the row (art. 16, second sentence); null: the source has no place for it.</summary>
    public string? Statement { get; init; }

    public FieldMap? Find(string field) => Fields.FirstOrDefault(f => f.Name == field);

    /// <summary>
    /// Whether a field holds what somebody said, or a statement on it: neither is ever rewritten. A JSON column that holds a message is one too, and
    /// so is whatever the map does not name inside it.
    /// </summary>
    public bool IsSaid(string field) => field == Statement || Fields.Any(f => Categories.Covers(Categories.Said, f.Category)
        && (f.Name == field || f.Name.StartsWith(field + "$.", StringComparison.Ordinal) || (Find(field) is null && field.StartsWith(f.Name + "$.", StringComparison.Ordinal))));
}

/// <summary>What an erasure does to a row of the subject's.</summary>
public enum RowErasure
{
    /// <summary>The row goes; where something outside the deletions points at it, it stays as a shell with its personal fields cleared or replaced.</summary>
    Delete,

    /// <summary>The row stays and each field's own action applies.</summary>
    Fields,

    /// <summary>The row stays whole, on a ground of article 17(3) and until a date.</summary>
    Keep,
}

/// <summary>What is known of one field.</summary>
public sealed record FieldMap
{
    public required string Name { get; init; }

    /// <summary>The name for people. Null: the column's own.</summary>
    public string? Title { get; init; }

    /// <summary>Dotted (<c>contact.email</c>); null: nothing personal. See <see cref="Categories.Covers"/>.</summary>
    public string? Category { get; init; }

    /// <summary>The kind of identity that its value is (<see cref="IdentityKinds"/> or one of the company's own); null: none.</summary>
    public string? Identity { get; init; }

    /// <summary>The name of a reference of its table: the value is that person's wherever it stands (<c>quoted</c> of <c>reply_to</c>).</summary>
    public string? Of { get; init; }

    /// <summary>Special categories of article 9.</summary>
    public bool Article9 { get; init; }

    public string? Purpose { get; init; }

    public string? LegalBasis { get; init; }

    public IReadOnlyList<string> Recipients { get; init; } = [];

    public string? Source { get; init; }

    public string? Retention { get; init; }

    /// <summary>What an erasure does to it where the row stays; null: cleared if it is personal, else left.</summary>
    public FieldErasure? OnErasure { get; init; }

    /// <summary>For <see cref="FieldErasure.Replace"/>: the constant, as text; cast to the column's type.</summary>
    public string? Replacement { get; init; }

    /// <summary>For <see cref="FieldErasure.Keep"/> and <see cref="FieldErasure.Pseudonymise"/>: why and how long.</summary>
    public KeepRule? Keep { get; init; }

    /// <summary>A field without category and identity is nobody's: shown with context, left by an erasure.</summary>
    public bool Personal => Category is not null || Identity is not null || Of is not null;
}

/// <summary>What an erasure does to a field of a row that stays.</summary>
public enum FieldErasure
{
    Clear,
    Replace,
    Keep,

    /// <summary>A keyed hash in its place. That is pseudonymisation: reported as kept, with ground and date, never as erased.</summary>
    Pseudonymise,
}

/// <summary>The grounds of article 17(3) on which data is kept in spite of an erasure.</summary>
public enum KeepGround
{
    /// <summary>17(3)(a)</summary>
    FreedomOfExpression,

    /// <summary>17(3)(b)</summary>
    LegalObligation,

    /// <summary>17(3)(c)</summary>
    PublicHealth,

    /// <summary>17(3)(d)</summary>
    Archiving,

    /// <summary>17(3)(e)</summary>
    LegalClaims,
}

/// <summary>Why something is kept and until when: a date, or so many months after the latest date in a column (after today without one).</summary>
/// <param name="Law">The rule that obliges, in words: <c>Code de commerce, art. L123-22</c>.</param>
public sealed record KeepRule(KeepGround Ground, DateOnly? Until = null, int? Months = null, string? After = null, string? Law = null)
{
    /// <summary>Kept until this day whatever the term says: a legal hold lasts as long. Never part of a map.</summary>
    public DateOnly? AtLeast { get; init; }
}

/// <summary>What a row says about the row that it points at.</summary>
public enum ReferenceKind
{
    /// <summary>The row is about the same subject as the row it points at (order → customer).</summary>
    OwnedBy,

    /// <summary>What it points at is part of this row (customer → address): the subject's if only theirs point there, both's otherwise.</summary>
    Owns,

    /// <summary>The row sits in a container that several subjects may share (message → conversation).</summary>
    PartOf,

    /// <summary>The row points at something that stands on its own (product, advisor).</summary>
    Mentions,
}

/// <summary>One reference of a table, seen from the row that holds it.</summary>
public sealed record ReferenceMap
{
    /// <summary>Unique in its table: what a field <c>of</c> it names, and what warnings call it.</summary>
    public required string Name { get; init; }

    /// <summary>The columns that hold it; one of them may be a value inside a JSON column, written <c>payload$.contact.id</c>.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>For a polymorphic reference: the column that says which table is meant. Null: <see cref="Targets"/> has one entry.</summary>
    public string? TypeColumn { get; init; }

    /// <summary>Where it points: one table, or one per value of <see cref="TypeColumn"/>.</summary>
    public required IReadOnlyList<ReferenceTarget> Targets { get; init; }

    /// <summary>True if the source declares it as a foreign key.</summary>
    public bool Declared { get; init; }
}

/// <summary>Where a reference points, and what that says.</summary>
public sealed record ReferenceTarget
{
    /// <summary>The value of the type column that means this table; null for a reference without type column.</summary>
    public string? When { get; init; }

    public required string Table { get; init; }

    /// <summary>The columns pointed at; empty: the table's key.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public ReferenceKind Kind { get; init; } = ReferenceKind.Mentions;

    /// <summary>Where the kind differs by the kind of subject: people table → kind.</summary>
    public IReadOnlyDictionary<string, ReferenceKind> KindForSubject { get; init; } = new Dictionary<string, ReferenceKind>();
}
