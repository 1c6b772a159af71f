using System.Net;
using PrivacyPortal.Accounts;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Accounts;

/// <summary>The doors as HTTP sees them.</summary>
public class AccountDoorTests(AccountDoorTests.PatientApp app) : IClassFixture<AccountDoorTests.PatientApp>
{
    [Theory]
    [InlineData("/", "/sign-in")]
    [InlineData("/users", "/sign-in")]
    [InlineData("/audit/export.jsonl", "/sign-in")]
    [InlineData("/reports/requests.csv?from=2026-01-01&until=2026-12-31", "/sign-in")]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in(string path, string expected)
    {
        using var client = Client();
        Assert.Equal(expected, (await client.GetAsync(path)).Headers.Location?.AbsolutePath);
    }

    [Theory]
    [InlineData("/audit/export.jsonl")]
    [InlineData("/audit/export.csv")]
    [InlineData("/reports/audit.pdf?from=2026-01-01&until=2026-12-31")]
    [InlineData("/audit")]
    [InlineData("/dpo-appointments")]
    public async Task An_administrator_is_told_that_it_is_not_for_their_role(string path)
    {
        using var client = await app.ClientAsAsync(TestPortal.Admin);
        Assert.Equal("/no-access", (await client.GetAsync(path)).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/audit/export.jsonl", "application/jsonl")]
    [InlineData("/audit/export.csv", "text/csv")]
    [InlineData("/reports/requests.csv?from=2026-01-01&until=2026-12-31", "text/csv")]
    [InlineData("/reports/audit.pdf?from=2026-01-01&until=2026-12-31", "application/pdf")]
    public async Task An_auditor_downloads(string path, string type)
    {
        using var client = await app.ClientAsAsync(TestPortal.Auditor);
        var answer = await client.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, type, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/reports/7.pdf?from=2026-01-01&until=2026-12-31", HttpStatusCode.NotFound)]
    [InlineData("/reports/requests.csv?from=9990-01-01&until=9999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("/reports/settings.csv?from=0001-01-01&until=0002-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/audit/export.csv?from=0001-01-01&until=9999-12-31", HttpStatusCode.OK)]
    public async Task Nonsense_in_an_address_is_no_failure_of_the_portal(string path, HttpStatusCode expected)
    {
        using var client = await app.ClientAsAsync(TestPortal.Auditor);
        Assert.Equal(expected, (await client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_form_to_an_endpoint_without_its_token_is_refused_in_words()
    {
        using var client = await app.ClientAsAsync(TestPortal.Auditor);
        client.DefaultRequestHeaders.Add("Accept-Language", "fr");
        using var form = new FormUrlEncodedContent([new("at", "2026-11-20T00:00:00Z"), new("language", "fr")]);
        var answer = await client.PostAsync("/settings/attestation.pdf", form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("Ce formulaire", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/appearance/language?value=fr&back=%2Fusers", "/users")]
    [InlineData("/appearance/theme?value=dark&back=%2F%09%2Fevil.example", "/")]
    [InlineData("/appearance/theme?value=dark&back=https%3A%2F%2Fevil.example", "/")]
    public async Task Another_language_or_theme_leads_back_and_to_no_other_site(string path, string expected)
    {
        using var client = Client();
        Assert.Equal(expected, (await client.GetAsync(path)).Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/sign-in?returnUrl=%2Fusers")]
    [InlineData("/check")]
    public async Task Skipping_to_the_content_stays_on_the_page(string path)
    {
        using var client = Client();
        Assert.Contains($"class=\"skip-link\" href=\"{app.BaseUrl}{path}#main\"", await client.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_demo_sign_in_outside_the_demo()
    {
        using var client = Client();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/demo/sign-in/anything")).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_too_many_forms_are_too()
    {
        using var client = Client();
        client.DefaultRequestHeaders.Add("Accept-Language", "fr");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i <= PatientApp.Posts; i++)
        {
            using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.Email", "a@example.com"), new("Input.Password", "x")]);
            using var answer = await client.PostAsync("/sign-in", form);
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.StartsWith("Trop de tentatives", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.BadRequest, PatientApp.Posts), HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/sign-in")).StatusCode);
    }

    [Theory]
    [InlineData("/users", "/users")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData(null, "/")]
    public void Signing_in_leads_to_no_other_site(string? wish, string expected) => Assert.Equal(expected, LocalPath.Of(wish));

    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.BaseUrl) };

    /// <summary>Few forms a minute.</summary>
    public sealed class PatientApp : PortalApp
    {
        public const int Posts = 4;

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Accounts:PostsPerMinute", "4")];
    }
}
