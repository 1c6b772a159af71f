using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Data;
using PrivacyPortal.Receipts;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Receipts;

public sealed class CheckPageTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Anybody_can_check_a_code_and_learns_nothing_about_the_person()
    {
        var issued = await IssueAsync();
        var page = await app.OpenAsync();
        await page.GotoAsync($"/check?code={issued.CheckCode}");
        var text = await page.InnerTextAsync("main");
        Assert.Contains("Genuine", text, StringComparison.Ordinal);
        Assert.Contains("Maison Exemple SAS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", text, StringComparison.Ordinal);
        await page.GotoAsync("/check?code=nonsense");
        Assert.Contains("No document has this code", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_uploaded_file_is_genuine_until_a_byte_is_changed()
    {
        var content = (await IssueAsync()).Content;
        var page = await app.OpenAsync(language: "fr-FR");
        Assert.Contains("Authentique", await UploadAsync(page, content), StringComparison.Ordinal);
        content[content.Length / 3] ^= 4;
        Assert.Contains("Ce fichier a été modifié", await UploadAsync(page, content), StringComparison.Ordinal);
        Assert.Contains("n’est pas un fichier PDF", await UploadAsync(page, [1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_not_handed_to_somebody_who_is_not_signed_in()
    {
        var issued = await IssueAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.BaseUrl) };
        var answer = await client.GetAsync($"/receipts/{issued.Id}.pdf");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_downloads_a_receipt_and_an_administrator_does_not()
    {
        var issued = await IssueAsync();
        using var auditor = await app.ClientAsAsync(TestPortal.Auditor);
        using var answer = await auditor.GetAsync($"/receipts/{issued.Id}.pdf");
        Assert.Equal("DSR-2026-000123-erasure.pdf", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal(issued.Content, await answer.Content.ReadAsByteArrayAsync());
        using var administrator = await app.ClientAsAsync(TestPortal.Admin);
        using var refused = await administrator.GetAsync($"/receipts/{issued.Id}.pdf");
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }

    private static async Task<string> UploadAsync(Microsoft.Playwright.IPage page, byte[] content)
    {
        await page.GotoAsync("/check");
        await page.SetInputFilesAsync("#file", new Microsoft.Playwright.FilePayload { Name = "receipt.pdf", MimeType = "application/pdf", Buffer = content });
        await page.ClickAsync("form[method=post] button");
        await page.WaitForSelectorAsync(".notice");
        return await page.InnerTextAsync("main");
    }

    private async Task<IssuedReceipt> IssueAsync()
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var issued = await app.Services.GetRequiredService<ReceiptIssuer>().IssueAsync(db, TestPortal.Dpo, SampleFacts.Erasure("en"), CancellationToken.None);
        await transaction.CommitAsync();
        return issued;
    }
}
