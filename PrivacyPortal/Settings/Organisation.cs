using System.Globalization;
using System.Text.Json.Serialization;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>
/// The controller whose portal this is: one row. Letters, receipts and the statutory clock need it, so that the administrator is led to it
/// until it is complete.
/// </summary>
public sealed class Organisation : IVersioned
{
    public int Id { get; init; } = 1;

    public OrganisationFacts Facts { get; private set; } = OrganisationFacts.Empty;

    /// <summary>When everything that is needed was first there.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    public int Version { get; set; }

    /// <summary>Keeps what was entered. Invalid unless the zone, region, profile and country are known ones; what is missing may follow later.</summary>
    public Refusal? Keep(OrganisationFacts facts, DateTimeOffset now)
    {
        if (facts.Problem is { } problem)
        {
            return problem;
        }

        Facts = facts;
        CompletedAt ??= facts.IsComplete ? now : null;
        return null;
    }
}

/// <summary>Who the controller is and where its law and its calendar are.</summary>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="Region">Whose public holidays count: a country code or a part of one, such as <c>FR-ALSACE-MOSELLE</c>.</param>
/// <param name="TimeZone">IANA name; the day on which something was received is a day there.</param>
/// <param name="DeadlineProfile">Which law's clock: <c>eu</c>, <c>uk</c>, <c>ch</c>, <c>us-ca</c>, <c>br</c>.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>: of what has no subject whose language is known.</param>
/// <param name="AnnualTurnover">Worldwide, of the year before, in euros; when given, the exposure of article 83 is shown as an amount.</param>
public sealed record OrganisationFacts(
    string ControllerName,
    string Address,
    string Country,
    string DpoName,
    string DpoEmail,
    string DpoPhone,
    string DeputyName,
    string DeputyEmail,
    string AuthorityName,
    string AuthorityAddress,
    string AuthorityWebsite,
    string Region,
    string TimeZone,
    string DeadlineProfile,
    string Language,
    long? AnnualTurnover)
{
    /// <summary>Nothing entered yet; the clock's choices stand on the general rule (GDPR, French calendar) so that dates can be shown.</summary>
    public static readonly OrganisationFacts Empty = new("", "", "FR", "", "", "", "", "", "", "", "", "FR", "Europe/Paris", "eu", "fr", null);

    /// <summary>Enough for a letter (controller, address, DPO's contact: art. 13(1)(a) and (b)) and for the right to complain (art. 12(4)).</summary>
    [JsonIgnore]
    public bool IsComplete => new[] { ControllerName, Address, Country, DpoName, DpoEmail, AuthorityName, Region, TimeZone, DeadlineProfile, Language }
        .All(fact => !string.IsNullOrWhiteSpace(fact)) && Problem is null;

    /// <summary>What cannot be kept at all.</summary>
    [JsonIgnore]
    public Refusal? Problem =>
        Countries.Knows(Country) && HolidayRegions.Serves(Region, DeadlineProfile) && DeadlineProfiles.All.Contains(DeadlineProfile)
        && TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _) && Language is "fr" or "en" && AnnualTurnover is null or >= 0
        && IsAddressOrEmpty(DpoEmail) && IsAddressOrEmpty(DeputyEmail)
            ? null
            : Refusal.Invalid;

    [JsonIgnore]
    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    [JsonIgnore]
    public CultureInfo Culture => Languages.Of(Language);

    /// <summary>The day that it is at the controller's at that instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The first instant of that day at the controller's, also where the clocks skip midnight or strike it twice.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        var offset = Zone.IsAmbiguousTime(midnight) ? Zone.GetAmbiguousTimeOffsets(midnight).Max() : Zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    private static bool IsAddressOrEmpty(string text) => text.Length == 0 || (text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1);
}

/// <summary>The laws whose clocks the portal knows; the codes are stored.</summary>
public static class DeadlineProfiles
{
    public static readonly IReadOnlyList<string> All = ["eu", "uk", "ch", "us-ca", "br"];
}
