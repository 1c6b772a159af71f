using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Settings;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Requests;

/// <summary>The whole portal with people who work in it, and sources whose steps end as <see cref="PagesSteps"/> says.</summary>
public sealed class PagesApp : PortalApp
{
    private const string Password = "correct horse battery staple 42";

    public Actor Dpo { get; private set; } = Actor.Anonymous;

    public Actor Deputy { get; private set; } = Actor.Anonymous;

    public RequestDesk Desk => Services.GetRequiredService<RequestDesk>();

    public RequestQueries Queries => Services.GetRequiredService<RequestQueries>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var scope = Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var first = await services.GetRequiredService<FirstRun>().OpenAsync(default);
        var administrator = Of(await services.GetRequiredService<EnrolmentDesk>().SetUpAsync(first, "anne@shop.example", "Anne Administrator", "en", Password, default)).ToActor();
        Dpo = await InviteAsync(services, administrator, "claire@shop.example", "Claire Dumas", Role.Dpo);
        Deputy = await InviteAsync(services, administrator, "marc@shop.example", "Marc Vasseur", Role.Dpo);
        await InviteAsync(services, administrator, "ines@shop.example", "Inès Cordier", Role.Auditor);
        var facts = OrganisationFacts.Empty with
        {
            ControllerName = "Shop SAS", Address = "1 rue du Port, Brest", DpoName = "Claire Dumas", DpoEmail = "claire@shop.example", AuthorityName = "CNIL",
        };
        Assert.Null(await services.GetRequiredService<OrganisationDesk>().KeepAsync(administrator, facts, 0, default));
    }

    /// <summary>A page of somebody who has signed in.</summary>
    public async Task<IPage> SignedInAsync(string email = "claire@shop.example", string? theme = null, string language = "en-GB", int width = 1440)
    {
        var page = await OpenAsync(theme, language, width);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("main button[type=submit]");
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        await page.GotoAsync($"/appearance/language?value={language}&back=/account");
        return page;
    }

    public async Task<RequestSheet> ReceiveAsync(SubjectRight right, string name, string email, int daysAgo = 3, string? message = null)
    {
        var subject = new SubjectFile(name, [new Identity("email", email)], Message: message);
        var day = DateOnly.FromDateTime(DateTime.UnixEpoch.AddTicks(Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcTicks - DateTime.UnixEpoch.Ticks)).AddDays(-daysAgo);
        var reply = await Desk.ReceiveAsync(Dpo, new Intake([right], RequestChannel.Email, "fr", subject, day), default);
        Assert.Null(reply.Refusal);
        return await SheetAsync(reply.Value![0].Reference);
    }

    public async Task<RequestSheet> SheetAsync(string reference) => Of(await Queries.SheetAsync(Dpo, reference, default));

    /// <summary>Identity confirmed and searched.</summary>
    public async Task<RequestSheet> InReviewAsync(SubjectRight right, string name, string email, int daysAgo = 3, string? message = null)
    {
        var sheet = await ReceiveAsync(right, name, email, daysAgo, message);
        Assert.Null(await Desk.ConfirmIdentityAsync(Dpo, sheet.Row.Id, sheet.Version, IdentityProof.KnownFact, "Named the last conversation.", default));
        sheet = await SheetAsync(sheet.Row.Reference);
        Assert.Null(await Desk.SearchAsync(Dpo, sheet.Row.Id, sheet.Version, default));
        return await UntilAsync(sheet.Row.Reference, RequestStatus.InReview);
    }

    public async Task<RequestSheet> UntilAsync(string reference, RequestStatus status)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await SheetAsync(reference) is var sheet && sheet.Row.Status == status)
            {
                return sheet;
            }

            await Task.Delay(50);
        }

        throw new TimeoutException($"{reference} did not come to {status}.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<SourceMapsReader>((_, _) => Task.FromResult<IReadOnlyList<RequestableSource>>(PagesSteps.Sources));
            services.AddHostedService<PagesSteps>();
        });
    }

    private static async Task<Actor> InviteAsync(IServiceProvider services, Actor administrator, string email, string name, Role role)
    {
        var desk = services.GetRequiredService<InvitationDesk>();
        var invitation = Of(await desk.InviteAsync(administrator, new NewInvitation(email, name, role), default))!;
        if (invitation.NeedsConfirmation)
        {
            var dpo = (await services.GetRequiredService<UserManager<PortalUser>>().FindByEmailAsync("claire@shop.example"))!.ToActor();
            invitation = Of(await desk.AgreeAsync(dpo, invitation.Id, default))!;
        }

        return Of(await services.GetRequiredService<EnrolmentDesk>().AcceptAsync(invitation.Token, name, "en", Password, default)).ToActor();
    }

    private static T Of<T>(Reply<T> reply)
    {
        Assert.Null(reply.Refusal);
        return reply.Value!;
    }
}
