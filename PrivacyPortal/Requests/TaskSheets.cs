using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Connectors;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Language;
using PrivacyPortal.Pdf;
using PrivacyPortal.Settings;

namespace PrivacyPortal.Requests;

/// <summary>
/// The sheet of paper that a DPO hands to an owner who has no account: what to do, by when, about whom, and where to write what was done. Made
/// when it is asked for, kept nowhere; each printing is in the audit log. It names the person: whoever prints it has asked for it at the desk.
/// </summary>
public sealed class TaskSheets(RequestQueries queries, RequestDesk desk, IDbContextFactory<PortalDbContext> contexts, AuditLog audit, TimeProvider clock)
{
    public async Task<Reply<DocumentFile>> PrintAsync(Actor actor, Guid id, CultureInfo culture, CancellationToken ct)
    {
        var found = await queries.TaskAsync(actor, id, ct);
        if (found.Value is not { } task)
        {
            return found.Refusal!.Value;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await desk.MayTakeAsync(db, actor, id, ct) is { } declined)
        {
            return declined;
        }

        var organisation = (await OrganisationQueries.CurrentAsync(db, ct)).Facts;
        var fact = new AuditFact(actor, RequestAudit.Category, "task-sheet-printed", task.Row.Reference, new { source = task.Row.SourceName, phase = task.Row.Phase.ToString() });
        return await audit.SaveAsync(db, ct, fact) is { } stale
            ? stale
            : new DocumentFile($"{task.Row.Reference}-{id:n}.pdf", "application/pdf", Render(task, organisation, culture, clock.GetUtcNow()));
    }

    private static byte[] Render(TaskSheet task, OrganisationFacts organisation, CultureInfo culture, DateTimeOffset now)
    {
        string T(Text text, params object?[] args) => args.Length == 0 ? text.In(culture) : text.Format(culture, args);
        var title = T(TaskText.Of(task.Row.Phase, task.Row.Right));
        var info = new PdfInfo($"{title} · {task.Row.Reference}", organisation.ControllerName, culture.Name, now)
        {
            Subject = title,
            Letterhead = organisation.ControllerName,
            Kicker = $"{T(TaskText.Sheet)} · {task.Row.Reference}",
            Footer = T(TaskText.Confidential),
        };
        return PdfDocument.Render(info, flow =>
        {
            flow.Title(title)
                .Lead(T(TaskText.What(task.Row.Phase, task.Row.Right)))
                .Facts(
                    new Fact(T(TaskText.Reference), task.Row.Reference, Face.Mono),
                    new Fact(T(TaskText.Source), task.Row.SourceName),
                    new Fact(T(TaskText.Owner), task.Row.Owner),
                    new Fact(T(TaskText.Due), task.Row.DueOn.ToString("d MMMM yyyy", culture)));
            if (task.Instructions is { } instructions)
            {
                flow.Heading(T(TaskText.Instructions)).Paragraph(instructions);
            }

            if (task.Name is { } name)
            {
                flow.Heading(T(TaskText.Person)).Facts(
                    [new Fact(T(TaskText.Name), name), .. task.Identities.Select(i => new Fact(CategoryText.Of(i.Kind).In(culture), i.Value))]);
            }

            if (task.Message is { } message)
            {
                flow.Heading(T(TaskText.Asked)).Paragraph(message);
            }

            if (task.Corrections.Count > 0)
            {
                flow.Heading(T(TaskText.Corrections)).Bullets(task.Corrections.Select(c => T(TaskText.Correction, c.Field, CellText.Of(c.Before), CellText.Of(c.After))));
            }

            if (task.Statements.Count > 0)
            {
                flow.Heading(T(TaskText.Statements));
                foreach (var one in task.Statements)
                {
                    if (one.On is { } on)
                    {
                        flow.Small(T(TaskText.StatementOn, on.Table, on.Row, on.Field, on.Said));
                    }

                    flow.Paragraph(one.Text);
                }
            }

            if (task.Erase.Count > 0)
            {
                flow.Heading(T(TaskText.Erase)).Bullets(task.Erase.Select(c => CategoryText.Of(c).In(culture)).Distinct());
            }

            if (task.Keep.Count > 0)
            {
                flow.Heading(T(TaskText.Keep)).Bullets(task.Keep.Select(c => CategoryText.Of(c).In(culture)).Distinct());
            }

            flow.Heading(T(TaskText.Answer)).Paragraph(T(TaskText.AnswerText, organisation.DpoName, organisation.DpoEmail)).Table(
                [new(T(TaskText.Records), 2), new(T(TaskText.Done), 5), new(T(TaskText.DateAndSignature), 3)],
                [["\n\n\n", "", ""]]);
        });
    }
}
