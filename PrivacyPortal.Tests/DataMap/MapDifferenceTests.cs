using FsCheck;
using FsCheck.Fluent;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Tests.DataMap;

public sealed class MapDifferenceTests
{
    private static readonly TableMap Customer = new()
    {
        Name = "Customer", Role = TableRole.People,
        Fields = [new() { Name = "Email", Category = "contact.email", Identity = "email" }, new() { Name = "Level" }],
        References = [new() { Name = "Rep", Columns = ["RepId"], Targets = [new() { Table = "Employee" }] }],
    };

    [Fact]
    public void What_an_administrator_confirms_holds_nothing_of_the_DPOs_and_leaves_only_that() => Prop.ForAll(Arbitrary.Edit.ToArbitrary(), edit =>
    {
        var described = MapDifference.Descriptive(edit.Before, edit.After);
        Assert.DoesNotContain(MapDifference.Between(edit.Before, described), c => c.Governed);
        Assert.All(MapDifference.Between(described, edit.After), c => Assert.True(c.Governed, $"{c}"));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_map_differs_from_itself_in_nothing() =>
        Prop.ForAll(Arbitrary.Map.ToArbitrary(), map => Assert.Empty(MapDifference.Between(map, map))).QuickCheckThrowOnFailure();

    [Fact]
    public void Purposes_titles_and_new_categories_describe() => Assert.All(
        Changes(t => t with { Purpose = "Sales", Title = "Clients", Fields = [Customer.Fields[0] with { Identity = "customer-id" }, Customer.Fields[1] with { Category = "account.preference" }] }),
        c => Assert.False(c.Governed));

    [Theory]
    [MemberData(nameof(GovernedEdits))]
    public void Ownership_erasure_and_retention_are_the_DPOs(string what, Func<TableMap, TableMap> edit) => Assert.All(Changes(edit), c => Assert.True(c.Governed, what));

    [Fact]
    public void Data_that_would_no_longer_count_as_personal_is_the_DPOs()
    {
        Assert.Contains(Changes(t => t with { Fields = [Customer.Fields[0] with { Category = null, Identity = null }, Customer.Fields[1]] }), c => c.Governed);
        Assert.Contains(Changes(t => t with { Fields = [Customer.Fields[1]] }), c => c.Governed);
    }

    public static TheoryData<string, Func<TableMap, TableMap>> GovernedEdits => new()
    {
        { "role", t => t with { Role = TableRole.Shared } },
        { "on erasure", t => t with { OnErasure = RowErasure.Keep, Keep = new KeepRule(KeepGround.LegalClaims, Months: 12) } },
        { "retention", t => t with { Retention = "Ten years" } },
        { "field", t => t with { Fields = [t.Fields[0] with { OnErasure = FieldErasure.Replace, Replacement = "x" }, t.Fields[1]] } },
        { "statement", t => t with { Statement = "Level" } },
        { "of", t => t with { Fields = [t.Fields[0] with { Of = "Rep" }, t.Fields[1]] } },
        { "kind", t => t with { References = [t.References[0] with { Targets = [t.References[0].Targets[0] with { Kind = ReferenceKind.OwnedBy }] }] } },
        { "kind for a subject", t => t with { References = [t.References[0] with { Targets = [t.References[0].Targets[0] with { KindForSubject = new Dictionary<string, ReferenceKind> { ["Employee"] = ReferenceKind.OwnedBy } }] }] } },
    };

    private static IReadOnlyList<MapChange> Changes(Func<TableMap, TableMap> edit)
    {
        var changes = MapDifference.Between(new SourceMap { Tables = [Customer] }, new SourceMap { Tables = [edit(Customer)] });
        Assert.NotEmpty(changes);
        return changes;
    }
}
