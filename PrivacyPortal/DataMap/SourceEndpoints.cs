using System.Text;
using PrivacyPortal.Access;
using PrivacyPortal.DataMap.Yaml;

namespace PrivacyPortal.DataMap;

public static class SourceEndpoints
{
    public static void MapDataSources(this IEndpointRouteBuilder app) =>
        app.MapGet("/sources/{id:guid}/map.yaml", DownloadAsync).RequireAuthorization(nameof(Permission.ViewDataMap));

    /// <summary>A map as YAML: the draft, a version, or the one in force.</summary>
    private static async Task<IResult> DownloadAsync(Guid id, int? version, bool? draft, HttpContext context, DataSourceQueries queries, CancellationToken ct)
    {
        var actor = Actor.From(context.User);
        if ((await queries.SheetAsync(actor, id, ct)).Value is not { } sheet)
        {
            return Results.NotFound();
        }

        var map = draft == true ? sheet.Draft?.Map
            : version is { } earlier ? (await queries.VersionAsync(actor, id, earlier, ct)).Value?.ReadMap()
            : sheet.Map;
        return map is null
            ? Results.NotFound()
            : Results.File(Encoding.UTF8.GetBytes(MapYamlWriter.Write(map, sheet.Description.Name)), "application/yaml", FileName(sheet.Description.Name, draft == true ? "draft" : $"v{map.Version}"));
    }

    private static string FileName(string source, string which) =>
        string.Concat(source.Normalize(NormalizationForm.FormD).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-') + $"-map-{which}.yaml";
}
