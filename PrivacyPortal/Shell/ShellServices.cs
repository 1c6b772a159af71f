using System.Globalization;
using Microsoft.AspNetCore.Localization;
using PrivacyPortal.Api;
using PrivacyPortal.Language;
using Radzen;

namespace PrivacyPortal.Shell;

/// <summary>The house around the slices: pages' host, layout, languages, headers, errors.</summary>
public static class ShellServices
{
    public static IServiceCollection AddShell(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuit.DetailedErrors = configuration.GetValue("DetailedErrors", false);
        });
        services.AddRadzenComponents();
        services.AddCascadingAuthenticationState();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"], timeout: TimeSpan.FromSeconds(5));
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.English);
            options.SupportedCultures = options.SupportedUICultures = [.. Languages.All, CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("fr")];
            options.ApplyCurrentCultureToResponseHeaders = true;
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "portal-antiforgery");
        return services;
    }

    public static void UseShell(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error", createScopeForErrors: true);
            app.UseHsts();
        }

        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization();
        app.Use(FormRefusal.AnswerAsync);
        app.UseApiErrors();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseIdempotency();
        app.UseAntiforgery();
    }

    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();

        // The header is ours (SecurityHeaders): frame-ancestors is in it.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
        app.MapAppearance();
    }
}
