using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Tests.Requests;

public sealed class PlanDraftTests
{
    [Fact]
    public void What_is_chosen_to_be_kept_needs_an_end_that_it_says_or_the_map_does()
    {
        var map = new SourceMap
        {
            Tables = [new TableMap { Name = "Order", Fields = [new FieldMap { Name = "contact.email", Category = "contact.email" }] }],
        };
        var found = new WalkResult
        {
            MapVersion = 1, Findings = [new Finding("Order", Verdict.Subject, [new RowKey(7L)], "Order")], ThirdParties = [], Ambiguities = [], Proposals = [], Unreached = [], Uncastables = [], Quotes = [],
        };
        var draft = new PlanDraft(new SourceFindings(found, null, null, null, map), SubjectRight.Erasure);
        var table = Assert.Single(draft.Tables);
        Assert.Equal("E-mail address", Assert.Single(table.Fields).Title);
        Assert.False(draft.KeepsEndlessly());

        table.Row = RowErasure.Keep;
        Assert.True(draft.KeepsEndlessly());
        Assert.True(table.Keep.Tried);
        table.Keep.Until = new(2030, 1, 1);
        Assert.False(draft.KeepsEndlessly());

        table.Row = null;
        table.Fields[0].Action = FieldErasure.Pseudonymise;
        Assert.True(draft.KeepsEndlessly());
    }

    [Fact]
    public void Quotes_of_one_table_are_told_apart_by_whose_rows_they_stand_in_and_ticked_apart()
    {
        var found = new WalkResult
        {
            MapVersion = 1, Findings = [], ThirdParties = [], Ambiguities = [], Proposals = [], Unreached = [], Uncastables = [],
            Quotes = [new("Message", Verdict.Both, "Quoted", [new RowKey(7L)]), new("Message", null, "Quoted", [new RowKey(8L), new RowKey(9L)])],
        };
        var draft = new PlanDraft(new SourceFindings(found, null, null, null, null), SubjectRight.Erasure);

        Assert.Equal([(Verdict.Both, 1), ((Verdict?)null, 2)], draft.Quotes.Select(q => (q.Verdict, q.Rows.Count)));
        draft.Quotes[1].Ticked = true;
        var erased = Assert.Single(draft.ToReview().Erasures);
        Assert.Equal(((Verdict?)null, true), (erased.Verdict, erased.OfFields));
    }
}
