using Microsoft.AspNetCore.Components;

namespace PrivacyPortal.Accounts;

public sealed partial class MyTwoFactor
{
    private PortalUser? user;
    private bool demanded;
    private bool wrong;
    private string key = "";
    private QrPicture qr = new(0, "");
    private IReadOnlyList<string> codes = [];

    [CascadingParameter]
    private HttpContext Context { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "start")]
    private Proof Start { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "renew")]
    private Proof Renew { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "stop")]
    private Proof Stop { get; set; } = default!;

    [Inject]
    private OwnAccountDesk Desk { get; set; } = default!;

    [Inject]
    private SignInDesk SignIns { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        (Start, Renew, Stop) = (Start ?? new Proof(), Renew ?? new Proof(), Stop ?? new Proof());
        user = await Desk.FindAsync(Context.User);
        if (user is null)
        {
            return;
        }

        demanded = await Desk.MustHaveTwoFactorAsync(user, Context.RequestAborted);
        await ShowKeyAsync();
    }

    private async Task StartAsync()
    {
        var started = await Desk.StartTwoFactorAsync(user!, Start.Code ?? "", Context.RequestAborted);
        (codes, wrong) = (started.Value ?? [], started.Refusal is not null);
        if (!wrong)
        {
            await SignIns.IssueAsync(Context, user!);
        }
    }

    private async Task RenewAsync()
    {
        var renewed = await Desk.RenewRecoveryCodesAsync(user!, Renew.Password ?? "", Context.RequestAborted);
        (codes, wrong) = (renewed.Value ?? [], renewed.Refusal is not null);
    }

    private async Task StopAsync()
    {
        wrong = await Desk.StopTwoFactorAsync(user!, Stop.Password ?? "", Context.RequestAborted) is not null;
        if (!wrong)
        {
            await SignIns.IssueAsync(Context, user!);
            await ShowKeyAsync();
        }
    }

    private async Task ShowKeyAsync()
    {
        if (!user!.TwoFactorEnabled)
        {
            key = await Desk.TwoFactorKeyAsync(user);
            qr = QrPicture.Of(Totp.UriFor(key, user.Email ?? "", "PrivacyPortal"));
        }
    }

    private sealed class Proof
    {
        public string? Code { get; set; }

        public string? Password { get; set; }
    }
}
