using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PrivacyPortal.Tests.Demo;

namespace PrivacyPortal.Tests.Browser;

/// <summary>
/// Every page of the demo, each of its views, and what its disclosures hold: nothing for axe to find, nothing that runs out of the window,
/// no error on the browser's console. For time, in two of the eight combinations of language, theme and width, and without the dialogs; with
/// <c>PORTAL_SCREENSHOTS</c> set (<c>./test.sh screenshots</c>) in all eight, with each dialog opened, and photographed into that folder.
/// </summary>
[Collection(DemoCollection.Name)]
public sealed partial class EveryPageTests(DemoPortal demo)
{
    /// <summary>A disclosure that lies over the page while it is open: the page under it is looked at without it.</summary>
    private const string Menu = "details.more";

    /// <summary>Reached by nobody who follows links.</summary>
    private static readonly string[] Unlinked = ["/sign-in/code", "/sign-in/recovery", "/setup", "/invitation", "/not-found", "/error"];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    private static IReadOnlyList<Place>? places;

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
        var reached = (await PlacesAsync()).Select(place => place.Template).ToHashSet();

        Assert.Empty(SiteMap.Templates.Where(template => !reached.Contains(template) && !Unlinked.Contains(template)));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Every_page_is_accessible_and_fits(string language, string theme, int width)
    {
        var people = (await PlacesAsync()).GroupBy(place => place.Who);
        var faults = await Task.WhenAll(people.Select(person => LookAsync([.. person], person.Key, language, theme, width)));

        Assert.True(faults.All(some => some.Count == 0), string.Join(Environment.NewLine, faults.SelectMany(some => some).Distinct()));
    }

    /// <summary>Looks at what one person sees; several look at once.</summary>
    private async Task<List<string>> LookAsync(IReadOnlyList<Place> seen, string? who, string language, string theme, int width)
    {
        var faults = new List<string>();
        var page = await demo.OpenAsync(who, theme, language == "fr" ? "fr-FR" : "en-GB", width);
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
        var dialogs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var next in seen)
        {
            place = $"{next.Path} as {next.Who ?? "nobody"}";
            await OpenAsync(page, next.Path);
            faults.AddRange(await TooWideAsync(page, place, width));
            var name = Unsafe().Replace($"{next.Template} {next.View}", "-").Trim('-');
            var file = $"{next.Who ?? "public"}.{(name.Length == 0 ? "home" : name)}.{++number}.{language}.{theme}.{width}";
            if (Pictures is { } folder)
            {
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{file}.png"), FullPage = true });
            }

            await page.EvaluateAsync($"document.querySelectorAll('details:not({Menu})').forEach(details => details.open = true)");
            faults.AddRange(Faults(await page.RunAxe(Rules), place));
            await page.EvaluateAsync($"document.querySelectorAll('{Menu}').forEach(details => details.open = true)");
            if (await page.Locator(Menu).CountAsync() > 0)
            {
                faults.AddRange(Faults(await page.Locator(Menu).First.RunAxe(Rules), $"{place}, menu"));
            }

            faults.AddRange(await TooWideAsync(page, place, width));
            if (Pictures is { } album)
            {
                await foreach (var dialog in OpenDialogsAsync(page, next.Template, dialogs))
                {
                    faults.AddRange(Faults(await page.Locator("dialog[open]").RunAxe(Rules), $"{place}, {dialog}"));
                    await page.ScreenshotAsync(new() { Path = Path.Combine(album, $"{file}.{Unsafe().Replace(dialog, "-")}.png") });
                }
            }
        }

        await page.Context.CloseAsync();
        return faults;
    }

    private async Task<IReadOnlyList<Place>> PlacesAsync() => places ??= await new SiteMap(demo).WalkAsync();

    /// <summary>Opens each dialog of the page in turn, but none twice that this kind of page has shown before.</summary>
    private static async IAsyncEnumerable<string> OpenDialogsAsync(IPage page, string template, HashSet<string> known)
    {
        const string Openers = "button[aria-haspopup=dialog]";
        var names = await page.EvalOnSelectorAllAsync<string[]>(Openers, "buttons => buttons.map(button => button.textContent.trim() || 'details')");
        for (var i = 0; i < names.Length; i++)
        {
            if (!known.Add($"{template} {names[i]}"))
            {
                continue;
            }

            await page.EvaluateAsync($"document.querySelectorAll('{Openers}')[{i}].click()");
            await Assertions.Expect(page.Locator("dialog[open] .modal-body")).ToBeVisibleAsync();
            yield return names[i];
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        }
    }

    private static IEnumerable<string> Faults(AxeResult result, string place) =>
        result.Violations.Select(violation => $"{place}: {violation.Id} ({violation.Nodes.Length}) {violation.Nodes[0].Html} {string.Join(" ", Beside(violation.Nodes[0]))}");

    /// <summary>What axe has to say of one place: why, and which others are in it.</summary>
    private static IEnumerable<string> Beside(AxeResultNode node) =>
        node.Any.Concat(node.All).Concat(node.None).Select(check => $"{check.Message} [{string.Join(", ", check.RelatedNodes.Select(other => other.Html))}]");

    private static async Task<IEnumerable<string>> TooWideAsync(IPage page, string place, int width)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        return wide > width ? [$"{place}: {wide} pixels wide in a window of {width}"] : [];
    }

    /// <summary>Until the page is loaded and, where it has one, its circuit has drawn it.</summary>
    private static async Task OpenAsync(IPage page, string path)
    {
        var answer = await page.GotoAsync(path);
        if ((await answer!.TextAsync()).Contains("<!--Blazor:{\"type\":\"server\"", StringComparison.Ordinal))
        {
            await page.Locator("main[data-interactive]").WaitForAsync();
        }

        await Assertions.Expect(page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex Unsafe();
}
