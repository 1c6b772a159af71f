using PrivacyPortal.DataMap;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>Data maps for tests, said shortly.</summary>
internal static class MapOf
{
    public static SourceMap Tables(params TableMap[] tables) => new() { CallingCode = "33", Tables = tables };

    public static TableMap Table(string name, params object[] parts) => Make(name, TableRole.Ordinary, parts);

    public static TableMap People(string name, params object[] parts) => Make(name, TableRole.People, parts);

    public static TableMap Shared(string name, params object[] parts) => Make(name, TableRole.Shared, parts);

    public static FieldMap Field(string name, string? category = null, string? identity = null, string? of = null) =>
        new() { Name = name, Category = category, Identity = identity, Of = of };

    public static FieldMap Email(string name = "email") => Field(name, "contact.email", IdentityKinds.Email);

    public static FieldMap Phone(string name = "phone") => Field(name, "contact.phone", IdentityKinds.Phone);

    public static ReferenceMap OwnedBy(string columns, string table) => Reference(columns, table, ReferenceKind.OwnedBy);

    public static ReferenceMap Owns(string columns, string table) => Reference(columns, table, ReferenceKind.Owns);

    public static ReferenceMap PartOf(string columns, string table) => Reference(columns, table, ReferenceKind.PartOf);

    public static ReferenceMap Mentions(string columns, string table) => Reference(columns, table, ReferenceKind.Mentions);

    /// <summary>A polymorphic reference: value of the type column, table, kind.</summary>
    public static ReferenceMap Either(string type, string column, params (string When, string Table, ReferenceKind Kind)[] targets) => new()
    {
        Name = column,
        Columns = [column],
        TypeColumn = type,
        Targets = [.. targets.Select(t => new ReferenceTarget { When = t.When, Table = t.Table, Kind = t.Kind })],
    };

    private static ReferenceMap Reference(string columns, string table, ReferenceKind kind) => new()
    {
        Name = columns,
        Columns = columns.Split('+'),
        Targets = [new ReferenceTarget { Table = table, Kind = kind }],
    };

    private static TableMap Make(string name, TableRole role, object[] parts) => new()
    {
        Name = name,
        Role = role,
        Fields = [.. parts.OfType<FieldMap>()],
        References = [.. parts.OfType<ReferenceMap>()],
    };
}
