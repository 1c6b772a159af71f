using FsCheck;
using FsCheck.Fluent;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Tests.DataMap;

/// <summary>Any map that a person could write, with the texts that YAML is known to trip over.</summary>
internal static class Arbitrary
{
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements("yes", "no", "null", "~", "33", "007", "1e3", "2026-01-01", "a: b", "# no comment", " blanks ", "\"quoted\"", "it's", "é 漢 🙂", "two\nlines", "tab\there", "[a]", "{b}", "- c", "*d", "&e", "!f", "%g", "@h", "`i", "|", ">", "?", ":", "", "\u0085next", "true"),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(s => new string([.. s.Get.Where(c => !char.IsSurrogate(c) && c is '\n' or '\t' or (>= ' ' and not '\u007f' and < '\ufffe'))])));

    private static readonly Gen<string> Name = Text.Where(t => t.Length > 0);

    private static readonly Gen<KeepRule?> Keep =
        from ground in Gen.Elements(Enum.GetValues<KeepGround>())
        from until in Maybe(Gen.Choose(1, 60_000).Select(d => DateOnly.FromDayNumber(700_000 + d)))
        from months in Maybe(Gen.Choose(1, 600))
        from after in Optional(Name)
        from law in Optional(Text)
        from none in Gen.Elements(true, false)
        select none ? null : new KeepRule(ground, until, months, after, law);

    private static readonly Gen<ReferenceTarget> Target =
        from table in Name
        from columns in Names
        from kind in Gen.Elements(Enum.GetValues<ReferenceKind>())
        from subjects in Names
        select new ReferenceTarget { Table = table, Columns = columns, Kind = kind, KindForSubject = subjects.ToDictionary(s => s, _ => ReferenceKind.OwnedBy) };

    private static readonly Gen<ReferenceMap> Reference =
        from name in Name
        from columns in Name.NonEmptyListOf()
        from type in Optional(Name)
        from targets in Target.NonEmptyListOf()
        from declared in Gen.Elements(true, false)
        select new ReferenceMap
        {
            Name = name, Columns = [.. columns], TypeColumn = type, Declared = declared,
            Targets = type is null ? [targets[0]] : [.. targets.Select((t, i) => t with { When = $"{i}" })],
        };

    private static readonly Gen<FieldMap> Field =
        from name in Name
        from texts in Optional(Text).ArrayOf(7)
        from article9 in Gen.Elements(true, false)
        from recipients in Names
        from erasure in Maybe(Gen.Elements(Enum.GetValues<FieldErasure>()))
        from keep in Keep
        select new FieldMap
        {
            Name = name, Title = texts[0], Category = texts[1], Identity = texts[2], Purpose = texts[3], LegalBasis = texts[4], Source = texts[5], Retention = texts[6], Article9 = article9,
            Recipients = recipients, OnErasure = erasure, Replacement = texts[0], Keep = keep,
        };

    private static readonly Gen<TableMap> Table =
        from name in Name
        from texts in Optional(Text).ArrayOf(9)
        from role in Gen.Elements(Enum.GetValues<TableRole>())
        from recipients in Names
        from fields in Field.ListOf()
        from references in Reference.ListOf()
        from erasure in Gen.Elements(Enum.GetValues<RowErasure>())
        from keep in Keep
        from of in Gen.Elements(true, false)
        let named = references.DistinctBy(r => r.Name).Take(3).ToList()
        select new TableMap
        {
            Name = name, Title = texts[0], Role = role, Purpose = texts[1], LegalBasis = texts[2], Recipients = recipients, Source = texts[3], Retention = texts[4], RoleLabel = texts[5],
            AutomatedDecisions = texts[6], Transfers = texts[7], Statement = texts[8],
            OnErasure = erasure, Keep = keep, References = named,
            Fields = [.. fields.DistinctBy(f => f.Name).Take(4).Select(f => f with { Of = of && named.Count > 0 ? named[0].Name : null })],
        };

    public static readonly Gen<SourceMap> Map =
        from code in Optional(Text)
        from region in Optional(Text)
        from tables in Table.ListOf()
        select new SourceMap { CallingCode = code, HostingRegion = region, Tables = [.. tables.DistinctBy(t => t.Name).Take(4)] };

    /// <summary>A map, and the same after somebody worked on it.</summary>
    public static readonly Gen<(SourceMap Before, SourceMap After)> Edit =
        from before in Map
        from other in Map
        from kept in Gen.Elements(true, false).ArrayOf(8)
        select (before, other with
        {
            Tables =
            [
                .. before.Tables.Where((_, i) => kept[i % 8]).Select((t, i) => i % 2 == 0 || other.Tables.Count == 0 ? t : Mix(t, other.Tables[i % other.Tables.Count])),
                .. other.Tables.Where(t => before.Find(t.Name) is null),
            ],
        });

    private static Gen<IReadOnlyList<string>> Names => Name.ListOf().Select(l => (IReadOnlyList<string>)[.. l.Distinct().Take(3)]);

    private static TableMap Mix(TableMap mine, TableMap theirs) => theirs with
    {
        Name = mine.Name,
        Fields = [.. mine.Fields.Skip(1).Zip(theirs.Fields, (m, t) => t with { Name = m.Name }), .. theirs.Fields.Where(f => mine.Find(f.Name) is null)],
        References = [.. mine.References.Zip(theirs.References, (m, t) => t with { Name = m.Name })],
    };

    private static Gen<string?> Optional(Gen<string> text) => Gen.OneOf(Gen.Constant<string?>(null), text.Select(t => (string?)t));

    private static Gen<T?> Maybe<T>(Gen<T> value)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), value.Select(v => (T?)v));
}
