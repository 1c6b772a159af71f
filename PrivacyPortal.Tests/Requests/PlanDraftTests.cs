using PrivacyPortal.Connectors;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Tests.Requests;

public sealed class PlanDraftTests
{
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
