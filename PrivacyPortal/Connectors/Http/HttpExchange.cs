using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Text;
using System.Text.Json;

namespace PrivacyPortal.Connectors.Http;

/// <param name="Body">Null: the answer has none, or there is nothing of that name (404, 410).</param>
internal sealed record HttpAnswer(HttpStatusCode Status, JsonElement? Body, Uri? Next, string? RequestId, DateTimeOffset At, TimeSpan Took)
{
    public bool Absent => Status is HttpStatusCode.NotFound or HttpStatusCode.Gone;
}

/// <summary>Sends calls and reads their answers: signs in, keeps to the pace, waits when told to, tries again what may pass, and names the cause of everything else.</summary>
internal sealed class HttpExchange(HttpAddress address, HttpDeclaration declaration, HttpLimits limits, TimeProvider clock)
{
    private readonly Uri root = new(address.BaseAddress.TrimEnd('/') + "/");
    private readonly HttpTokens tokens = new(address, declaration.Authentication, limits, clock);

    public Uri Address(string path) => new(root, path.TrimStart('/'));

    /// <exception cref="SourceException">Anything but an answer, or that there is nothing of that name.</exception>
    public async Task<HttpAnswer> SendAsync(string method, Uri to, string? body, CancellationToken cancellationToken)
    {
        for (var (attempt, hops) = (1, 0); ; attempt++)
        {
            if (!SameHost(to))
                throw new SourceException(SourceFailure.Elsewhere);
            var pause = limits.Pause * Math.Pow(2, attempt - 1);
            SourceException failure;
            try
            {
                var (answer, wait, follow) = await SignedAsync(method, to, body, cancellationToken);
                if (answer is not null)
                    return answer;
                if (follow is not null)
                {
                    if (++hops > 5 || method != "GET" || !SameHost(follow))
                        throw new SourceException(SourceFailure.Elsewhere);
                    (to, attempt) = (follow, attempt - 1);
                    continue;
                }

                failure = new SourceException(wait is null ? SourceFailure.Unreachable : SourceFailure.Crowded);
                pause = wait ?? pause;
            }
            catch (SourceException e) when (e.Failure is SourceFailure.Unreachable)
            {
                failure = e;
            }

            // What was told to wait longer than a step may is tried again as a step.
            if (attempt >= limits.Attempts || pause > limits.LongestWait)
                throw failure;
            await Task.Delay(pause, clock, cancellationToken);
        }
    }

    private bool SameHost(Uri to) => to.Scheme == root.Scheme && to.Authority == root.Authority;

    private async Task<(HttpAnswer? Answer, TimeSpan? Wait, Uri? Follow)> SignedAsync(string method, Uri to, string? body, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(method, to, body, cancellationToken);
        }
        catch (SourceException e) when (e.Failure is SourceFailure.SignInRefused && tokens.Forget())
        {
            return await OnceAsync(method, to, body, cancellationToken);
        }
    }

    private async Task<(HttpAnswer? Answer, TimeSpan? Wait, Uri? Follow)> OnceAsync(string method, Uri to, string? body, CancellationToken cancellationToken)
    {
        await HttpTurns.Of(root).WaitAsync(declaration.Pace.PerMinute, clock, cancellationToken);
        using var request = new HttpRequestMessage(new HttpMethod(method), to);
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd("PrivacyPortal");
        foreach (var (name, value) in declaration.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        await tokens.SignAsync(request, cancellationToken);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Guarded<(HttpAnswer?, TimeSpan?, Uri?)>(declaration.Pace, clock, async limit =>
        {
            var at = clock.GetUtcNow();
            var started = clock.GetTimestamp();
            using var response = await HttpWay.To(address.AllowPrivate).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit);
            if (Waits(response) is { } wait)
                return (null, wait, null);
            switch (response.StatusCode)
            {
                case HttpStatusCode.Unauthorized:
                    throw new SourceException(SourceFailure.SignInRefused);
                case HttpStatusCode.Forbidden:
                    throw new SourceException(SourceFailure.PermissionDenied);
                case >= HttpStatusCode.InternalServerError:
                    return (null, null, null);
                case >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest:
                    return (null, null, response.Headers.Location is { } location ? new Uri(to, location) : throw new SourceException(SourceFailure.Misanswered));
            }

            var text = await ReadAsync(response, declaration.Pace.AnswerMiB, limit);
            var answer = new HttpAnswer(response.StatusCode, null, Next(response, to), RequestId(response), at, clock.GetElapsedTime(started));
            if (answer.Absent)
                return (answer, null, null);
            if (!response.IsSuccessStatusCode)
                throw new SourceException(SourceFailure.CallRefused, subject: ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture));
            return (method is "GET" or "POST" && text.Length > 0 ? answer with { Body = Parse(text) } : answer, null, null);
        }, cancellationToken);
    }

    /// <summary>Runs one call within its time, telling what went wrong on the way by its cause.</summary>
    internal static async Task<T> Guarded<T>(HttpPace pace, TimeProvider clock, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(TimeSpan.FromSeconds(pace.Timeout), clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        try
        {
            return await call(limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SourceException(SourceFailure.TimedOut, e);
        }
        catch (HttpRequestException e)
        {
            // The cause without its words: they may hold the address with what was sought.
            throw Causes(e).OfType<SourceException>().FirstOrDefault()
                ?? new SourceException(Causes(e).Any(c => c is AuthenticationException) ? SourceFailure.Tls : SourceFailure.Unreachable);
        }
        catch (IOException)
        {
            throw new SourceException(SourceFailure.Unreachable);
        }
    }

    internal static async Task<byte[]> ReadAsync(HttpResponseMessage response, int mib, CancellationToken cancellationToken)
    {
        var most = (long)mib << 20;
        if (response.Content.Headers.ContentLength > most)
            throw new SourceException(SourceFailure.TooMuch);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var text = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            text.Write(buffer, 0, read);
            if (text.Length > most)
                throw new SourceException(SourceFailure.TooMuch);
        }

        return text.ToArray();
    }

    internal static JsonElement Parse(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 64 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new SourceException(SourceFailure.Misanswered);
        }
    }

    private static IEnumerable<Exception> Causes(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
            yield return e;
    }

    private TimeSpan? Waits(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
        ? response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
            _ => limits.Pause,
        }
        : null;

    private static Uri? Next(HttpResponseMessage response, Uri from)
    {
        foreach (var link in response.Headers.TryGetValues("Link", out var values) ? values.SelectMany(v => v.Split(',')) : [])
        {
            var parts = link.Split(';', StringSplitOptions.TrimEntries);
            if (parts[0].StartsWith('<') && parts[0].EndsWith('>') && parts.Skip(1).Any(p => p is "rel=\"next\"" or "rel=next") && Uri.TryCreate(from, parts[0][1..^1], out var next))
                return next;
        }

        return null;
    }

    private static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Request-Id", out var ids) && ids.FirstOrDefault() is { Length: > 0 and <= 100 } id && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? id : null;
}
