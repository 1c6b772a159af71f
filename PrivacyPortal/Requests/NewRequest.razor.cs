using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PrivacyPortal.Access;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Language;

namespace PrivacyPortal.Requests;

/// <summary>Records a request that reached the controller outside the portal. Nothing typed is lost when the desk declines.</summary>
public sealed partial class NewRequest
{
    private static readonly RequestChannel[] Channels =
        [RequestChannel.Letter, RequestChannel.Email, RequestChannel.Phone, RequestChannel.InPerson, RequestChannel.Form, RequestChannel.Platform];

    private readonly HashSet<SubjectRight> rights = [];
    private readonly List<IdentityLine> identities = [new()];
    private string name = "";
    private string representative = "";
    private string address = "";
    private string message = "";
    private string language = Languages.IsFrench(System.Globalization.CultureInfo.CurrentUICulture) ? "fr" : "en";
    private RequestChannel channel = RequestChannel.Email;
    private DateOnly? receivedOn;
    private Deadline? clock;
    private IReadOnlyList<RequestRow> known = [];
    private bool tried;
    private bool saving;
    private string? failure;

    [CascadingParameter]
    private Task<AuthenticationState> State { get; set; } = default!;

    /// <summary>The controller's, given by the layout.</summary>
    [CascadingParameter]
    private TimeZoneInfo? Zone { get; set; }

    [Inject]
    private RequestDesk Desk { get; set; } = default!;

    [Inject]
    private RequestQueries Queries { get; set; } = default!;

    [Inject]
    private NavigationManager Nav { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    private DateOnly Today => Deadline.DayOf(Clock.GetUtcNow(), Zone ?? TimeZoneInfo.Utc);

    private DateOnly Earliest => SubjectRequest.EarliestReceipt(Today);

    private string? ReceivedFault => !tried ? null
        : receivedOn is not { } day || day > Today ? RequestFormText.ReceivedMissing
        : day < Earliest ? RequestFormText.ReceivedTooEarly.With(Long(Earliest))
        : null;

    private IReadOnlyList<Identity> Given =>
        [.. identities.Where(i => !string.IsNullOrWhiteSpace(i.Value) && i.FullKind.Length > 0).Select(i => new Identity(i.FullKind, i.Value.Trim()))];

    private string? IdentityFault => !tried ? null
        : Given.Count == 0 ? RequestFormText.IdentityMissing
        : Given.FirstOrDefault(i => i.Kind == IdentityKinds.Email && !i.Value.Contains('@', StringComparison.Ordinal)) is { } wrong ? RequestFormText.EmailMalformed.With(wrong.Value)
        : null;

    protected override async Task OnParametersSetAsync()
    {
        receivedOn ??= Today;
        await ClockAsync();
    }

    /// <summary>The due day that follows from the day of receipt, before anything is recorded.</summary>
    private async Task ClockAsync() =>
        clock = receivedOn is { } day && day >= Earliest && day <= Today ? await Queries.DeadlineOfAsync(day, CancellationToken.None) : null;

    private static string Long(DateOnly day) => day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.CurrentCulture);

    private bool Wrong(bool fault) => tried && fault;

    private void Choose(SubjectRight right, bool chosen) => _ = chosen ? rights.Add(right) : rights.Remove(right);

    /// <summary>Open requests of the same person, before a second one is recorded.</summary>
    private async Task LookUpAsync()
    {
        var actor = Actor.From((await State).User);
        var found = new List<RequestRow>();
        foreach (var identity in Given)
        {
            var page = await Queries.PageAsync(actor, new RequestFilter(identity.Value, Open: true), RequestSort.ReceivedOn, true, 0, 5, CancellationToken.None);
            found.AddRange(page.Value?.Rows ?? []);
        }

        known = [.. found.DistinctBy(r => r.Id)];
    }

    private async Task SaveAsync()
    {
        // A second click of a double one, while the first is at work or on its way to the new file.
        if (saving)
        {
            return;
        }

        tried = true;
        failure = null;
        if (rights.Count == 0 || string.IsNullOrWhiteSpace(name) || ReceivedFault is not null || IdentityFault is not null)
        {
            failure = RequestFormText.CheckFields;
            return;
        }

        saving = true;
        var subject = new SubjectFile(name.Trim(), Given, Trimmed(address), Trimmed(message), Trimmed(representative));
        var intake = new Intake([.. rights.Order()], channel, language, subject, receivedOn);
        var reply = await Desk.ReceiveAsync(Actor.From((await State).User), intake, CancellationToken.None);
        if (reply.Value is [var first, ..])
        {
            Nav.NavigateTo($"/requests/{first.Reference}");
            return;
        }

        saving = false;
        failure = reply.Refusal is Refusal.Incomplete ? RequestFormText.OrganisationMissing : RequestText.Of(reply.Refusal ?? Refusal.Invalid);
    }

    private static string? Trimmed(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>One line of the identities being typed.</summary>
    private sealed class IdentityLine
    {
        public string Id { get; } = Guid.NewGuid().ToString("n");

        public string Kind { get; set; } = IdentityKinds.Email;

        public string OwnKind { get; set; } = "";

        public string Value { get; set; } = "";

        /// <summary>A company's own kind is a kebab-case word, as in the map.</summary>
        public string FullKind => Kind.Length > 0 ? Kind : OwnKind.Trim().ToLowerInvariant().Replace(' ', '-');
    }
}
