using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

public sealed partial class SignIn
{
    private bool failed;
    private bool isEmpty;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    /// <summary>Coming from a link to a new password.</summary>
    [SupplyParameterFromQuery]
    private bool Renewed { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private Credentials Input { get; set; } = default!;

    [Inject]
    private SignInDesk Desk { get; set; } = default!;

    [Inject]
    private IDbContextFactory<PortalDbContext> Contexts { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Credentials();
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity?.IsAuthenticated == true)
        {
            Nav.NavigateTo(LocalPath.Of(ReturnUrl));
            return;
        }

        await using var db = await Contexts.CreateDbContextAsync(Context.RequestAborted);
        isEmpty = !await AccountQueries.AnyUserAsync(db, Context.RequestAborted);
    }

    private async Task SubmitAsync()
    {
        var outcome = await Desk.PasswordAsync(Context, Input.Email ?? "", Input.Password ?? "", Context.RequestAborted);
        failed = outcome == SignInOutcome.Failed;
        if (!failed)
        {
            var path = LocalPath.Of(ReturnUrl);
            Nav.NavigateTo(outcome == SignInOutcome.Done ? path : $"/sign-in/code?returnUrl={Uri.EscapeDataString(path)}");
        }
    }

    private sealed class Credentials
    {
        public string? Email { get; set; }

        public string? Password { get; set; }
    }
}
