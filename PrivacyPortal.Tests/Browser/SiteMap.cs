using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.WebUtilities;
using PrivacyPortal.Tests.Demo;

namespace PrivacyPortal.Tests.Browser;

/// <summary>A page as one of the demo's people sees it; nobody's when <paramref name="Who"/> is null.</summary>
/// <param name="View">Which view of the page the query asks for, such as <c>tab=plan</c>; empty for the first.</param>
public sealed record Place(string Template, string View, string Path, string? Who);

/// <summary>Finds the portal's pages by following its links as each role, so that a new page is looked at without being told of.</summary>
public sealed partial class SiteMap(DemoPortal demo)
{
    /// <summary>Of a page with a parameter so many are looked at: they differ with the state of what they show.</summary>
    private const int Variety = 4;

    /// <summary>What a query names to open another view of a page: a tab, a report, the settings of a site or of a country.</summary>
    private static readonly string[] ViewNames = ["tab", "kind", "view", "site", "country"];

    private static readonly string[] Doors =
        ["/", "/sign-in", "/sign-in/code", "/sign-in/recovery", "/setup?token=none", "/invitation?token=none", "/check", "/no-access", "/not-found", "/error", "/account"];

    private static readonly List<(string Template, Regex Pattern)> Routes =
    [
        .. typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
            .Select(route => (route.Template, Pattern(route.Template))).OrderBy(route => IsVaried(route.Template)),
    ];

    public static IEnumerable<string> Templates => Routes.Select(route => route.Template);

    public async Task<IReadOnlyList<Place>> WalkAsync()
    {
        var places = new List<Place>();
        foreach (var who in (string?[])[null, "dpo", "administrator", "auditor"])
        {
            await WalkAsync(who, places);
        }

        return places;
    }

    private async Task WalkAsync(string? who, List<Place> places)
    {
        using var sockets = new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true };
        using var visitor = new HttpClient(sockets) { BaseAddress = new Uri(demo.BaseUrl) };
        if (who is not null)
        {
            await visitor.GetStringAsync(demo.Links[who]);
        }

        var taken = new Dictionary<string, int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(Doors);
        while (open.TryDequeue(out var path))
        {
            if (!seen.Add(path) || TemplateOf(path) is not { } template)
            {
                continue;
            }

            var view = ViewOf(path);
            var place = $"{template} {view}";
            if (taken.GetValueOrDefault(place) >= (view.Length == 0 && IsVaried(template) ? Variety : 1))
            {
                continue;
            }

            using var answer = await visitor.GetAsync(path);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html" || TemplateOf(answer.RequestMessage!.RequestUri!.AbsolutePath) != template
                || (answer.StatusCode != HttpStatusCode.OK && template is not ("/not-found" or "/error")))
            {
                continue;
            }

            taken[place] = taken.GetValueOrDefault(place) + 1;
            if (!places.Exists(other => other.Template == template && other.View == view && other.Who != who))
            {
                places.Add(new Place(template, view, path, who));
            }

            foreach (Match link in Link().Matches(await answer.Content.ReadAsStringAsync()))
            {
                var target = new Uri(new Uri(demo.BaseUrl), WebUtility.HtmlDecode(link.Groups[1].Value));
                if (target.GetLeftPart(UriPartial.Authority) == demo.BaseUrl)
                {
                    open.Enqueue(target.PathAndQuery);
                }
            }
        }
    }

    private static bool IsVaried(string template) => template.Contains('{', StringComparison.Ordinal);

    /// <summary>A site or a country is a view by its kind; a tab or a report by its name.</summary>
    private static string ViewOf(string pathAndQuery) => string.Join('&', QueryHelpers.ParseQuery(pathAndQuery.Split('?').ElementAtOrDefault(1))
        .Where(pair => ViewNames.Contains(pair.Key, StringComparer.OrdinalIgnoreCase))
        .Select(pair => pair.Key is "site" or "country" ? pair.Key : $"{pair.Key}={pair.Value}"));

    private static string? TemplateOf(string pathAndQuery)
    {
        var path = pathAndQuery.Split('?')[0];
        path = path.Length > 1 ? path.TrimEnd('/') : path;
        return Routes.Find(route => route.Pattern.IsMatch(path)).Template;
    }

    /// <summary>A parameter takes one segment, and as much of it as its constraint would.</summary>
    private static Regex Pattern(string template)
    {
        var segments = RoutePatternFactory.Parse(template).PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => Regex.Escape(literal.Content),
            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") => "[0-9a-fA-F-]{32,36}",
            RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "int") => "[0-9]+",
            _ => "[^/]+",
        })));
        return new Regex("^/" + string.Join('/', segments) + "$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    [GeneratedRegex("<a [^>]*href=\"([^\"#]+)[\"#]")]
    private static partial Regex Link();
}
