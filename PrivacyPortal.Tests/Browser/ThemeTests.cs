using Microsoft.Playwright;
using PrivacyPortal.Tests.Demo;

namespace PrivacyPortal.Tests.Browser;

/// <summary>Light or dark: the system's until somebody chooses, then theirs.</summary>
[Collection(DemoCollection.Name)]
public sealed class ThemeTests(DemoPortal demo)
{
    private const string Light = "rgb(245, 247, 250)";
    private const string Dark = "rgb(13, 20, 32)";

    [Theory]
    [InlineData("light", null, Light)]
    [InlineData("dark", null, Dark)]
    [InlineData("light", "dark", Dark)]
    [InlineData("dark", "light", Light)]
    public async Task The_chosen_theme_goes_before_the_system_s(string system, string? chosen, string ground)
    {
        var page = await demo.OpenAsync(null, system);
        await page.GotoAsync(chosen is null ? "/sign-in" : $"/appearance/theme?value={chosen}&back=/sign-in");

        Assert.Equal(ground, await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        var other = page.GetByRole(AriaRole.Link, new() { Name = ground == Dark ? "Light mode" : "Dark mode" });
        await Assertions.Expect(other).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
