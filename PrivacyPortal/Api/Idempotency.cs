using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Api;

/// <summary>
/// <c>Idempotency-Key</c>: the first call runs, the same again gets its answer for 24 hours, another call under that word is refused. Only
/// what took effect is kept: a refused call may be sent again and is judged as things stand then.
/// </summary>
internal sealed class Idempotency(RequestDelegate next, IDbContextFactory<PortalDbContext> contexts, CallHashKey key, TimeProvider clock)
{
    public const string Header = "Idempotency-Key";

    /// <summary>Tells a kept answer from a fresh one.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    /// <summary>A call that has not ended by then ended with its process.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private const int LongestWord = 200, LargestAnswer = 64 << 10;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IdempotentEndpoint>() is null || !http.Request.Headers.TryGetValue(Header, out var words)
            || !Guid.TryParse(http.User.FindFirstValue(Actor.KeyClaim), out var keyId))
        {
            await next(http);
            return;
        }

        var word = words.ToString();
        if (word.Length is 0 or > LongestWord || word.Any(c => c is < '!' or > '~'))
        {
            throw new ApiFaultException(ApiFault.IdempotencyKeyInvalid);
        }

        var hash = await HashAsync(http.Request, http.RequestAborted);
        var call = new IdempotentCall { Id = Guid.CreateVersion7(clock.GetUtcNow()), KeyId = keyId, Word = word, CallHash = hash, StartedAt = clock.GetUtcNow() };
        if (await TakeAsync(call, http.RequestAborted) is { } earlier)
        {
            await ReplayAsync(http, earlier, hash);
            return;
        }

        http.User.AddIdentity(new ClaimsIdentity([new Claim(Actor.CallClaim, call.Id.ToString("d"))]));
        await RunAsync(http, call.Id);
    }

    /// <summary>Method, path, query, version and body. The body is read here, within the endpoint's limit, and given on.</summary>
    private async Task<string> HashAsync(HttpRequest request, CancellationToken ct)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key());
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Takes the word for this call; else says who has it.</summary>
    private async Task<IdempotentCall?> TakeAsync(IdempotentCall call, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var old = call.StartedAt - IdempotentCall.Kept;
        var lost = call.StartedAt - Longest;
        await db.Set<IdempotentCall>().Where(c => c.StartedAt < old || (c.StartedAt < lost && c.DoneAt == null && c.Status == null)).ExecuteDeleteAsync(ct);
        if (await db.Set<IdempotentCall>().AsNoTracking().SingleOrDefaultAsync(c => c.KeyId == call.KeyId && c.Word == call.Word, ct) is { } earlier)
        {
            await transaction.CommitAsync(ct);
            return earlier;
        }

        try
        {
            db.Add(call);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            // Another node took it at the same moment.
            throw new ApiFaultException(ApiFault.IdempotencyInProgress);
        }
    }

    private async Task ReplayAsync(HttpContext http, IdempotentCall earlier, string hash)
    {
        if (earlier.CallHash != hash)
        {
            throw new ApiFaultException(ApiFault.IdempotencyKeyReused);
        }

        if (earlier.Status is not { } status)
        {
            throw new ApiFaultException(
                earlier.DoneAt is not null && clock.GetUtcNow() - earlier.StartedAt > Longest ? ApiFault.IdempotencyAnswerLost : ApiFault.IdempotencyInProgress);
        }

        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = earlier.ContentType;
        response.Headers.ETag = earlier.ETag;
        response.Headers.Location = earlier.Location;
        response.Headers[ReplayedHeader] = "true";
        await response.Body.WriteAsync(earlier.Body ?? [], http.RequestAborted);
    }

    private async Task RunAsync(HttpContext http, Guid call)
    {
        var wire = http.Response.Body;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        catch (Exception)
        {
            http.Response.Body = wire;
            await EndAsync(http, call, null);
            throw;
        }

        http.Response.Body = wire;

        // Kept before it is sent: whoever did not get it can ask again.
        await EndAsync(http, call, http.Response.StatusCode < 300 && answer.Length <= LargestAnswer ? answer : null);
        answer.Position = 0;
        await answer.CopyToAsync(wire, http.RequestAborted);
    }

    /// <summary>Keeps the answer; without one the word is free again, unless something was done.</summary>
    private async Task EndAsync(HttpContext http, Guid id, MemoryStream? answer)
    {
        // The caller may have gone meanwhile; what was done is kept all the same.
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        if (answer is null)
        {
            await db.Set<IdempotentCall>().Where(c => c.Id == id && c.DoneAt == null).ExecuteDeleteAsync(CancellationToken.None);
        }
        else if (await db.Set<IdempotentCall>().SingleOrDefaultAsync(c => c.Id == id, CancellationToken.None) is { } call)
        {
            var response = http.Response;
            (call.Status, call.ContentType, call.Body) = (response.StatusCode, response.ContentType, answer.ToArray());
            (call.ETag, call.Location) = ((string?)response.Headers.ETag, (string?)response.Headers.Location);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }
}
