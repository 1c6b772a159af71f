using Microsoft.AspNetCore.Mvc;
using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Api;

/// <summary>
/// Refusals and faults as problem details (RFC 9457): a stable <c>code</c> for programs, title and detail for people in the language of
/// <c>Accept-Language</c>. The one place where a refusal becomes a status.
/// </summary>
public static class Problems
{
    public const string ContentType = "application/problem+json";

    public static IResult Of(Refusal refusal) => Of(refusal.ToString(), StatusOf(refusal), ApiText.TitleOf(refusal), ApiText.DetailOf(refusal));

    /// <summary>With what exactly is wrong, where a verb can say it.</summary>
    public static IResult Of(Refusal refusal, string name, object? facts) =>
        Of(refusal.ToString(), StatusOf(refusal), ApiText.TitleOf(refusal), ApiText.DetailOf(refusal), new() { [name] = facts });

    /// <param name="where">Which part of the call it is about, such as <c>$.rights[0]</c>; never a value.</param>
    public static IResult Of(ApiFault fault, string? where = null) =>
        Of(fault.ToString(), StatusOf(fault), ApiText.TitleOf(fault), ApiText.DetailOf(fault), where is null ? [] : new() { ["where"] = where });

    /// <summary>The refusal as a problem, else what the verb made.</summary>
    public static IResult Answer<T>(this Reply<T> reply, Func<T, IResult> made) => reply.Refusal is { } refusal ? Of(refusal) : made(reply.Value!);

    public static int StatusOf(Refusal refusal) => refusal switch
    {
        Refusal.NotFound => StatusCodes.Status404NotFound,
        Refusal.Forbidden or Refusal.SamePerson or Refusal.ExportDenied => StatusCodes.Status403Forbidden,
        Refusal.Stale => StatusCodes.Status412PreconditionFailed,
        Refusal.Invalid or Refusal.ReasonMissing => StatusCodes.Status422UnprocessableEntity,
        Refusal.WrongState or Refusal.IdentityUnverified or Refusal.PreflightFailed or Refusal.DataChanged or Refusal.UnderHold or Refusal.TooLate
            or Refusal.Duplicate or Refusal.Incomplete or Refusal.Separation or Refusal.Unlawful or Refusal.ApprovalMissing => StatusCodes.Status409Conflict,
    };

    public static int StatusOf(ApiFault fault) => fault switch
    {
        ApiFault.Unauthorized => StatusCodes.Status401Unauthorized,
        ApiFault.NoSuchPath => StatusCodes.Status404NotFound,
        ApiFault.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        ApiFault.Malformed or ApiFault.IdempotencyKeyInvalid => StatusCodes.Status400BadRequest,
        ApiFault.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        ApiFault.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ApiFault.PreconditionRequired => StatusCodes.Status428PreconditionRequired,
        ApiFault.IdempotencyKeyReused => StatusCodes.Status422UnprocessableEntity,
        ApiFault.IdempotencyInProgress or ApiFault.IdempotencyAnswerLost => StatusCodes.Status409Conflict,
        ApiFault.TooManyRequests => StatusCodes.Status429TooManyRequests,
        ApiFault.Unexpected => StatusCodes.Status500InternalServerError,
    };

    private static IResult Of(string code, int status, Text title, Text detail, Dictionary<string, object?>? facts = null)
    {
        var problem = new ProblemDetails { Type = $"urn:privacy-portal:problem:{code}", Title = title, Detail = detail, Status = status };
        problem.Extensions["code"] = code;
        foreach (var (name, fact) in facts ?? [])
        {
            problem.Extensions[name] = fact;
        }

        return TypedResults.Problem(problem);
    }
}
