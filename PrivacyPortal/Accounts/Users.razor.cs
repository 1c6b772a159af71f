using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Controls;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

public sealed partial class Users : IDisposable
{
    private readonly CancellationTokenSource leave = new();
    private UsersSheet? sheet;
    private Actor actor = Actor.Anonymous;
    private Refusal? refusal;
    private UserRow? chosen;
    private InvitationRow? leaving;
    private bool inviting;
    private IssuedInvitation? issued;
    private string issuedFor = "";
    private IDisposable? subscription;

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private AccountQueries Queries { get; set; } = default!;

    [Inject]
    private AccountDesk Desk { get; set; } = default!;

    [Inject]
    private InvitationDesk Invitations { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    public void Dispose()
    {
        subscription?.Dispose();
        leave.Cancel();
        leave.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        actor = Actor.From((await State).User);
        await ReadAsync();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            subscription = Feed.Subscribe(change =>
            {
                if (change.Concerns(AccountDesk.ChangeKind))
                {
                    _ = InvokeAsync(ReadAndShowAsync);
                }
            });
        }
    }

    private async Task ReadAndShowAsync()
    {
        if (!leave.IsCancellationRequested)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    private async Task ReadAsync() => sheet = (await Queries.UsersAsync(actor, leave.Token)).Value;

    private void StartInviting() => (inviting, refusal) = (true, null);

    private void ShowLink((string Name, IssuedInvitation Invitation) made) => (issuedFor, issued) = made;

    private async Task RenewAsync(InvitationRow invitation)
    {
        var renewed = await Invitations.RenewAsync(actor, invitation.Id, leave.Token);
        refusal = renewed.Refusal;
        if (renewed.Value is { } made)
        {
            ShowLink((invitation.DisplayName, made));
        }

        await ReadAsync();
    }

    private async Task CancelInvitationAsync()
    {
        refusal = leaving is null ? null : await Invitations.CancelAsync(actor, leaving.Id, leave.Token);
        leaving = null;
        await ReadAsync();
    }

    private async Task RequireAsync(Role role, bool required)
    {
        refusal = await Desk.RequireTwoFactorAsync(actor, role, required, leave.Token);
        await ReadAsync();
    }

    private async Task CloseUserAsync(Refusal? outcome)
    {
        (chosen, refusal) = (null, outcome);
        await ReadAsync();
    }

    private bool IsExpired(InvitationRow invitation) => invitation.ExpiresAt <= Clock.GetUtcNow();

    private string StateOf(InvitationRow invitation) =>
        IsExpired(invitation) ? AccountText.Expired
        : invitation.NeedsConfirmation ? AccountText.AwaitsDpo
        : invitation.RenewsPassword ? AccountText.NewPassword
        : AccountText.Waiting;

    private static string StateOf(UserRow user) =>
        !user.IsActive ? AccountText.Disabled : user.RestsUntil is not null ? AccountText.Resting : AccountText.Active;

    private static Tone ToneOf(UserRow user) => !user.IsActive ? Tone.Neutral : user.RestsUntil is not null ? Tone.Warning : Tone.Good;
}
