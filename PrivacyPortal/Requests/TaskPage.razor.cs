using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>One task: what to do, for whom and by when, and the report of it.</summary>
public sealed partial class TaskPage
{
    private TaskSheet? task;
    private Actor actor = Actor.Anonymous;
    private Text? fault;
    private IBrowserFile? file;
    private string done = "";
    private int? records;
    private bool busy, loaded, printing, tried;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private RequestQueries Queries { get; set; } = default!;

    [Inject]
    private RequestDesk Desk { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private ExportRow? Printed => task?.Exports.Mine(Id);

    // The page may have stood there for an hour.
    private bool IsOpen => Printed is { Standing: ExportStanding.Open, Until: { } until } && until > Clock.GetUtcNow();

    /// <summary>Nothing stands there before somebody counted: a report cannot be taken back.</summary>
    private string? RecordsFault => tried && task?.Report is null && records is null or < 0 or > RequestDesk.MostRecords
        ? TaskText.RecordsMissing.With(RequestDesk.MostRecords)
        : null;

    private string SheetHref => $"/tasks/{Id}/sheet.pdf";

    protected override async Task OnParametersSetAsync()
    {
        actor = Actor.From((await State).User);
        await ReadAsync();
        loaded = true;
    }

    private async Task ReadAsync()
    {
        task = (await Queries.TaskAsync(actor, Id, CancellationToken.None)).Value;
        (records, done) = (task?.Report?.Records ?? records, task?.Report is null ? done : "");
    }

    private void Print()
    {
        if (IsOpen)
        {
            Nav.NavigateTo(SheetHref, forceLoad: true);
        }
        else
        {
            printing = true;
        }
    }

    private async Task PrintedAsync(bool done)
    {
        printing = false;
        if (done)
        {
            await ReadAsync();
        }
    }

    private void Choose(InputFileChangeEventArgs chosen) => (file, fault) = (chosen.File, null);

    private async Task CompleteAsync()
    {
        if (busy || task is not { } sheet)
        {
            return;
        }

        (busy, fault, tried) = (true, null, true);
        if (RecordsFault is not null)
        {
            busy = false;
            return;
        }

        if (file is { Size: 0 or > TaskFile.MostBytes })
        {
            (fault, busy) = (TaskText.TooLarge, false);
            return;
        }

        // The portal's own steps go on meanwhile and change the request: what counts here is that the task still waits for what this page shows.
        var attached = await AttachedAsync();
        var version = (await Queries.TaskAsync(actor, Id, CancellationToken.None)).Value?.Version ?? sheet.Version;
        var refusal = await Desk.CompleteTaskAsync(actor, sheet.Request, version, Id, done, records ?? 0, attached, sheet.Cause, CancellationToken.None);
        busy = false;
        fault = refusal switch
        {
            null => null,
            Refusal.Incomplete => TaskText.CopyMissing,
            { } other => RequestText.Of(other),
        };
        if (refusal is null or Refusal.Stale or Refusal.NotFound)
        {
            await ReadAsync();
        }

        if (refusal == Refusal.Stale && task?.Cause is { } now && now != sheet.Cause)
        {
            fault = TaskText.WaitsForElse;
        }
    }

    private async Task<TaskFile?> AttachedAsync()
    {
        if (file is null)
        {
            return null;
        }

        using var content = new MemoryStream((int)file.Size);
        await using var stream = file.OpenReadStream(TaskFile.MostBytes);
        await stream.CopyToAsync(content);
        return new TaskFile(file.Name, content.ToArray());
    }
}
