using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PrivacyPortal.Connectors.Http;

/// <summary>Signs calls as the declaration says, asking for a token first where it is OAuth.</summary>
internal sealed class HttpTokens(HttpAddress address, HttpAuthentication authentication, HttpLimits limits, TimeProvider clock)
{
    private string? token;
    private DateTimeOffset until;
    private bool usedAgain;

    public async Task SignAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var secret = address.Secret ?? "";
        switch (authentication.Kind)
        {
            case HttpSignIn.None:
                break;
            case HttpSignIn.Bearer:
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
                break;
            case HttpSignIn.Basic:
                request.Headers.Authorization = Basic(secret);
                break;
            case HttpSignIn.ApiKey:
                request.Headers.TryAddWithoutValidation(authentication.Header!, secret);
                break;
            case HttpSignIn.ClientCredentials:
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(cancellationToken));
                break;
        }
    }

    /// <summary>A token that was refused is not used again. True: it was given for an earlier call and may have been withdrawn since, so that a fresh one is worth a try.</summary>
    public bool Forget()
    {
        var again = usedAgain;
        (token, usedAgain) = (null, false);
        return again;
    }

    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        usedAgain = token is not null && clock.GetUtcNow() < until;
        if (usedAgain)
            return token!;
        return await HttpExchange.Guarded(new HttpPace(), clock, async limit =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, authentication.TokenAddress);
            request.Headers.Authorization = Basic(address.Secret ?? "");
            request.Headers.Accept.ParseAdd("application/json");
            var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials" };
            if (authentication.Scope is { Length: > 0 } scope)
                form["scope"] = scope;
            request.Content = new FormUrlEncodedContent(form);
            using var response = await HttpWay.To(address.AllowPrivate).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit);
            if ((int)response.StatusCode is 429 or >= 500)
                throw new SourceException(SourceFailure.Unreachable);
            if (!response.IsSuccessStatusCode)
                throw new SourceException(SourceFailure.SignInRefused);
            var answer = HttpExchange.Parse(await HttpExchange.ReadAsync(response, 1, limit));
            if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("access_token", out var given) || given.ValueKind != JsonValueKind.String || given.GetString() is not { Length: > 0 } value)
                throw new SourceException(SourceFailure.Misanswered);
            // Some servers write the number as text.
            var life = answer.TryGetProperty("expires_in", out var seconds) && int.TryParse(seconds.ToString(), CultureInfo.InvariantCulture, out var lasts) ? TimeSpan.FromSeconds(lasts) : TimeSpan.FromMinutes(5);
            until = clock.GetUtcNow() + life - limits.Pause;
            return token = value;
        }, cancellationToken);
    }

    private AuthenticationHeaderValue Basic(string secret) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{authentication.User}:{secret}")));
}
