using System.Globalization;
using System.Net;
using PrivacyPortal.Access;
using PrivacyPortal.Tests.Requests;

namespace PrivacyPortal.Tests.Api;

public class DeadlineApiTests(ApiApp app) : IClassFixture<ApiApp>
{
    [Fact]
    public async Task Every_worked_example_comes_out_with_steps_that_end_on_its_day()
    {
        using var client = app.Client(Role.Auditor);
        foreach (var cell in ((IEnumerable<object[]>)DeadlineTests.Rows()).Select(row => ((string)row[0]).Split(',')).Where(cell => !cell[2].Contains('T', StringComparison.Ordinal)))
        {
            var suspended = cell[3].Length == 0 ? "" : $"&asked={cell[3]}&answered={cell[4]}";
            var extended = cell[5] is "3m" or "90d" ? "&extended=true" : "";
            using var answer = await client.GetAsync($"/api/v1/deadline?profile={cell[0]}&region={cell[1]}&received={cell[2]}{suspended}{extended}");
            var deadline = await ApiApp.JsonAsync(answer);
            var steps = deadline["steps"]!.AsArray();
            Assert.Equal((cell[6], cell[6]), ((string?)deadline["dueOn"], (string?)steps[^1]!["on"]));
            var received = DateOnly.Parse(cell[2], CultureInfo.InvariantCulture);
            Assert.Equal(cell[6], received.AddDays(steps.Sum(s => (int)s!["days"]!)).ToString("O", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task The_steps_are_told_in_the_callers_language()
    {
        using var client = app.Client(Role.Dpo, "fr");
        var deadline = await ApiApp.JsonAsync(await client.GetAsync("/api/v1/deadline?profile=eu&region=FR&received=2026-06-01&asked=2026-06-03&answered=2026-06-16"));
        Assert.Equal(("2026-07-01", "2026-07-15", 13), ((string?)deadline["strictOn"], (string?)deadline["dueOn"], (int?)deadline["suspendedDays"]));
        Assert.Equal(["Received", "Term", "Suspended", "DayOff", "Due"], deadline["steps"]!.AsArray().Select(s => (string?)s!["kind"]));
        Assert.Equal("Réponse due au plus tard le mercredi 15 juillet 2026.", (string?)deadline["steps"]![4]!["text"]);
    }

    [Theory]
    [InlineData("profile=us&received=2026-06-01", "profile")]
    [InlineData("profile=eu&region=XX&received=2026-06-01", "region")]
    [InlineData("profile=ch&received=2026-06-01&extended=true", "extended")]
    [InlineData("profile=eu&region=FR&received=2026-06-01&asked=2026-06-09&answered=2026-06-03", "answered")]
    [InlineData("profile=eu&region=FR&received=2026-06-01&asked=2026-05-09", "asked")]
    public async Task What_is_wrong_with_the_question_is_told(string query, string where)
    {
        using var client = app.Client(Role.Auditor);
        using var answer = await client.GetAsync($"/api/v1/deadline?{query}");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, where), (answer.StatusCode, (string?)(await ApiApp.JsonAsync(answer))["where"]));
    }
}
