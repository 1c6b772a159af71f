using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PrivacyPortal.Tests.Demo;

namespace PrivacyPortal.Tests.Browser;

/// <summary>
/// Every page of the demo: nothing for axe to find, nothing that runs out of the window, no error on the browser's console. With
/// <c>PORTAL_SCREENSHOTS</c> set, in each language, theme and width, and photographed into that folder.
/// </summary>
[Collection(DemoCollection.Name)]
public sealed partial class EveryPageTests(DemoPortal demo)
{
    /// <summary>Reached by nobody who follows links.</summary>
    private static readonly string[] Unlinked = ["/sign-in/code", "/sign-in/recovery", "/setup", "/invitation", "/not-found", "/error"];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private static string? Pictures => Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS");

    /// <summary>Two that have both languages, both themes and both widths between them; all eight for pictures.</summary>
    public static TheoryData<string, string, int> Views()
    {
        var views = new TheoryData<string, string, int> { { "en", "light", 1440 }, { "fr", "dark", 390 } };
        if (Pictures is not null)
        {
            views.Add("en", "light", 390);
            views.Add("en", "dark", 1440);
            views.Add("en", "dark", 390);
            views.Add("fr", "light", 1440);
            views.Add("fr", "light", 390);
            views.Add("fr", "dark", 1440);
        }

        return views;
    }

    [Fact]
    public async Task Every_page_is_reached_by_links()
    {
        var reached = (await new SiteMap(demo).WalkAsync()).Select(place => place.Template).ToHashSet();

        Assert.Empty(SiteMap.Templates.Where(template => !reached.Contains(template) && !Unlinked.Contains(template)));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_page_is_accessible_and_fits(string language, string theme, int width)
    {
        var faults = new List<string>();
        foreach (var person in (await new SiteMap(demo).WalkAsync()).GroupBy(place => place.Who))
        {
            var page = await demo.OpenAsync(person.Key, theme, language == "fr" ? "fr-FR" : "en-GB", width);
            await page.GotoAsync($"/appearance/language?value={language}&back=/sign-in");
            var place = "";
            page.Console += (_, message) =>
            {
                // A page about what is missing says so with its status, which the browser calls an error.
                if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
                {
                    faults.Add($"{place}: {message.Text}");
                }
            };
            var number = 0;
            foreach (var next in person)
            {
                place = $"{next.Path} as {next.Who ?? "nobody"}";
                await page.GotoAsync(next.Path);
                await SettleAsync(page);
                faults.AddRange(await FaultsAsync(page, place, width));
                if (Pictures is { } folder)
                {
                    var name = Unsafe().Replace(next.Template, "-").Trim('-');
                    var file = $"{next.Who ?? "public"}.{(name.Length == 0 ? "home" : name)}.{++number}.{language}.{theme}.{width}.png";
                    await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), FullPage = true });
                }
            }

            await page.Context.CloseAsync();
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults.Distinct()));
    }

    private static async Task<IEnumerable<string>> FaultsAsync(IPage page, string place, int width)
    {
        var found = (await page.RunAxe(Rules)).Violations
            .Select(violation => $"{place}: {violation.Id} ({violation.Nodes.Length}) {violation.Nodes[0].Html}").ToList();
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > width)
        {
            found.Add($"{place}: {wide} pixels wide in a window of {width}");
        }

        return found;
    }

    /// <summary>Until the circuit has drawn the page and what it loads is there.</summary>
    private static async Task SettleAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Unsafe();
}
