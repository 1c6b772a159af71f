using System.Globalization;
using PrivacyPortal.Access;
using PrivacyPortal.Api;

namespace PrivacyPortal.Requests;

/// <summary>A deadline worked out for whoever asks: for any key, since it tells of nobody.</summary>
/// <param name="Profile"><c>eu</c>, <c>uk</c>, <c>ch</c>, <c>us-ca</c> or <c>br</c>.</param>
/// <param name="StrictOn">The target: neither suspended nor rolled.</param>
/// <param name="FirstTermEndsOn">Until when an extension or a whole refusal may leave.</param>
/// <param name="AlertsOn">When the DPO is alerted.</param>
public sealed record DeadlineView(
    string Profile, string Region, DateOnly ReceivedOn, DateOnly DueOn, DateOnly StrictOn, DateOnly FirstTermEndsOn, int SuspendedDays,
    IReadOnlyList<DateOnly> AlertsOn, IReadOnlyList<DeadlineStepView> Steps);

public sealed record DeadlineStepView(DeadlineStepKind Kind, DateOnly On, int Days, string Text);

internal static class DeadlineEndpoints
{
    public static void MapDeadline(this RouteGroupBuilder api) => api.MapGet("/deadline", Answer)
        .Told("getDeadline", "Works out a deadline, step by step: due day, strict day, first term and alerts.")
        .WithDescription("asked and answered may be repeated, in pairs; the last asked may be without its answered: it is then counted until on (today when left out). "
            + "region: as in the organisation's facts, such as FR, FR-ALSACE-MOSELLE, DE or GB; it matters where days off move the day.")
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity).Produces<DeadlineView>();

    private static IResult Answer(
        string profile, DateOnly received, string? region, DateOnly[]? asked, DateOnly[]? answered, bool? extended, DateOnly? on, TimeProvider clock)
    {
        var (from, to, place) = (asked ?? [], answered ?? [], region ?? "");
        var today = on ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var wrong = DeadlineProfiles.Find(profile) is not { } law ? "profile"
            : DeadlineTerms.Of(law) is var terms && terms.Rolls && !Holidays.Regions.Contains(place) ? "region"
            : extended == true && terms.ExtendedTerm is null ? "extended"
            : from.Length - to.Length is not (0 or 1) || from.Zip(to).Any(p => p.Second < p.First) ? "answered"
            : from.Any(day => day < received) ? "asked"
            : null;
        if (wrong is not null)
        {
            return Problems.Of(Refusal.Invalid, "where", wrong);
        }

        var known = DeadlineProfiles.Find(profile)!.Value;
        var suspensions = from.Select((day, i) => Suspended(day, i < to.Length ? to[i] : null)).ToList();
        var deadline = Deadline.Of(known, place, received, suspensions, extended == true, today);
        var steps = DeadlineStep.Of(known, place, received, suspensions, extended == true, today);
        return TypedResults.Ok(new DeadlineView(
            profile, place, received, deadline.DueOn, deadline.StrictOn, deadline.FirstTermEndsOn, deadline.SuspendedDays, [.. deadline.Alerts()],
            [.. steps.Select(s => new DeadlineStepView(s.Kind, s.On, s.Days, s.In(CultureInfo.CurrentUICulture, place)))]));
    }

    private static Suspension Suspended(DateOnly asked, DateOnly? answered)
    {
        var suspension = new Suspension(SuspensionKind.Clarification, asked);
        if (answered is { } day)
        {
            suspension.End(day);
        }

        return suspension;
    }
}
