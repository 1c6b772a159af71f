using Microsoft.AspNetCore.Components;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>Edits one table's part of a draft.</summary>
public sealed partial class TablePlan
{
    private Passage? redacting;
    private string shown = "";

    [Parameter, EditorRequired]
    public Guid Request { get; set; }

    [Parameter, EditorRequired]
    public Guid Source { get; set; }

    [Parameter, EditorRequired]
    public SubjectRight Right { get; set; }

    [Parameter]
    public bool Editable { get; set; }

    [Parameter, EditorRequired]
    public TableDraft Table { get; set; } = default!;

    [Parameter, EditorRequired]
    public PlanDraft Draft { get; set; } = default!;

    private bool ShowsFields => RequestWorkflow.Releases(Right)
        ? Table.Finding.Verdict != Verdict.Context
        : Table.Finding.Verdict == Verdict.Subject && Table.Effective != RowErasure.Keep;

    private void Redact(FoundRow row, FoundField field, string text)
    {
        redacting = new Passage(new RowRef(row.Table, row.Key), field.Name, text);
        shown = text;
    }

    private string? ShownInstead(FoundRow row, FoundField field) =>
        Draft.Redactions.Find(r => r.Row == new RowRef(row.Table, row.Key) && r.Field == field.Name)?.Shown;

    private void Apply()
    {
        if (redacting is { } passage)
        {
            Draft.Redact(passage.Row, passage.Field, passage.Text, shown);
            redacting = null;
        }
    }

    private sealed record Passage(RowRef Row, string Field, string Text);
}
