using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace PrivacyPortal.Accounts;

public sealed partial class MyAccount
{
    private PortalUser? user;
    private int codesLeft;
    private bool saved;
    private bool refused;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery]
    private bool Done { get; set; }

    [SupplyParameterFromForm(FormName = "profile")]
    private Profile Input { get; set; } = default!;

    [Inject]
    private OwnAccountDesk Desk { get; set; } = default!;

    [Inject]
    private SignInDesk SignIns { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        user = await Desk.FindAsync(Context.User);
        if (user is null)
        {
            return;
        }

        codesLeft = await Desk.RecoveryCodesLeftAsync(user);
        Input ??= new Profile { DisplayName = user.DisplayName, Language = user.Language };
        saved = Done && HttpMethods.IsGet(Context.Request.Method);
    }

    private async Task SaveAsync()
    {
        refused = await Desk.DescribeAsync(user!, Input.DisplayName ?? "", Input.Language ?? "", Context.RequestAborted) is not null;
        if (!refused)
        {
            await SignIns.IssueAsync(Context, user!);
            Nav.NavigateTo("/account?done=true");
        }
    }

    private async Task EndSessionsAsync()
    {
        await Desk.SignOutEverywhereAsync(user!, Context.RequestAborted);
        await Context.SignOutAsync(IdentityConstants.ApplicationScheme);
        Nav.NavigateTo("/sign-in");
    }

    private sealed class Profile
    {
        public string? DisplayName { get; set; }

        public string? Language { get; set; }
    }
}
