using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>Where a key stands.</summary>
public enum ApiKeyState
{
    /// <summary>Asked for; a DPO has not said yes or no.</summary>
    Waiting,
    Active,
    Expired,

    /// <summary>Its holder was disabled or has another role than when it was issued.</summary>
    Orphaned,
    Revoked,
}

/// <summary>What somebody asks of a new key.</summary>
/// <param name="Days">How long it is good for, from the day on which it is issued.</param>
public sealed record ApiKeyWish(string Name, Role Role, KeyScopes Scopes, int Days)
{
    public const int MostDays = 365;
    public const int LongestName = 80;
}

/// <summary>
/// A key for programs. It acts as the person who holds it, that is to whom it was shown: for a key with a DPO's rights the DPO who
/// agreed, never the administrator who asked. It is good while that person is active and has the role they had then.
/// </summary>
public sealed class ApiKey : IVersioned
{
    public Guid Id { get; init; }

    /// <summary>The part of the code that is no secret, by which it is found.</summary>
    public string Code { get; init; } = "";

    /// <summary>SHA-256 of the secret, in lower-case hex; empty until the key is issued.</summary>
    public string SecretHash { get; private set; } = "";

    public string Name { get; init; } = "";

    /// <summary>What the key acts as.</summary>
    public Role Role { get; init; }

    public KeyScopes Scopes { get; init; }

    public int Days { get; init; }

    public Guid RequestedById { get; init; }

    public string RequestedByName { get; init; } = "";

    public DateTimeOffset RequestedAt { get; init; }

    public Guid? HolderId { get; private set; }

    public string HolderName { get; private set; } = "";

    /// <summary>The holder's own role when the key was issued.</summary>
    public Role? HolderRole { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string RevokedByName { get; private set; } = "";

    public int Version { get; set; }

    /// <summary>A key that is not issued yet.</summary>
    public static Reply<ApiKey> Ask(Actor actor, ApiKeyWish wish, string code, DateTimeOffset now)
    {
        var name = wish.Name.Trim();
        if (name.Length is 0 or > ApiKeyWish.LongestName || wish.Days is < 1 or > ApiKeyWish.MostDays || wish.Scopes == KeyScopes.None
            || (wish.Scopes & ~ScopePermissions.AllFor(wish.Role)) != KeyScopes.None)
        {
            return Refusal.Invalid;
        }

        return new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            Code = code,
            Name = name,
            Role = wish.Role,
            Scopes = wish.Scopes,
            Days = wish.Days,
            RequestedById = actor.PersonId ?? Guid.Empty,
            RequestedByName = actor.Name,
            RequestedAt = now,
        };
    }

    /// <summary>
    /// Makes it usable by whoever is shown it now. A key with a DPO's rights only a DPO can hold, and none that they asked for themselves.
    /// </summary>
    public Refusal? Issue(Actor holder, string secretHash, DateTimeOffset now)
    {
        if (IssuedAt is not null || RevokedAt is not null)
        {
            return Refusal.WrongState;
        }

        if (Role == Role.Dpo && holder.Role != Role.Dpo)
        {
            return Refusal.Forbidden;
        }

        if (Role == Role.Dpo && holder.PersonId == RequestedById)
        {
            return Refusal.SamePerson;
        }

        (SecretHash, HolderId, HolderName, HolderRole) = (secretHash, holder.PersonId, holder.Name, holder.Role);
        (IssuedAt, ExpiresAt) = (now, now.AddDays(Days));
        return null;
    }

    /// <summary>Ends it for good; of one that waits, this is the DPO's no.</summary>
    public Refusal? Revoke(Actor actor, DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return Refusal.WrongState;
        }

        (RevokedAt, RevokedByName, SecretHash) = (now, actor.Name, "");
        return null;
    }

    /// <param name="holder">The holder as they are now; null: unknown.</param>
    public ApiKeyState StateAt(DateTimeOffset now, PortalUser? holder) =>
        RevokedAt is not null ? ApiKeyState.Revoked
        : IssuedAt is null ? ApiKeyState.Waiting
        : ExpiresAt <= now ? ApiKeyState.Expired
        : holder is { IsActive: true } && holder.Role == HolderRole ? ApiKeyState.Active
        : ApiKeyState.Orphaned;
}
