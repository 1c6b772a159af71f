using System.Reflection;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PrivacyPortal.Access;
using PrivacyPortal.Api;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Accounts;

public static class AccountServices
{
    /// <summary>Whoever is signed in, also while two-factor is still to be set up: for a person's own account pages only.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>The rate limit of forms that take secrets; a GET does not count.</summary>
    public const string FormLimit = "account-forms";

    /// <summary>
    /// Accounts, sign-in and one policy per <see cref="Permission"/>, named like it. Setting <c>Accounts:PostsPerMinute</c> (default 20) limits
    /// the account forms per address.
    /// </summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<ConsoleLine>(Console.Out.WriteLine);
        services.AddSingleton<FirstRun>();
        services.AddSingleton<DemoSignIn>();
        services.AddSingleton<PortalClaims>();
        services.AddSingleton<ApiKeyDesk>();
        services.AddSingleton<ApiKeyDoor>();
        services.AddSingleton<CallHashKey>(provider => () => provider.GetRequiredService<KeyVault>().KeyFor("api-call"));
        services.AddSingleton<ApiKeyQueries>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<AccountQueries>();
        services.AddScoped<InvitationDesk>();
        services.AddScoped<EnrolmentDesk>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<OwnAccountDesk>();
        services.AddScoped<AuthenticationStateProvider, LiveSession>();
        AddIdentity(services);
        AddCookies(services);
        AddPolicies(services);
        AddKeyRing(services);
        AddFormLimit(services, configuration.GetValue("Accounts:PostsPerMinute", 20));
        return services;
    }

    private static void AddIdentity(IServiceCollection services)
    {
        services.AddIdentityCore<PortalUser>(options =>
        {
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";
            // Length and obviousness are the rule (Passwords); kinds of characters are not.
            options.Password.RequiredLength = Passwords.MinLength;
            options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            options.Password.RequiredUniqueChars = 1;
        });
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.AddScoped<IUserStore<PortalUser>, PortalUserStore>();
        services.Replace(ServiceDescriptor.Scoped<IUserClaimsPrincipalFactory<PortalUser>>(provider => provider.GetRequiredService<PortalClaims>()));
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Name = "portal-session";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromHours(8);
                options.SlidingExpiration = true;
                options.LoginPath = "/sign-in";
                options.ReturnUrlParameter = "returnUrl";
                options.Events = new CookieAuthenticationEvents
                {
                    OnValidatePrincipal = SessionCheck.ValidateAsync,
                    OnRedirectToLogin = context => Lead(context, context.RedirectUri),
                    OnRedirectToAccessDenied = context => Lead(
                        context, context.HttpContext.User.HasClaim(c => c.Type == PortalClaims.MustSetUpTwoFactor) ? "/account/two-factor" : "/no-access"),
                };
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                options.Cookie.Name = "portal-second-step";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiRoutes.Scheme, null);
    }

    private static Task Lead(RedirectContext<CookieAuthenticationOptions> context, string address)
    {
        context.Response.Redirect(address);
        return Task.CompletedTask;
    }

    private static void AddPolicies(IServiceCollection services)
    {
        var policies = services.AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser()
                .RequireAssertion(c => Actor.From(c.User).Role is not null || IsOpenToAllSignedIn(c.Resource)).Build())
            .AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser())
            // What a key may do is asked by the desks; this names the one way in.
            .AddPolicy(ApiRoutes.Policy, policy => policy.AddAuthenticationSchemes(ApiRoutes.Scheme).RequireAuthenticatedUser());
        foreach (var permission in Enum.GetValues<Permission>())
        {
            policies.AddPolicy(permission.ToString(), policy => policy.RequireAuthenticatedUser().RequireAssertion(c => Actor.From(c.User).May(permission)));
        }
    }

    /// <summary>Whether the page names <see cref="SignedIn"/> beside the plain demand that all pages share.</summary>
    private static bool IsOpenToAllSignedIn(object? resource) => resource switch
    {
        HttpContext http => http.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy == SignedIn) == true,
        Microsoft.AspNetCore.Components.RouteData route => route.PageType.GetCustomAttributes<AuthorizeAttribute>(inherit: true).Any(a => a.Policy == SignedIn),
        _ => false,
    };

    private static void AddKeyRing(IServiceCollection services)
    {
        services.AddSingleton(new SealedThings("accountSecrets", AccountSecrets.TokensAsync));
        services.AddSingleton(new SealedThings("sessionKeys", AccountSecrets.KeyRingAsync));
        services.AddDataProtection().SetApplicationName("PrivacyPortal");
        services.AddSingleton<KeyRingRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyRingRepository, KeyVault>((options, repository, vault) =>
        {
            options.XmlRepository = repository;
            options.XmlEncryptor = new KeyRingEncryptor(vault);
        });

        // The first key is made by the first node alone: of two made at once, each node would know its own.
        services.AddSingleton(provider => new DatabasePreparation((_, _) =>
        {
            provider.GetRequiredService<IDataProtectionProvider>().CreateProtector("start").Protect([]);
            return Task.CompletedTask;
        }));
    }

    private static void AddFormLimit(IServiceCollection services, int postsPerMinute) => services.AddRateLimiter(limiter =>
    {
        limiter.AddPolicy(FormLimit, http => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            ? RateLimitPartition.GetNoLimiter("read")
            : RateLimitPartition.GetSlidingWindowLimiter("form/" + http.Connection.RemoteIpAddress, _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = postsPerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6,
            }));

        // Without a body the status-code page would run the same POST again.
        limiter.OnRejected = async (context, ct) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            if (ApiRoutes.Covers(context.HttpContext.Request))
            {
                await Problems.Of(ApiFault.TooManyRequests).ExecuteAsync(context.HttpContext);
                return;
            }

            context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            await context.HttpContext.Response.WriteAsync(AccountText.TooManyTries, ct);
        };
    });
}
