using PrivacyPortal.DataMap;

namespace PrivacyPortal.Requests.Package;

/// <summary>Whether a field may be carried away (art. 20(1)).</summary>
internal enum PortabilityOf
{
    /// <summary>Provided by the subject or observed of them, and processed under consent or contract.</summary>
    Covered,

    /// <summary>Another legal basis, or none on record: what nobody wrote down is not assumed.</summary>
    OtherBasis,

    /// <summary>It comes from somebody else, or was derived.</summary>
    FromElsewhere,
}

internal sealed record PortableField(string Category, PortabilityOf Portability);

/// <summary>Which fields the right to portability covers, by the facts of the data map. A field's own facts stand before its table's.</summary>
internal static class Portable
{
    private static readonly string[] Bases = ["consent", "contract"];

    public static PortabilityOf Of(TableMap table, FieldMap field) =>
        !Bases.Contains((field.LegalBasis ?? table.LegalBasis)?.Trim(), StringComparer.OrdinalIgnoreCase) ? PortabilityOf.OtherBasis
        : (field.Source ?? table.Source) is not { } source || string.IsNullOrWhiteSpace(source) || Article15.SaysThePerson(source) ? PortabilityOf.Covered
        : PortabilityOf.FromElsewhere;

    public static bool Covers(TableMap table, string field) => table.Find(field) is { } known && Of(table, known) == PortabilityOf.Covered;

    public static IEnumerable<PortableField> Fields(TableMap table) =>
        table.Fields.Where(f => f.Personal).Select(f => new PortableField(f.Category ?? f.Identity ?? "", Of(table, f)));
}
