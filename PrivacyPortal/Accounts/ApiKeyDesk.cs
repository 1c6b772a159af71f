using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <param name="Secret">The whole key, shown now and never again; null while a DPO must agree first, who is then shown it.</param>
public sealed record IssuedApiKey(Guid Id, string Name, string? Secret);

/// <summary>The verbs on API keys: an administrator makes and revokes them; one with a DPO's rights takes a DPO's word, and goes to that DPO.</summary>
public sealed class ApiKeyDesk(IDbContextFactory<PortalDbContext> contexts, AuditLog audit, ChangeFeed feed, TimeProvider clock)
{
    /// <summary>What <see cref="ChangeFeed"/> calls a change of a key.</summary>
    public const string ChangeKind = "key";

    public async Task<Reply<IssuedApiKey>> CreateAsync(Actor actor, ApiKeyWish wish, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageApiKeys) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        var asked = ApiKey.Ask(actor, wish, ApiKeyCode.CreateId(), now);
        if (asked.Value is not { } key)
        {
            return asked.Refusal!.Value;
        }

        string? secret = null;
        if (key.Role != Role.Dpo)
        {
            (secret, var hash) = ApiKeyCode.Create(key.Code);
            if (key.Issue(actor, hash, now) is { } declined)
            {
                return declined;
            }
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        db.Add(key);
        return await SaveAsync(db, actor, secret is null ? "asked" : "issued", key, ct) is { } stale ? stale : new IssuedApiKey(key.Id, key.Name, secret);
    }

    /// <summary>A DPO agrees to a key with a DPO's rights, and is shown it: it acts as them from then on.</summary>
    public async Task<Reply<IssuedApiKey>> ConfirmAsync(Actor actor, Guid id, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ConfirmDpo) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<ApiKey>().SingleOrDefaultAsync(k => k.Id == id && k.Role == Role.Dpo, ct) is not { } key)
        {
            return Refusal.NotFound;
        }

        var (secret, hash) = ApiKeyCode.Create(key.Code);
        if (key.Issue(actor, hash, clock.GetUtcNow()) is { } declined)
        {
            return declined;
        }

        return await SaveAsync(db, actor, "issued", key, ct) is { } stale ? stale : new IssuedApiKey(key.Id, key.Name, secret);
    }

    /// <summary>Ends a key at once. An administrator any, a DPO those with a DPO's rights, issued or asked for.</summary>
    public async Task<Refusal?> RevokeAsync(Actor actor, Guid id, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewApiKeys) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<ApiKey>().SingleOrDefaultAsync(k => k.Id == id, ct) is not { } key)
        {
            return Refusal.NotFound;
        }

        if (!actor.May(Permission.ManageApiKeys) && key.Role != Role.Dpo)
        {
            return Refusal.Forbidden;
        }

        return key.Revoke(actor, clock.GetUtcNow()) ?? await SaveAsync(db, actor, key.IssuedAt is null ? "declined" : "revoked", key, ct);
    }

    private async Task<Refusal?> SaveAsync(PortalDbContext db, Actor actor, string happened, ApiKey key, CancellationToken ct)
    {
        var payload = new { key.Code, role = key.Role.ToString(), scopes = key.Scopes.ToString(), key.Days };
        if (await audit.SaveAsync(db, ct, new AuditFact(actor, "key", happened, key.Name, payload)) is { } stale)
        {
            return stale;
        }

        feed.Publish(ChangeKind, key.Id.ToString("d"));
        return null;
    }
}
