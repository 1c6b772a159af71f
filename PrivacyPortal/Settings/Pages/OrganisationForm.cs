using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>What is being typed on the organisation's page.</summary>
internal sealed class OrganisationForm
{
    public string ControllerName { get; set; } = "";

    public string Address { get; set; } = "";

    public string Country { get; set; } = "";

    public string DpoName { get; set; } = "";

    public string DpoEmail { get; set; } = "";

    public string DpoPhone { get; set; } = "";

    public string DeputyName { get; set; } = "";

    public string DeputyEmail { get; set; } = "";

    public string AuthorityName { get; set; } = "";

    public string AuthorityAddress { get; set; } = "";

    public string AuthorityWebsite { get; set; } = "";

    public string Region { get; set; } = "";

    public string TimeZone { get; set; } = "";

    public string DeadlineProfile { get; set; } = "";

    public string Language { get; set; } = "";

    public long? AnnualTurnover { get; set; }

    /// <summary>What is offered where the country's own region has no table of holidays.</summary>
    public IReadOnlyList<string> Regions => HolidayRegions.All.Contains(Country) || Country.Length == 0 ? HolidayRegions.All : [Country, .. HolidayRegions.All];

    /// <summary>Names of what a letter or the clock cannot do without.</summary>
    public IEnumerable<Text> Missing => new (string Value, Text Name)[]
    {
        (ControllerName, OrganisationText.ControllerName), (Address, OrganisationText.Address), (DpoName, OrganisationText.DpoName),
        (DpoEmail, OrganisationText.DpoEmail), (AuthorityName, OrganisationText.AuthorityName),
    }.Where(f => string.IsNullOrWhiteSpace(f.Value)).Select(f => f.Name);

    public static OrganisationForm Of(OrganisationFacts facts)
    {
        var form = new OrganisationForm
        {
            ControllerName = facts.ControllerName, Address = facts.Address, Country = facts.Country, DpoName = facts.DpoName, DpoEmail = facts.DpoEmail,
            DpoPhone = facts.DpoPhone, DeputyName = facts.DeputyName, DeputyEmail = facts.DeputyEmail, AuthorityName = facts.AuthorityName,
            AuthorityAddress = facts.AuthorityAddress, AuthorityWebsite = facts.AuthorityWebsite, Region = facts.Region, TimeZone = facts.TimeZone,
            DeadlineProfile = facts.DeadlineProfile, Language = facts.Language, AnnualTurnover = facts.AnnualTurnover,
        };
        if (form.AuthorityName.Length == 0)
        {
            form.MoveTo(form.Country);
        }

        return form;
    }

    public OrganisationFacts Facts() => new(
        ControllerName.Trim(), Address.Trim(), Country, DpoName.Trim(), DpoEmail.Trim(), DpoPhone.Trim(), DeputyName.Trim(), DeputyEmail.Trim(),
        AuthorityName.Trim(), AuthorityAddress.Trim(), AuthorityWebsite.Trim(), Region, TimeZone, DeadlineProfile, Language, AnnualTurnover);

    /// <summary>Another country brings its usual authority, calendar and law; each can be changed after.</summary>
    public void MoveTo(string country)
    {
        Country = country;
        if (SupervisoryAuthorities.Of(country) is { } authority)
        {
            (AuthorityName, AuthorityAddress, AuthorityWebsite) = (authority.Name, "", authority.Website);
        }

        DeadlineProfile = country switch { "GB" => "uk", "CH" => "ch", "US" => "us-ca", "BR" => "br", _ => "eu" };
        Region = HolidayRegions.Serves(country, DeadlineProfile) ? country : Region;
        TimeZone = Countries.Find(country)?.TimeZone ?? TimeZone;
    }
}
