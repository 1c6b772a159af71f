using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap;

/// <summary>The map of one source: people first, then table by table. What is typed is kept in the draft when one goes on to the next table.</summary>
public sealed partial class MapEditor
{
    private Actor actor = Actor.Anonymous;
    private SourceSheet? sheet;
    private TableForm? form;
    private Refusal? refusal;
    private IReadOnlyList<MapWarning> warnings = [];
    private string sought = "";
    private bool edits, suggested, saved, acceptingAll, choosingPeople;

    [Parameter]
    public Guid Id { get; set; }

    [SupplyParameterFromQuery(Name = "table")]
    private string? Chosen { get; set; }

    [SupplyParameterFromQuery(Name = "step")]
    private string? Step { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private DataSourceDesk Desk { get; set; } = default!;

    [Inject]
    private DataSourceQueries Queries { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    /// <summary>The draft if there is one, else the map in force.</summary>
    private SourceMap Map => sheet?.Draft?.Map ?? sheet?.Map ?? new SourceMap();

    private SchemaTable? ChosenSchema => Chosen is null ? null : sheet?.Schema.Find(Chosen);

    private IEnumerable<TableRow> Shown =>
        TableRow.Of(sheet!.Schema, Map, sheet.Draft, warnings).Where(t => t.Name.Contains(sought.Trim(), StringComparison.OrdinalIgnoreCase) || (t.Title?.Contains(sought.Trim(), StringComparison.OrdinalIgnoreCase) ?? false));

    protected override async Task OnParametersSetAsync()
    {
        saved = false;
        if (sheet is null)
        {
            actor = Actor.From((await State).User);
            edits = actor.May(Permission.EditDataMap);
            await LoadAsync();
        }

        Open();
    }

    private async Task LoadAsync()
    {
        var found = await Queries.SheetAsync(actor, Id, CancellationToken.None);
        sheet = found.Value;
        refusal ??= found.Refusal;
        warnings = sheet is null ? [] : sheet.Draft is null ? sheet.Warnings : MapCheck.Of(sheet.Draft.Map, sheet.Schema);
    }

    private void Open()
    {
        choosingPeople = edits && sheet is not null && (Step == "people" || (sheet.Draft is null && sheet.Map is null));
        form = Chosen is not null && Map.Find(Chosen) is { } table ? new TableForm(table) : null;
        suggested = Chosen is not null && sheet?.Draft?.IsSuggested(Chosen) == true;
    }

    private IReadOnlyList<MapWarning> WarningsOf(string table) => [.. warnings.Where(w => w.Table == table)];

    private async Task SuggestAsync(IReadOnlyCollection<string> people)
    {
        if (await DoneAsync(Desk.SuggestMapAsync(actor, Id, people, sheet!.Version, CancellationToken.None)))
        {
            // The people come first in what is to be confirmed.
            Nav.NavigateTo($"/sources/{Id}/map{(people.FirstOrDefault() is { } first ? $"?table={Uri.EscapeDataString(first)}" : "")}");
        }
    }

    private async Task SaveAsync(bool next)
    {
        if (await DoneAsync(Desk.EditTableAsync(actor, Id, form!.Table(), sheet!.Version, CancellationToken.None)))
        {
            saved = true;
            if (next && (sheet!.Draft?.Suggested.Count ?? 0) > 0)
            {
                Nav.NavigateTo($"/sources/{Id}/map?table={Uri.EscapeDataString(Next(sheet.Draft!))}");
            }
        }
    }

    /// <summary>The next suggestion to look at: people before all others.</summary>
    private static string Next(MapDraft draft) => draft.Suggested.FirstOrDefault(t => draft.Map.Find(t)?.Role == TableRole.People) ?? draft.Suggested[0];

    private Task PutInAsync() => DoneAsync(Desk.EditTableAsync(actor, Id, new TableMap { Name = Chosen!, Fields = [.. Unlinked()] }, sheet!.Version, CancellationToken.None));

    private IEnumerable<FieldMap> Unlinked() => ChosenSchema!.Columns.Where(c => !c.RowNumber && !ChosenSchema.Key.Contains(c.Name)).Select(c => new FieldMap { Name = c.Name });

    private async Task SpreadAsync()
    {
        // What is typed and not yet saved is part of what is given on.
        if (!form!.Dirty || await DoneAsync(Desk.EditTableAsync(actor, Id, form.Table(), sheet!.Version, CancellationToken.None)))
        {
            saved = await DoneAsync(Desk.SpreadFactsAsync(actor, Id, Chosen!, sheet!.Version, CancellationToken.None));
        }
    }

    private Task LeaveOutAsync() => DoneAsync(Desk.LeaveOutTableAsync(actor, Id, Chosen!, sheet!.Version, CancellationToken.None));

    private async Task AcceptAllAsync()
    {
        acceptingAll = false;
        await DoneAsync(Desk.AcceptSuggestionsAsync(actor, Id, sheet!.Draft!.Suggested, sheet.Version, CancellationToken.None));
    }

    private async Task<bool> DoneAsync(Task<Refusal?> verb)
    {
        (saved, refusal) = (false, await verb);
        if (refusal is not null)
        {
            return false;
        }

        await LoadAsync();
        Open();
        return true;
    }

    /// <summary>Who goes on without saving keeps what they typed; if that cannot be, they stay and see why.</summary>
    private async Task KeepAsync(LocationChangingContext context)
    {
        if (edits && form is { Dirty: true } dirty)
        {
            refusal = await Desk.EditTableAsync(actor, Id, dirty.Table(), sheet!.Version, CancellationToken.None);
            if (refusal is not null)
            {
                context.PreventNavigation();
                StateHasChanged();
                return;
            }

            form = null;
            await LoadAsync();
        }
    }
}
