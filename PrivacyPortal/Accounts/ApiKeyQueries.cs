using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <param name="Shown">The beginning of the code, to tell keys apart; no secret.</param>
/// <param name="Holder">Whom it acts as; empty while it waits.</param>
public sealed record ApiKeyRow(
    Guid Id, string Name, string Shown, Role Role, KeyScopes Scopes, ApiKeyState State, string RequestedBy, DateTimeOffset RequestedAt, string Holder,
    DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, DateTimeOffset? RevokedAt, string RevokedBy);

/// <summary>The keys page at a glance.</summary>
/// <param name="Refused">Keys that were turned away since the portal started.</param>
public sealed record ApiKeysSheet(IReadOnlyList<ApiKeyRow> Keys, long Refused);

/// <summary>Reading API keys: all for who keeps them, those with a DPO's rights for a DPO.</summary>
public sealed class ApiKeyQueries(IDbContextFactory<PortalDbContext> contexts, ApiKeyDoor door, TimeProvider clock)
{
    public async Task<Reply<ApiKeysSheet>> SheetAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewApiKeys) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var all = actor.May(Permission.ManageApiKeys);
        var now = clock.GetUtcNow();
        var keys = await (from key in db.Set<ApiKey>().AsNoTracking()
                          where all || key.Role == Role.Dpo
                          join user in db.Set<PortalUser>().AsNoTracking() on key.HolderId equals (Guid?)user.Id into holders
                          from holder in holders.DefaultIfEmpty()
                          orderby key.RequestedAt descending
                          select new { key, holder }).ToListAsync(ct);
        return new ApiKeysSheet([.. keys.Select(k => Row(k.key, k.key.StateAt(now, k.holder)))], door.Refused);
    }

    private static ApiKeyRow Row(ApiKey key, ApiKeyState state) => new(
        key.Id, key.Name, ApiKeyCode.Shown(key.Code), key.Role, key.Scopes, state, key.RequestedByName, key.RequestedAt, key.HolderName,
        key.ExpiresAt, key.LastUsedAt, key.RevokedAt, key.RevokedByName);
}
