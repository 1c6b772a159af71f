using Microsoft.AspNetCore.Components;
using PrivacyPortal.Access;

namespace PrivacyPortal.Accounts;

public sealed partial class SetUp
{
    private bool open;
    private bool sent;
    private bool invalidEmail;
    private bool differs;
    private PasswordFault? fault;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? Token { get; set; }

    [SupplyParameterFromForm(FormName = "set-up")]
    private EnrolmentInput Input { get; set; } = default!;

    [Inject]
    private EnrolmentDesk Desk { get; set; } = default!;

    [Inject]
    private SignInDesk SignIns { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    protected override void OnInitialized()
    {
        Input ??= new EnrolmentInput();
        open = Desk.MaySetUp(Input.Token ?? Token);
    }

    private async Task SubmitAsync()
    {
        var email = Input.Email?.Trim() ?? "";
        (sent, invalidEmail, differs, fault) = (true, !InvitationDesk.IsEmail(email), Input.Differs, Input.FaultFor(email));
        if (invalidEmail || differs || fault is not null)
        {
            return;
        }

        var made = await Desk.SetUpAsync(Input.Token, email, Input.DisplayName ?? "", AccountLanguage.Current, Input.Password ?? "", Context.RequestAborted);
        if (made.Value is { } user)
        {
            await SignIns.EnterAsync(Context, user, "set-up-link", Context.RequestAborted);

            // The letters, receipts and the clock need to know whose portal this is.
            Nav.NavigateTo("/organisation");
        }
        else if (made.Refusal == Refusal.NotFound)
        {
            open = false;
        }
    }
}
