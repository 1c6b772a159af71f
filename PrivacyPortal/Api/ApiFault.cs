namespace PrivacyPortal.Api;

/// <summary>
/// Why a call of the API is declined before any verb sees it. Beside <see cref="Access.Refusal"/> these are the codes of its problems; the
/// names are stable.
/// </summary>
public enum ApiFault
{
    /// <summary>No key, or one that opens nothing.</summary>
    Unauthorized,
    NoSuchPath,
    MethodNotAllowed,

    /// <summary>The body or a parameter cannot be read.</summary>
    Malformed,
    UnsupportedMediaType,
    TooLarge,

    /// <summary><c>If-Match</c> is missing.</summary>
    PreconditionRequired,

    /// <summary><c>Idempotency-Key</c> is not 1 to 200 visible ASCII characters.</summary>
    IdempotencyKeyInvalid,

    /// <summary>The same <c>Idempotency-Key</c> came with another call.</summary>
    IdempotencyKeyReused,

    /// <summary>The first call with this <c>Idempotency-Key</c> is still under way.</summary>
    IdempotencyInProgress,

    /// <summary>It was done, and its answer was lost when the portal ended: read the resource.</summary>
    IdempotencyAnswerLost,
    TooManyRequests,

    /// <summary>A bug or an outage; the log says more.</summary>
    Unexpected,
}

/// <summary>Ends a call where its parameters are read, before its endpoint.</summary>
public sealed class ApiFaultException(ApiFault fault) : Exception(fault.ToString())
{
    public ApiFault Fault { get; } = fault;
}
