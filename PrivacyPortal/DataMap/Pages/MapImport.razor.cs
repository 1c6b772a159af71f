using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using PrivacyPortal.Access;
using PrivacyPortal.DataMap.Yaml;

namespace PrivacyPortal.DataMap;

/// <summary>A map from YAML: read, shown as a difference, then made the draft.</summary>
public sealed partial class MapImport
{
    private const long LargestFile = 4 << 20;
    private const int LongestLine = 80;

    private Actor actor = Actor.Anonymous;
    private SourceSheet? sheet;
    private SourceMap? map;
    private Refusal? refusal;
    private IReadOnlyList<MapFault> faults = [];
    private IReadOnlyList<MapChange> changes = [];
    private string[] lines = [];
    private string yaml = "";
    private string? fileFault;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private DataSourceDesk Desk { get; set; } = default!;

    [Inject]
    private DataSourceQueries Queries { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        actor = Actor.From((await State).User);
        var found = await Queries.SheetAsync(actor, Id, CancellationToken.None);
        (sheet, refusal) = (found.Value, found.Refusal);
    }

    private async Task UploadAsync(InputFileChangeEventArgs upload)
    {
        fileFault = null;
        if (upload.File.Size > LargestFile)
        {
            fileFault = MapReviewText.TooLarge;
            return;
        }

        using var reader = new StreamReader(upload.File.OpenReadStream(LargestFile));
        yaml = await reader.ReadToEndAsync();
        await CheckAsync();
    }

    private async Task CheckAsync()
    {
        (map, faults, changes, refusal) = (null, [], [], null);
        fileFault = string.IsNullOrWhiteSpace(yaml) ? MapReviewText.NothingPasted : null;
        if (fileFault is not null)
        {
            return;
        }

        var read = await Desk.ReadMapAsync(actor, Id, yaml, CancellationToken.None);
        refusal = read.Refusal;
        if (read.Value is { } reading)
        {
            (map, faults, lines) = (reading.Map, reading.Faults, yaml.Split('\n'));
            changes = map is null ? [] : MapDifference.Between(sheet!.Map ?? DataSourceDesk.Empty(sheet.Description), DataSourceDesk.Whole(map, sheet.Description));
        }
    }

    private async Task ImportAsync()
    {
        refusal = await Desk.ImportMapAsync(actor, Id, yaml, sheet!.Version, CancellationToken.None);
        if (refusal is null)
        {
            Nav.NavigateTo($"/sources/{Id}/map/review");
        }
    }

    private string LineOf(MapFault fault)
    {
        var line = lines.ElementAtOrDefault((int)fault.Line - 1)?.Trim() ?? "";
        return line.Length > LongestLine ? line[..LongestLine] + "…" : line;
    }
}
