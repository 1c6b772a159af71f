using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PrivacyPortal.Accounts;
using PrivacyPortal.Data;
using PrivacyPortal.Language;

namespace PrivacyPortal.Demo;

/// <summary>
/// <c>demo</c>: serves the portal of an invented company. Its services are added to the portal's own, so that nothing of the demo is there when
/// the portal serves for real.
/// </summary>
public static class DemoVerb
{
    public const string Name = "demo";

    /// <summary>Moves the default data folder; the environment and the command line still come first. The demo's database is in it, whatever is set.</summary>
    public static void ChooseFolder(ConfigurationManager configuration)
    {
        configuration["Database:Provider"] = nameof(DatabaseProvider.Sqlite);
        var sources = ((IConfigurationBuilder)configuration).Sources;
        var files = sources.ToList().FindLastIndex(source => source is JsonConfigurationSource);
        sources.Insert(files + 1, new MemoryConfigurationSource { InitialData = [new("DataFolder", DemoFolder.Default)] });
    }

    public static IServiceCollection AddDemo(this IServiceCollection services)
    {
        services.AddSingleton(new DemoClock(TimeProvider.System));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<DemoClock>()));
        services.AddSingleton<DemoFolder>();
        services.AddScoped<DemoPeople>();
        services.AddScoped<DemoKeys>();
        services.AddScoped<DemoOrganisation>();
        services.AddScoped<DemoSource>();
        services.AddScoped<DemoSettings>();
        services.AddScoped<DemoSteps>();
        services.AddScoped<DemoDesk>();
        services.AddScoped<DemoRequests>();
        services.AddScoped<DemoPast>();
        return services;
    }

    /// <summary>Invents the company when it is not there yet. False, with its reason on the console, where the folder is not the demo's.</summary>
    public static async Task<bool> PrepareAsync(this WebApplication app, CancellationToken ct)
    {
        var console = app.Services.GetRequiredService<ConsoleLine>();
        var folder = app.Services.GetRequiredService<DemoFolder>();
        if (folder.IsSomebodys)
        {
            var path = app.Services.GetRequiredService<DataFolder>().Path;
            console(DemoText.Somebodys.Format(Languages.English, path));
            console(DemoText.Somebodys.Format(Languages.French, path));
            return false;
        }

        if (!folder.IsReady)
        {
            console($"{DemoText.Inventing.En}{Environment.NewLine}{DemoText.Inventing.Fr}");
            folder.Begin();
            await app.Services.GetRequiredService<DatabaseStart>().RunAsync(ct);
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DemoPast>().LiveAsync(ct);
            folder.Finish(TimeProvider.System.GetUtcNow());
        }

        return true;
    }

    /// <summary>The sign-in links, on the console and, with API keys, in <c>demo.json</c>, once the server listens.</summary>
    public static void MapDemo(this WebApplication app)
    {
        app.MapDemoSignIn();
        app.Lifetime.ApplicationStarted.Register(() => _ = AnnounceAsync(app));
    }

    private static async Task AnnounceAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var links = await scope.ServiceProvider.GetRequiredService<DemoPeople>().LinksAsync(app.Services.GetRequiredService<FirstRun>().Address());
        var keys = await scope.ServiceProvider.GetRequiredService<DemoKeys>().KeysAsync(app.Lifetime.ApplicationStopping);
        app.Services.GetRequiredService<DemoFolder>().WriteSignInFile(links, keys);
        var lines = links.Select(link => $"    {link.Key,-14} {link.Value}");
        app.Services.GetRequiredService<ConsoleLine>()(string.Join(
            Environment.NewLine, ["", DemoText.Ready.En, DemoText.Ready.Fr, "", .. lines, ""]));
    }
}
