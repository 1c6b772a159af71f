using Microsoft.AspNetCore.Components;
using PrivacyPortal.Access;

namespace PrivacyPortal.Accounts;

public sealed partial class AcceptInvitation
{
    private OpenInvitation? invitation;
    private bool sent;
    private bool differs;
    private PasswordFault? fault;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "accept")]
    private EnrolmentInput Input { get; set; } = default!;

    [Inject]
    private EnrolmentDesk Desk { get; set; } = default!;

    [Inject]
    private SignInDesk SignIns { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        Input ??= new EnrolmentInput();
        invitation = await Desk.FindAsync(Input.Token ?? Token, Context.RequestAborted);
        Input.DisplayName ??= invitation?.DisplayName;
    }

    private async Task SubmitAsync()
    {
        if (invitation is null)
        {
            return;
        }

        (sent, differs, fault) = (true, Input.Differs, Input.FaultFor(invitation.Email));
        if (differs || fault is not null)
        {
            return;
        }

        var made = await Desk.AcceptAsync(Input.Token, Input.DisplayName ?? "", AccountLanguage.Current, Input.Password ?? "", Context.RequestAborted);
        if (made.Value is not null && invitation.RenewsPassword)
        {
            // By the ordinary door, where two-factor is asked for.
            Nav.NavigateTo("/sign-in?renewed=true");
            return;
        }

        if (made.Value is { } user)
        {
            await SignIns.EnterAsync(Context, user, "invitation", Context.RequestAborted);
            Nav.NavigateTo("/");
            return;
        }

        // Used or withdrawn while the form was being filled in.
        invitation = made.Refusal == Refusal.NotFound ? null : await Desk.FindAsync(Input.Token, Context.RequestAborted);
    }
}
