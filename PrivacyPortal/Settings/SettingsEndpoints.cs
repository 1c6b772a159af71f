using Microsoft.AspNetCore.Mvc;
using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

public static class SettingsEndpoints
{
    /// <summary><c>POST /settings/attestation.pdf</c>: a form, with an antiforgery token, because it issues a receipt.</summary>
    public static void MapSettings(this WebApplication app) =>
        app.MapPost("/settings/attestation.pdf", async (
            [FromForm] DateTimeOffset at, [FromForm] string? site, [FromForm] string language, HttpContext http, AttestationDesk desk, CancellationToken ct) =>
            (await desk.AttestAsync(Actor.From(http.User), at, Guid.TryParse(site, out var id) ? id : null, Languages.Of(language), ct)) switch
            {
                { Value: { } file } => Results.File(file.Content, "application/pdf", file.FileName),
                { Refusal: Refusal.Forbidden } => Results.Forbid(),
                { Refusal: Refusal.TooLate } => Results.BadRequest(),
                _ => Results.NotFound(),
            }).RequireAuthorization(nameof(Permission.ViewSettings));
}
