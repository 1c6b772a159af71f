using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Access;
using PrivacyPortal.Accounts;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Accounts;

/// <summary>A portal of desks with accounts, and what its console says.</summary>
internal sealed class AccountsPortal : IAsyncDisposable
{
    private AccountsPortal(TestPortal portal, List<string> console) => (Portal, Console) = (portal, console);

    public TestPortal Portal { get; }

    public List<string> Console { get; }

    public IServiceProvider Services => Portal.Get<IServiceProvider>();

    public AccountDesk Desk => Portal.Get<AccountDesk>();

    /// <summary>With an account for each of these actors.</summary>
    public static async Task<AccountsPortal> StartAsync(params Actor[] people)
    {
        var console = new List<string>();
        var portal = await TestPortal.StartAsync(services =>
        {
            services.AddSingleton<ConsoleLine>(console.Add);
            services.AddSingleton<IServer, SilentServer>();
            services.AddAccounts(new ConfigurationBuilder().Build());
        });
        foreach (var person in people)
        {
            await SignedIn.AccountAsync(portal.Get<IServiceProvider>(), person);
        }

        return new AccountsPortal(portal, console);
    }

    /// <summary>A call of its own, as each HTTP request has.</summary>
    public async Task<T> InScopeAsync<TDesk, T>(Func<TDesk, Task<T>> work)
        where TDesk : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDesk>());
    }

    public Task<PortalUser> ReadAsync(Actor actor) => SignedIn.ReadAsync(Services, actor);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private sealed class SilentServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
