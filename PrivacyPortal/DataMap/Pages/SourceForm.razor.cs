using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.Language;
using PrivacyPortal.Settings;

namespace PrivacyPortal.DataMap;

public sealed partial class SourceForm
{
    private string name = "", owner = "", path = "", region = HostingRule.Eea;
    private string? callingCode, safeguard;
    private int? backupDays;
    private SourceKind kind;
    private ServerInput server = new();
    private HttpInput http = new();
    private bool readOnly, busy;
    private HostingPolicy policy;
    private ConnectionCheck? check;
    private Refusal? refusal;
    private IReadOnlyList<DescriptionFault> faults = [];

    /// <summary>The source to edit; null to add one.</summary>
    [Parameter]
    public SourceSheet? Sheet { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private DataSourceDesk Desk { get; set; } = default!;

    [Inject]
    private HostingRule Hosting { get; set; } = default!;

    [Inject]
    private OrganisationQueries Organisation { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    private SourceDescription Description => new SourceDescription(name, owner, region, safeguard, callingCode, backupDays).Trimmed();

    private SourceConnection Connection => kind switch
    {
        SourceKind.PostgreSql => new(null, readOnly) { Server = server.Address() },
        SourceKind.Http => new(null, readOnly) { Http = http.Address() },
        _ => new(path.Trim(), readOnly),
    };

    protected override async Task OnInitializedAsync()
    {
        policy = await Hosting.PolicyAsync(CancellationToken.None);
        if (Sheet is { } sheet)
        {
            (name, owner, region, safeguard, callingCode, backupDays) = sheet.Description;
            (kind, path, readOnly) = (sheet.Kind, sheet.Place?.Path ?? "", sheet.Place?.ReadOnly ?? false);
            server = sheet.Place?.Server is { } address ? new ServerInput(address) : server;
            http = sheet.Place?.Http is { } known ? new HttpInput(known) : http;
        }
        else if ((await Organisation.CurrentAsync(CancellationToken.None)).Facts.Country is { Length: 2 } country)
        {
            region = country;
        }
    }

    private Text? Error(DescriptionFault fault) => faults.Contains(fault) ? SourceText.Of(fault) : null;

    private async Task TestAsync()
    {
        busy = true;
        var actor = Actor.From((await State).User);
        var tested = Sheet is { } sheet ? await Desk.CheckAsync(actor, sheet.Id, Connection, CancellationToken.None) : await Desk.CheckAsync(actor, kind, Connection, CancellationToken.None);
        (check, refusal, busy) = (tested.Value, tested.Refusal, false);
    }

    private async Task SaveAsync()
    {
        (refusal, check) = (null, null);
        faults = Description.Faults();
        if (faults.Count > 0 || busy)
        {
            return;
        }

        busy = true;
        var actor = Actor.From((await State).User);
        var id = Sheet?.Id ?? Guid.Empty;
        if (Sheet is { } sheet)
        {
            refusal = await Desk.EditAsync(actor, id, Description, Connection == sheet.Place ? null : Connection, sheet.Version, CancellationToken.None);
        }
        else
        {
            var added = await Desk.AddAsync(actor, kind, Description, Connection, CancellationToken.None);
            (refusal, id) = (added.Refusal, added.Value);
        }

        busy = false;
        if (refusal is null)
        {
            Nav.NavigateTo($"/sources/{id}");
        }
        else if (refusal == Refusal.Invalid)
        {
            // The description was good, so it is the connection: say which cause.
            await TestAsync();
        }
    }
}
