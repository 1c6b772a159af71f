using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.Controls;
using PrivacyPortal.Data;
using PrivacyPortal.Language;

namespace PrivacyPortal.Accounts;

public sealed partial class ApiKeys : IDisposable
{
    private readonly CancellationTokenSource leave = new();
    private ApiKeysSheet? sheet;
    private Actor actor = Actor.Anonymous;
    private Refusal? refusal;
    private ApiKeyRow? asked;
    private Wish wish;
    private bool creating;
    private IssuedApiKey? issued;
    private IDisposable? subscription;

    private enum Wish
    {
        Agree,
        Decline,
        Revoke,
    }

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    [Inject]
    private ApiKeyQueries Queries { get; set; } = default!;

    [Inject]
    private ApiKeyDesk Desk { get; set; } = default!;

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

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
                if (change.Concerns(ApiKeyDesk.ChangeKind))
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

    private async Task ReadAsync() => sheet = (await Queries.SheetAsync(actor, leave.Token)).Value;

    private Task ShowAsync(IssuedApiKey made)
    {
        (issued, refusal) = (made, null);
        return ReadAsync();
    }

    private void Ask(ApiKeyRow key, Wish what) => (asked, wish, refusal) = (key, what, null);

    private async Task DoAsync()
    {
        if (asked is not { } key)
        {
            return;
        }

        asked = null;
        if (wish == Wish.Agree)
        {
            var confirmed = await Desk.ConfirmAsync(actor, key.Id, leave.Token);
            (issued, refusal) = (confirmed.Value, confirmed.Refusal);
        }
        else
        {
            refusal = await Desk.RevokeAsync(actor, key.Id, leave.Token);
        }

        await ReadAsync();
    }

    private static IEnumerable<Text> ScopesOf(ApiKeyRow key) => key.Scopes == ScopePermissions.AllFor(key.Role)
        ? [ApiKeyText.WholeRole]
        : ScopePermissions.For(key.Role).Where(scope => key.Scopes.HasFlag(scope)).Select(ApiKeyText.Of);

    private static Wish EndingOf(ApiKeyRow key) => key.State == ApiKeyState.Waiting ? Wish.Decline : Wish.Revoke;

    private static Tone ToneOf(ApiKeyState state) => state switch
    {
        ApiKeyState.Waiting => Tone.Warning,
        ApiKeyState.Active => Tone.Good,
        ApiKeyState.Expired or ApiKeyState.Orphaned or ApiKeyState.Revoked => Tone.Neutral,
    };

    private static Text NameOf(Wish wish) => wish switch
    {
        Wish.Agree => ApiKeyText.AgreeTo,
        Wish.Decline => ApiKeyText.DeclineThe,
        Wish.Revoke => ApiKeyText.RevokeThe,
    };

    private static Text ConsequenceOf(Wish wish) => wish switch
    {
        Wish.Agree => ApiKeyText.AgreeConfirm,
        Wish.Decline => ApiKeyText.DeclineConfirm,
        Wish.Revoke => ApiKeyText.RevokeConfirm,
    };
}
