using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.House;

/// <summary>Every page and endpoint asks for a permission, or is in this list of what is public.</summary>
public class DoorTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly HashSet<string> PublicPages = ["/not-found", "/error", "/setup", "/sign-in", "/sign-in/code", "/sign-in/recovery", "/invitation", "/check"];

    private static readonly HashSet<string> PublicEndpoints =
    [
        "/health/live", "/health/ready", "/openapi/v1.json", "/appearance/language", "/appearance/theme",
        "/_blazor", "/_blazor/negotiate", "/_blazor/disconnect", "/_blazor/initializers", "/_framework/opaque-redirect", "/{**path:file}",
    ];

    [Fact]
    public void Every_page_is_authorised_or_listed_as_public()
    {
        var open = Pages().Where(p => p.Type.IsDefined(typeof(AllowAnonymousAttribute)) || !p.Type.IsDefined(typeof(AuthorizeAttribute)))
            .Select(p => p.Route).Where(r => !PublicPages.Contains(r)).ToList();
        Assert.Empty(open);
    }

    [Fact]
    public void Every_endpoint_is_authorised_or_listed_as_public()
    {
        var pages = Pages().Select(p => Normal(p.Route)).ToHashSet();
        var open = app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null || e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(e => Normal(e.RoutePattern.RawText ?? ""))
            .Where(r => !pages.Contains(r) && !PublicEndpoints.Contains(r)).Distinct().ToList();
        Assert.Empty(open);
    }

    private static string Normal(string route) => "/" + route.Trim('/');

    private static IEnumerable<(Type Type, string Route)> Pages() => typeof(Program).Assembly.GetTypes()
        .SelectMany(t => t.GetCustomAttributes<RouteAttribute>().Select(r => (t, r.Template)));
}
