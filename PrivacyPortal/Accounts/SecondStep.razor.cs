using Microsoft.AspNetCore.Components;

namespace PrivacyPortal.Accounts;

public sealed partial class SecondStep
{
    private bool failed;

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    [SupplyParameterFromForm(FormName = "second-step")]
    private Answer Input { get; set; } = default!;

    [Inject]
    private SignInDesk Desk { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    private bool IsRecovery => Context.Request.Path.StartsWithSegments("/sign-in/recovery");

    private string OtherWay => $"/sign-in/{(IsRecovery ? "code" : "recovery")}?returnUrl={Uri.EscapeDataString(LocalPath.Of(ReturnUrl))}";

    protected override async Task OnInitializedAsync()
    {
        Input ??= new Answer();
        if (!await Desk.IsHalfWayAsync(Context))
        {
            StartAgain();
        }
    }

    private async Task SubmitAsync()
    {
        var outcome = await Desk.CodeAsync(Context, Input.Code ?? "", IsRecovery, Context.RequestAborted);
        failed = outcome == SignInOutcome.Failed;
        if (outcome == SignInOutcome.Done)
        {
            Nav.NavigateTo(LocalPath.Of(ReturnUrl));
        }
        else if (outcome == SignInOutcome.Expired)
        {
            StartAgain();
        }
    }

    private void StartAgain() => Nav.NavigateTo($"/sign-in?returnUrl={Uri.EscapeDataString(LocalPath.Of(ReturnUrl))}");

    private sealed class Answer
    {
        public string? Code { get; set; }
    }
}
