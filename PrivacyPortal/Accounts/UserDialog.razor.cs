using Microsoft.AspNetCore.Components;
using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Accounts;

public sealed partial class UserDialog
{
    private Wish? wish;
    private Role role;
    private Guid? shown;

    private enum Wish
    {
        ChangeRole,
        SignOutEverywhere,
        PasswordLink,
        ResetTwoFactor,
        Disable,
        Enable,
    }

    /// <summary>Whose account; null while the dialog is closed.</summary>
    [Parameter]
    public UserRow? User { get; set; }

    [Parameter, EditorRequired]
    public Actor Actor { get; set; } = default!;

    /// <summary>Told when it is over, with why not if it was declined.</summary>
    [Parameter]
    public EventCallback<Refusal?> Closed { get; set; }

    /// <summary>Told with the name when a link was made.</summary>
    [Parameter]
    public EventCallback<(string Name, IssuedInvitation Invitation)> Issued { get; set; }

    [Inject]
    private InvitationDesk Invitations { get; set; } = default!;

    [Inject]
    private AccountDesk Desk { get; set; } = default!;

    protected override void OnParametersSet()
    {
        if (User?.Id != shown)
        {
            (shown, wish, role) = (User?.Id, null, User?.Role ?? Role.Auditor);
        }
    }

    private Task CancelAsync() => Closed.InvokeAsync(null);

    private async Task ApplyAsync()
    {
        if (User is not { } user || wish is not { } chosen)
        {
            return;
        }

        var ct = CancellationToken.None;
        var refusal = chosen switch
        {
            Wish.ChangeRole => await Desk.ChangeRoleAsync(Actor, user.Id, role, ct),
            Wish.SignOutEverywhere => await Desk.SignOutEverywhereAsync(Actor, user.Id, ct),
            Wish.PasswordLink => await IssueAsync(user, ct),
            Wish.ResetTwoFactor => await Desk.ResetTwoFactorAsync(Actor, user.Id, ct),
            Wish.Disable => await Desk.DisableAsync(Actor, user.Id, ct),
            Wish.Enable => await Desk.EnableAsync(Actor, user.Id, ct),
        };
        await Closed.InvokeAsync(refusal);
    }

    private async Task<Refusal?> IssueAsync(UserRow user, CancellationToken ct)
    {
        var made = await Invitations.IssuePasswordLinkAsync(Actor, user.Id, ct);
        if (made.Value is { } issued)
        {
            await Issued.InvokeAsync((user.DisplayName, issued));
        }

        return made.Refusal;
    }

    private static IEnumerable<Wish> Choices(UserRow user) => user.IsActive
        ? Enum.GetValues<Wish>().Where(wish => wish != Wish.Enable && (wish != Wish.ResetTwoFactor || user.TwoFactor))
        : [Wish.Enable];

    private static Text NameOf(Wish wish) => wish switch
    {
        Wish.ChangeRole => AccountText.ChangeRole,
        Wish.SignOutEverywhere => AccountText.SignOutEverywhere,
        Wish.PasswordLink => AccountText.PasswordLink,
        Wish.ResetTwoFactor => AccountText.ResetTwoFactor,
        Wish.Disable => AccountText.Disable,
        Wish.Enable => AccountText.Enable,
    };

    private static Text ConsequenceOf(Wish wish) => wish switch
    {
        Wish.ChangeRole => AccountText.ChangeRoleNote,
        Wish.SignOutEverywhere => AccountText.SignOutConfirm,
        Wish.PasswordLink => AccountText.PasswordLinkConfirm,
        Wish.ResetTwoFactor => AccountText.ResetTwoFactorConfirm,
        Wish.Disable => AccountText.DisableConfirm,
        Wish.Enable => AccountText.EnableConfirm,
    };
}
