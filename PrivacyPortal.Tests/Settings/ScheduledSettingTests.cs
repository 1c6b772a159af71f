using Microsoft.Playwright;
using PrivacyPortal.Tests.Demo;

namespace PrivacyPortal.Tests.Settings;

/// <summary>What is published for a later day, on the page of the settings.</summary>
[Collection(DemoCollection.Name)]
public sealed class ScheduledSettingTests(DemoPortal demo)
{
    [Fact]
    public async Task A_value_that_starts_later_is_announced_with_its_day_and_called_nobody_s_draft()
    {
        var page = await demo.OpenAsync("dpo");
        await page.GotoAsync("/settings");

        var address = page.Locator(".setting").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "IP address", Exact = true }) });
        await Assertions.Expect(address.GetByText("The address is not kept.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.GetByText("With your draft:")).ToHaveCountAsync(0);
        await Assertions.Expect(address.GetByText("The address is kept without its last part.")).ToBeVisibleAsync();
        await Assertions.Expect(address.GetByRole(AriaRole.Combobox)).ToBeDisabledAsync();
        await Assertions.Expect(address.GetByRole(AriaRole.Combobox)).ToHaveValueAsync("truncated");
        await Assertions.Expect(address.Locator(".then .sees-label")).ToContainTextAsync("From ");
        await page.Context.CloseAsync();
    }
}
