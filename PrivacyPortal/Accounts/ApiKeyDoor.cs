using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Api;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>
/// Lets a key in, or not: asked anew for every call, so that a revoked key and one whose holder was disabled or changed role are dead at
/// once. What is turned away is counted, never logged with the key.
/// </summary>
public sealed class ApiKeyDoor : IDisposable
{
    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    private readonly IDbContextFactory<PortalDbContext> contexts;
    private readonly PortalClaims claims;
    private readonly TimeProvider clock;
    private readonly Meter meter;
    private readonly Counter<long> refusals;
    private readonly PartitionedRateLimiter<string> patience;
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> noted = new();
    private long refused;

    /// <summary>Setting <c>Api:RefusalsPerMinute</c> (default 30): so many bad keys from an address, and it is told to wait.</summary>
    public ApiKeyDoor(IDbContextFactory<PortalDbContext> contexts, PortalClaims claims, TimeProvider clock, IConfiguration configuration)
    {
        (this.contexts, this.claims, this.clock) = (contexts, claims, clock);
        meter = new Meter("PrivacyPortal.Api");
        refusals = meter.CreateCounter<long>("portal.api.keys.refused", description: "API keys that were turned away.");
        var perMinute = configuration.GetValue("Api:RefusalsPerMinute", 30);
        patience = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    /// <summary>Keys turned away since the start.</summary>
    public long Refused => Interlocked.Read(ref refused);

    public void Dispose()
    {
        patience.Dispose();
        meter.Dispose();
    }

    /// <summary>Whom the key stands for; null where it opens nothing.</summary>
    /// <param name="address">Where the call comes from.</param>
    /// <exception cref="ApiFaultException">Too many bad keys came from there.</exception>
    public async Task<ClaimsPrincipal?> EnterAsync(string code, string address, CancellationToken ct)
    {
        if (await FindAsync(code, ct) is { } principal)
        {
            return principal;
        }

        Interlocked.Increment(ref refused);
        refusals.Add(1);
        using var lease = patience.AttemptAcquire(address);
        return lease.IsAcquired ? null : throw new ApiFaultException(ApiFault.TooManyRequests);
    }

    /// <summary>Whether the key that made this principal still opens anything: for answers that take long.</summary>
    public async Task<bool> IsOpenAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return Guid.TryParse(principal.FindFirstValue(Actor.KeyClaim), out var id)
            && await db.Set<ApiKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Id == id, ct) is { } key
            && await HolderAsync(db, key, ct) is not null;
    }

    private async Task<ClaimsPrincipal?> FindAsync(string code, CancellationToken ct)
    {
        if (ApiKeyCode.IdOf(code) is not { } id)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<ApiKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Code == id, ct) is not { SecretHash.Length: > 0 } key
            || !ApiKeyCode.Matches(code, key.SecretHash) || await HolderAsync(db, key, ct) is not { } holder)
        {
            return null;
        }

        await NoteUseAsync(db, key.Id, ct);
        return Principal(key, holder);
    }

    /// <summary>The holder, while the key opens anything. Who must set up two-factor and has not is nobody, here as on the pages.</summary>
    private async Task<PortalUser?> HolderAsync(PortalDbContext db, ApiKey key, CancellationToken ct)
    {
        var holder = await db.Set<PortalUser>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == key.HolderId, ct);
        return key.StateAt(clock.GetUtcNow(), holder) == ApiKeyState.Active && (holder!.TwoFactorEnabled || !await claims.DemandsTwoFactorAsync(holder.Role, ct)) ? holder : null;
    }

    private static ClaimsPrincipal Principal(ApiKey key, PortalUser holder) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, holder.Id.ToString("d")),
            new(Actor.NameClaim, $"{holder.DisplayName} · {key.Name}"),
            new(ClaimTypes.Role, key.Role.ToString()),
            new(Actor.KeyClaim, key.Id.ToString("d")),
            new(Actor.ScopesClaim, key.Scopes.ToString()),
        ],
        ApiRoutes.Scheme));

    private async Task NoteUseAsync(PortalDbContext db, Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (noted.TryGetValue(id, out var last) && now - last < UseIsNotedEvery)
        {
            return;
        }

        noted[id] = now;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Set<ApiKey>().Where(k => k.Id == id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), ct);
        await transaction.CommitAsync(ct);
    }
}
