using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>
/// The review of one source while somebody works on it. What is left as the map suggests stays out of it, so that the review says only what
/// a person decided otherwise.
/// </summary>
public sealed class PlanDraft
{
    private readonly SubjectRight right;
    private readonly SourceReview before;

    public PlanDraft(SourceFindings findings, SubjectRight right)
    {
        this.right = right;
        before = findings.Review ?? SourceReview.AsSuggested;
        Map = findings.Map;
        Tables = [.. findings.Found.Findings.Where(f => f.Verdict != Verdict.Context || right == SubjectRight.Access)
            .Select(f => new TableDraft(f, findings.Map?.Find(f.Table), before))];
        Quotes = [.. findings.Found.Quotes.GroupBy(q => (q.Table, q.Verdict)).Select(g => new QuoteDraft(
            g.Key.Table,
            g.Key.Verdict,
            findings.Map?.Find(g.Key.Table)?.Title ?? g.Key.Table,
            [.. g.Select(q => findings.Map?.Find(q.Table)?.Find(q.Field)?.Title ?? q.Field).Distinct()],
            [.. g.SelectMany(q => q.Rows).Distinct()],
            before.Erasures.Any(e => e.Table == g.Key.Table && e.Verdict == g.Key.Verdict && e.OfFields)))];
        Corrections = [.. before.Corrections];
        Statements = [.. before.Statements];
        Redactions = [.. before.Redactions];
        OwnText = before.OwnText;
        Compact = before.Compact;
    }

    public SourceMap? Map { get; }

    public IReadOnlyList<TableDraft> Tables { get; }

    /// <summary>The subject's own words in rows that are not theirs alone: erased there only with a tick.</summary>
    public IReadOnlyList<QuoteDraft> Quotes { get; }

    public List<Correction> Corrections { get; }

    public List<SupplementaryStatement> Statements { get; }

    public List<TextRedaction> Redactions { get; }

    public bool OwnText { get; set; }

    public bool Compact { get; set; }

    /// <summary>Marks what would be kept without an end; whether there is any.</summary>
    public bool KeepsEndlessly()
    {
        var endless = right != SubjectRight.Erasure ? [] : Tables.SelectMany(t => t.Kept).Where(k => k.IsEndless).ToList();
        endless.ForEach(k => k.Tried = true);
        return endless.Count > 0;
    }

    public SourceReview ToReview() => before with
    {
        Releases = RequestWorkflow.Releases(right) ? [.. Tables.Select(t => t.ToRelease()).OfType<FindingRelease>()] : [],
        Redactions = RequestWorkflow.Releases(right) ? [.. Redactions] : [],
        Erasures = right == SubjectRight.Erasure ? [.. Tables.Select(t => t.ToErasure()).OfType<ErasureDecision>(), .. Quotes.Where(q => q.Ticked).Select(q => q.ToErasure())] : [],
        Corrections = right == SubjectRight.Rectification ? [.. Corrections] : [],
        Statements = right == SubjectRight.Rectification ? [.. Statements] : [],
        OwnText = OwnText,
        Compact = Compact,
    };

    /// <summary>Sets the value that a field shall have; the value that it has takes the correction away again.</summary>
    public void Correct(RowRef row, string field, object? now, object? after)
    {
        Corrections.RemoveAll(c => c.Row == row && c.Field == field);
        if (!Connectors.RowKey.Same(now, after))
        {
            Corrections.Add(new Correction(row, field, now, after));
        }
    }

    /// <summary>Keeps what the person states on something said; no words take the statement away again.</summary>
    public void State(RowRef row, string field, string text)
    {
        Statements.RemoveAll(s => s.Row == row && s.Field == field);
        if (!string.IsNullOrWhiteSpace(text))
        {
            Statements.Add(new SupplementaryStatement(row, field, text.Trim()));
        }
    }

    public void Redact(RowRef row, string field, string now, string shown)
    {
        Redactions.RemoveAll(r => r.Row == row && r.Field == field);
        if (now != shown)
        {
            Redactions.Add(new TextRedaction(row, field, shown));
        }
    }
}

/// <summary>The decision on the findings of one table and verdict.</summary>
public sealed class TableDraft
{
    public TableDraft(Finding finding, TableMap? map, SourceReview before)
    {
        (Finding, Map) = (finding, map);
        var release = before.Releases.FirstOrDefault(r => r.Table == finding.Table && r.Verdict == finding.Verdict);
        var erasure = before.Erasures.FirstOrDefault(e => e.Table == finding.Table && e.Verdict == finding.Verdict);
        (Release, Reason) = (release?.Decision, release?.Reason ?? "");
        Row = erasure?.Row;
        Keep = new KeepDraft(erasure?.Keep ?? map?.Keep);
        Fields = [.. (map?.Fields ?? []).Where(f => f.Personal).Select(f => new FieldDraft(
            f, release?.Fields.FirstOrDefault(r => r.Field == f.Name), erasure?.Fields.FirstOrDefault(d => d.Field == f.Name)))];
    }

    public Finding Finding { get; }

