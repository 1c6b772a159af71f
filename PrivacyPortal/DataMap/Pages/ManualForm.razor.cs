using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Connectors;
using PrivacyPortal.Language;
using PrivacyPortal.Settings;

namespace PrivacyPortal.DataMap;

/// <summary>Adds or edits a source kept by hand.</summary>
public sealed partial class ManualForm
{
    private string name = "", owner = "", region = "FR", holds = "", categories = "";
    private string? email, forAccess, forRectification, forErasure;
    private string user = "";
    private int? backupDays;
    private bool busy;
    private Refusal? refusal;
    private IReadOnlyList<DescriptionFault> faults = [];
    private IReadOnlyList<UserRow> users = [];

    /// <summary>The source to edit; null to add one.</summary>
    [Parameter]
    public SourceSheet? Sheet { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private DataSourceDesk Desk { get; set; } = default!;

    [Inject]
    private OrganisationQueries Organisation { get; set; } = default!;

    [Inject]
    private AccountQueries Accounts { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    private SourceDescription Description =>
        (Sheet?.Description ?? new SourceDescription("", "", "")) with { Name = name.Trim(), Owner = owner.Trim(), HostingRegion = region, BackupDays = backupDays };

    private ManualKeeping Keeping => new ManualKeeping(
        email, Guid.TryParse(user, out var id) ? id : null, holds, categories.Split([',', ';', ' ', '\n']), forAccess, forRectification, forErasure).Trimmed();

    protected override async Task OnInitializedAsync()
    {
        users = (await Accounts.UsersAsync(Actor.From((await State).User), CancellationToken.None)).Value?.Users.Where(u => u.IsActive && u.Role != Role.Auditor).ToList() ?? [];
        if (Sheet is { Keeping: { } keeping } sheet)
        {
            (name, owner, region, backupDays) = (sheet.Description.Name, sheet.Description.Owner, sheet.Description.HostingRegion, sheet.Description.BackupDays);
            (email, user, holds, categories) = (keeping.Email, keeping.UserId?.ToString() ?? "", keeping.Holds, string.Join(", ", keeping.Categories));
            (forAccess, forRectification, forErasure) = (keeping.ForAccess, keeping.ForRectification, keeping.ForErasure);
        }
        else if ((await Organisation.CurrentAsync(CancellationToken.None)).Facts.Country is { Length: 2 } country)
        {
            region = country;
        }
    }

    private Text? Error(DescriptionFault fault) => faults.Contains(fault) ? SourceText.Of(fault) : null;

    private async Task SaveAsync()
    {
        (refusal, faults) = (null, Description.Faults());
        if (faults.Count > 0 || busy)
        {
            return;
        }

        busy = true;
        var actor = Actor.From((await State).User);
        var (id, connection) = (Sheet?.Id ?? Guid.Empty, new SourceConnection { Keeping = Keeping });
        if (Sheet is { } sheet)
        {
            refusal = await Desk.EditAsync(actor, id, Description, connection, sheet.Version, CancellationToken.None);
        }
        else
        {
            var added = await Desk.AddAsync(actor, SourceKind.Manual, Description, connection, CancellationToken.None);
            (refusal, id) = (added.Refusal, added.Value);
        }

        busy = false;
        if (refusal is null)
        {
            Nav.NavigateTo($"/sources/{id}");
        }
    }
}
