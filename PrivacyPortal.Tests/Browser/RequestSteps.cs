using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PrivacyPortal.Tests.Browser;

/// <summary>What a DPO does on the pages of a request, with the mouse or by keyboard alone.</summary>
internal sealed partial class RequestSteps(IPage page, bool keyboard = false)
{
    // The machine may be busy with other tests: what is waited for is an event, never a pause.
    public static readonly LocatorAssertionsToBeVisibleOptions Patiently = new() { Timeout = 90_000 };

    public ILocator Dialog => page.GetByRole(AriaRole.Dialog);

    public async Task OpenAsync(string path)
    {
        page.SetDefaultTimeout(Patiently.Timeout!.Value);
        await page.GotoAsync(path);
        // What is clicked before the circuit listens is lost.
        await page.Locator("main[data-interactive]").WaitForAsync();
    }

    public async Task RecordAsync(string right, string name, string email)
    {
        await OpenAsync("/requests/new");
        await TickAsync(page.GetByRole(AriaRole.Checkbox, new() { Name = right }));
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("Value").FillAsync(email);
        await PressAsync("Record the request");
        await SeeAsync($"{right} for {name}");
    }

    /// <summary>Confirms the identity and has the sources searched; what was found is not there yet.</summary>
    public async Task AskSearchAsync(string certainty)
    {
        await PressAsync("Confirm the identity");
        await page.GetByLabel("Why you are certain").FillAsync(certainty);
        await AnswerAsync("Confirm the identity");
        await PressAsync("Search the data sources");
        await AnswerAsync("Start the search");
    }

    public async Task SearchAsync()
    {
        await AskSearchAsync("Named their last order.");
        await SeeAsync("Review the plan");
    }

    public async Task RunDryAsync()
    {
        await PressAsync("Confirm the plan");
        await PressAsync("Run the dry run");
        await AnswerAsync("Run the dry run");
        await Expect(page.GetByText("The dry run passed: this is what will change")).ToBeVisibleAsync(Patiently);
    }

    /// <summary>Decides to erase because consent was withdrawn, and sees it carried out and verified.</summary>
    public async Task EraseAsync()
    {
        await PressAsync("Decide");
        await ConfirmErasureAsync();
    }

    /// <summary>The same once the dialog is open.</summary>
    public async Task ConfirmErasureAsync()
    {
        var ground = Dialog.GetByLabel("The ground of the erasure");
        // By its first letters, as a keyboard chooses.
        await (keyboard ? ground.PressSequentiallyAsync("Consent") : ground.SelectOptionAsync("ConsentWithdrawn"));
        await TickAsync(Dialog.GetByRole(AriaRole.Checkbox));
        await AnswerAsync("Decide: erase");
        await SeeProofAsync();
    }

    public async Task SeeProofAsync(string verified = "Verified three ways")
    {
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = TellOrAnswer() })).ToBeVisibleAsync(Patiently);
        await FollowAsync("Proof and documents");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = verified, Exact = true })).ToBeVisibleAsync(Patiently);
    }

    /// <summary>Records that every recipient was told and the answer handed over.</summary>
    public async Task HandOverAsync(string outcome)
    {
        var untold = page.GetByText("not yet", new() { Exact = true });
        while (await untold.CountAsync() is > 0 and var open)
        {
            await ActAsync(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "not yet" }).First.GetByRole(AriaRole.Button));
            await AnswerAsync("Record it");
            await Expect(untold).ToHaveCountAsync(open - 1, new() { Timeout = Patiently.Timeout });
        }

        await PressAsync("Record that the answer was handed over");
        await AnswerAsync("Close the request");
        await SeeAsync($"Closed: {outcome}");
    }

    public Task SeeAsync(string heading) => Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync(Patiently);

    public Task PressAsync(string button) => ActAsync(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First);

    public Task AnswerAsync(string button) => ActAsync(Dialog.GetByRole(AriaRole.Button, new() { Name = button }));

    public Task FollowAsync(string link) => ActAsync(page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First);

    public Task TickAsync(ILocator box) => keyboard ? box.PressAsync("Space") : box.CheckAsync();

    /// <summary>The file behind the link.</summary>
    public async Task<byte[]> DownloadAsync(string name)
    {
        var file = await page.RunAndWaitForDownloadAsync(() => FollowAsync($"Download {name}"));
        return await File.ReadAllBytesAsync(await file.PathAsync());
    }

    /// <summary>The person's own copy, taken to hand it to them.</summary>
    public async Task<byte[]> TakeAnswerAsync(string name)
    {
        await PressAsync($"Download {name}");
        await Expect(Dialog.GetByRole(AriaRole.Radio, new() { Name = "To hand it to the person" })).ToBeCheckedAsync(new() { Timeout = Patiently.Timeout });
        var file = await page.RunAndWaitForDownloadAsync(() => AnswerAsync("Download"));
        return await File.ReadAllBytesAsync(await file.PathAsync());
    }

    private Task ActAsync(ILocator at) => keyboard ? at.PressAsync("Enter") : at.ClickAsync();

    [GeneratedRegex("^(Hand over the answer|Inform the recipients, then hand over the answer)$")]
    private static partial Regex TellOrAnswer();
}