    public TableMap? Map { get; }

    public string Title => Map?.Title ?? Finding.Table;

    /// <summary>Null: as the map and the verdict suggest.</summary>
    public Release? Release { get; set; }

    public string Reason { get; set; }

    /// <summary>Null: as the map says.</summary>
    public RowErasure? Row { get; set; }

    public KeepDraft Keep { get; }

    public IReadOnlyList<FieldDraft> Fields { get; }

    /// <summary>What would happen to the rows if nobody decided otherwise.</summary>
    public Release Suggested => Finding.Verdict == Verdict.Both ? Fulfilment.Release.Withhold : Fulfilment.Release.Release;

    public RowErasure Effective => Row ?? Map?.OnErasure ?? RowErasure.Delete;

    /// <summary>What somebody chose here to keep: the table, or else some of its fields. What the map keeps has its end there.</summary>
    public IEnumerable<KeepDraft> Kept => Finding.Verdict != Verdict.Subject ? []
        : Row == RowErasure.Keep ? [Keep]
        : Effective == RowErasure.Keep ? []
        : Fields.Where(f => f.Action is FieldErasure.Keep or FieldErasure.Pseudonymise).Select(f => f.Keep);

    public FindingRelease? ToRelease()
    {
        var fields = Fields.Where(f => f.Release is not null).Select(f => new FieldRelease(f.Field.Name, f.Release!.Value, Words(f.Reason))).ToList();
        return Release is null && fields.Count == 0 ? null : new FindingRelease(Finding.Table, Finding.Verdict, Release ?? Suggested, Words(Reason), fields);
    }

    public ErasureDecision? ToErasure()
    {
        if (Finding.Verdict != Verdict.Subject)
        {
            return null;
        }

        var fields = Effective == RowErasure.Keep ? [] : Fields.Where(f => f.Action is not null).Select(f => f.ToDecision()).ToList();
        return Row is null && fields.Count == 0
            ? null
            : new ErasureDecision(Finding.Table, Finding.Verdict, Row, Row == RowErasure.Keep ? Keep.ToRule() : null, fields);
    }

    private static string? Words(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Whether what rows of others, or of both, quote of the subject is erased too.</summary>
public sealed class QuoteDraft(string table, Verdict? verdict, string title, IReadOnlyList<string> fields, IReadOnlyList<Connectors.RowKey> rows, bool ticked)
{
    public string Table { get; } = table;

    /// <summary>Null: the rows are others', and nothing of them is known here but their keys.</summary>
    public Verdict? Verdict { get; } = verdict;

    public string Title { get; } = title;

    public IReadOnlyList<string> Fields { get; } = fields;

    public IReadOnlyList<Connectors.RowKey> Rows { get; } = rows;

    public bool Ticked { get; set; } = ticked;

    public ErasureDecision ToErasure() => new(Table, Verdict, null, null, [], OfFields: true);
}

/// <summary>The decision on one field apart from its table's; null: with the table.</summary>
public sealed class FieldDraft(FieldMap field, FieldRelease? release, FieldDecision? erasure)
{
    public FieldMap Field { get; } = field;

    /// <summary>The fields of a source kept by hand are its categories: said in their words.</summary>
    public string Title => Field.Title ?? (Field.Name == Field.Category ? DataMap.CategoryText.Of(Field.Name).ToString() : Field.Name);

    public Release? Release { get; set; } = release?.Decision;

    public string Reason { get; set; } = release?.Reason ?? "";

    public FieldErasure? Action { get; set; } = erasure?.Action;

    public string Replacement { get; set; } = erasure?.Replacement ?? field.Replacement ?? "";

    public KeepDraft Keep { get; } = new(erasure?.Keep ?? field.Keep);

    public FieldDecision ToDecision() => new(
        Field.Name, Action!.Value, Action == FieldErasure.Replace ? Replacement : null,
        Action is FieldErasure.Keep or FieldErasure.Pseudonymise ? Keep.ToRule() : null);
}

/// <summary>A ground of article 17(3) while it is being typed.</summary>
public sealed class KeepDraft(KeepRule? rule)
{
    private readonly KeepRule? before = rule;

    public KeepGround Ground { get; set; } = rule?.Ground ?? KeepGround.LegalObligation;

    public DateOnly? Until { get; set; } = rule?.Until;

    public string Law { get; set; } = rule?.Law ?? "";

    /// <summary>The map's term counts on where no date is given.</summary>
    public bool HasTerm => before?.Months is not null;

    /// <summary>Kept without an end: no dry run passes with it.</summary>
    public bool IsEndless => Until is null && !HasTerm;

    /// <summary>Whether it was to be confirmed like this.</summary>
    public bool Tried { get; set; }

    public KeepRule ToRule() => (before ?? new KeepRule(Ground)) with
    {
        Ground = Ground,
        Until = Until,
        Months = Until is null ? before?.Months : null,
        After = Until is null ? before?.After : null,
        Law = string.IsNullOrWhiteSpace(Law) ? null : Law.Trim(),
    };
}
