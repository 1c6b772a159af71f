namespace PrivacyPortal.Connectors.Http;

/// <summary>
/// What an interface over HTTP offers, as a person declared it: its resources are the source's tables, their fields its columns. What is not
/// declared does not exist for the portal; nothing is guessed from an answer.
/// </summary>
public sealed record HttpDeclaration
{
    /// <summary>The system's name and version, in whoever declared it's words.</summary>
    public string? Product { get; init; }

    /// <summary>What every template may name beside the values sought: <c>{account}</c>.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public HttpAuthentication Authentication { get; init; } = new(HttpSignIn.None);

    /// <summary>Sent with every call.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public HttpPace Pace { get; init; } = new();

    /// <summary>A harmless call that must succeed before anything else is asked: whether the address, the secret and the rights are good.</summary>
    public HttpCall? Check { get; init; }

    public IReadOnlyList<HttpResource> Resources { get; init; } = [];

    public HttpResource? Find(string resource) => Resources.FirstOrDefault(r => r.Name == resource);
}

public enum HttpSignIn
{
    None,
    Bearer,
    Basic,
    ApiKey,

    /// <summary>OAuth 2.0 client credentials (RFC 6749, section 4.4).</summary>
    ClientCredentials,
}

/// <param name="Header">For <see cref="HttpSignIn.ApiKey"/>: the header that carries the key. Never the address, which is logged on the way.</param>
/// <param name="User">For <see cref="HttpSignIn.Basic"/> the user name, for <see cref="HttpSignIn.ClientCredentials"/> the client.</param>
/// <param name="TokenAddress">For <see cref="HttpSignIn.ClientCredentials"/>: where a token is asked for, whole.</param>
public sealed record HttpAuthentication(HttpSignIn Kind, string? Header = null, string? User = null, string? TokenAddress = null, string? Scope = null);

/// <param name="Timeout">Seconds that one call may take, its answer read.</param>
/// <param name="PerMinute">At most so many calls a minute; null: as fast as it answers.</param>
/// <param name="AnswerMiB">Longest answer that is read.</param>
/// <param name="Settles">Seconds that an erased row may still be found, where the system erases in the background.</param>
public sealed record HttpPace(int Timeout = 30, int? PerMinute = null, int AnswerMiB = 16, int Settles = 30);

/// <param name="Path">Under the base address, with its query, as a template.</param>
/// <param name="Body">JSON as a template; null: none.</param>
public sealed record HttpCall(string Method, CallTemplate Path, CallTemplate? Body = null)
{
    /// <summary>Without a value of anybody: for proofs.</summary>
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>A kind of thing that the interface hands out.</summary>
public sealed record HttpResource
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Key { get; init; }

    public required IReadOnlyList<HttpField> Fields { get; init; }

    public required IReadOnlyList<HttpFind> Finds { get; init; }

    public HttpCall? Rectify { get; init; }

    public HttpCall? Erase { get; init; }

    /// <summary>The reference whose target takes these rows with it when it is erased; no call is needed then.</summary>
    public string? ErasedWith { get; init; }

    public HttpField? Find(string field) => Fields.FirstOrDefault(f => f.Name == field);

    /// <summary>The declared call that answers a lookup by these columns, by as many of them as there is a call for.</summary>
    public HttpFind? FindBy(IReadOnlyCollection<string> columns) =>
        Finds.Where(f => f.By.Count > 0 && f.By.All(columns.Contains)).OrderByDescending(f => f.By.Count).FirstOrDefault();
}

/// <param name="Path">Where the value is in a row; null: it is the value of the call's own parameter of this name.</param>
/// <param name="References">The resource, and its field, that it points at.</param>
/// <param name="Writable">It may be sent with a rectification.</param>
public sealed record HttpField(string Name, ValueKind Kind, AnswerPath? Path, (string Resource, string Field)? References = null, bool Writable = true);

/// <summary>One way to get rows: by the values of some fields, or all of them (<see cref="By"/> empty).</summary>
/// <param name="Rows">Where they are in the answer: a list, or the one row itself.</param>
/// <param name="CompleteBelow">The interface never hands out more rows than this and has no pages: as many may be only some, so the answer is refused.</param>
public sealed record HttpFind(IReadOnlyList<string> By, HttpCall Call, AnswerPath Rows, HttpPaging? Paging = null, int? CompleteBelow = null);

public enum PagingKind
{
    /// <summary>A number that grows by one.</summary>
    Page,

    /// <summary>A value out of the answer, sent with the next call.</summary>
    Cursor,

    /// <summary>The answer's <c>Link</c> header with <c>rel="next"</c> (RFC 8288).</summary>
    Link,
}

/// <param name="Parameter">The query parameter that carries the page or cursor.</param>
/// <param name="First">Number of the first page.</param>
/// <param name="Size">Rows of a full page: a shorter one is the last. Null: the first empty one is.</param>
/// <param name="Next">Where the next cursor is in the answer; nothing there: that was the last page.</param>
public sealed record HttpPaging(PagingKind Kind, string? Parameter = null, int First = 1, int? Size = null, AnswerPath? Next = null);

/// <summary>Where an interface is, what it offers, and what the portal signs in with.</summary>
/// <param name="BaseAddress">Absolute; every call stays on its host.</param>
/// <param name="Declaration">A <see cref="HttpDeclaration"/> as YAML (docs/http-sources.md).</param>
/// <param name="Secret">Token, password or client secret.</param>
/// <param name="AllowPrivate">It may be on this machine or in a private network.</param>
public sealed record HttpAddress(string BaseAddress, string Declaration, string? Secret, bool AllowPrivate = false)
{
    /// <summary>Without the secret, wherever it may be written.</summary>
    public override string ToString() => BaseAddress;
}
