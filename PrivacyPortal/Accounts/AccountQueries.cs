using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

public sealed record UserRow(
    Guid Id, string DisplayName, string Email, Role Role, bool IsActive, bool TwoFactor, DateTimeOffset? LastSignInAt, DateTimeOffset? RestsUntil, bool ProposedAsDpo);

public sealed record InvitationRow(
    Guid Id, string DisplayName, string Email, Role Role, string InvitedBy, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, bool NeedsConfirmation, bool RenewsPassword);

/// <summary>The users page at a glance.</summary>
public sealed record UsersSheet(IReadOnlyList<UserRow> Users, IReadOnlyList<InvitationRow> Invitations, IReadOnlySet<Role> TwoFactorRequired, Census Census);

/// <summary>How somebody is to become a DPO, or to come in as one again.</summary>
public enum DpoRoute
{
    Invitation,

    /// <summary>Has an account with another role.</summary>
    Member,

    /// <summary>Is a DPO and gets a new password.</summary>
    Password,
}

/// <summary>Somebody who waits for a DPO's word.</summary>
/// <param name="ProposedBy">Known where there is a link.</param>
public sealed record DpoCandidate(Guid Id, DpoRoute Route, string DisplayName, string Email, string? ProposedBy);

/// <summary>Reading accounts. Names and addresses of staff are personal data too, so who may read is asked here.</summary>
public sealed class AccountQueries(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    public async Task<Reply<UsersSheet>> UsersAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageUsers) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var census = await CensusAsync(db, ct);
        var now = clock.GetUtcNow();
        var users = await db.Set<PortalUser>().AsNoTracking().OrderBy(u => u.DisplayName)
            .Select(u => new UserRow(
                u.Id, u.DisplayName, u.Email!, u.Role, u.DisabledAt == null, u.TwoFactorEnabled, u.LastSignInAt, u.LockoutEnd > now ? u.LockoutEnd : null, u.ProposedAsDpo))
            .ToListAsync(ct);
        var invitations = await OpenInvitations(db).ToListAsync(ct);
        var required = await db.Set<RoleRule>().Where(r => r.TwoFactorRequired).Select(r => r.Role).ToListAsync(ct);
        return new UsersSheet(users, [.. invitations.Select(i => Row(i, census))], required.ToHashSet(), census);
    }

    /// <summary>Whom a DPO is asked about.</summary>
    public async Task<Reply<IReadOnlyList<DpoCandidate>>> DpoCandidatesAsync(Actor actor, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ConfirmDpo) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        var census = await CensusAsync(db, ct);
        var invitations = await OpenInvitations(db).Where(i => i.Role == Role.Dpo).ToListAsync(ct);
        var proposed = await db.Set<PortalUser>().AsNoTracking().Where(u => u.ProposedAsDpo && u.DisabledAt == null).OrderBy(u => u.DisplayName).ToListAsync(ct);
        return new Reply<IReadOnlyList<DpoCandidate>>(
        [
            .. invitations.Where(i => i.NeedsConfirmation(census)).Select(i => new DpoCandidate(i.Id, i.UserId is null ? DpoRoute.Invitation : DpoRoute.Password, i.DisplayName, i.Email, i.InvitedByName)),
            .. proposed.Select(u => new DpoCandidate(u.Id, DpoRoute.Member, u.DisplayName, u.Email!, null)),
        ], null);
    }

    /// <summary>Whether there is anybody at all; if not, the portal is to be set up.</summary>
    public static Task<bool> AnyUserAsync(PortalDbContext db, CancellationToken ct) => db.Set<PortalUser>().AnyAsync(ct);

    internal static async Task<Census> CensusAsync(PortalDbContext db, CancellationToken ct)
    {
        var roles = await db.Set<PortalUser>().Where(u => u.DisabledAt == null).GroupBy(u => u.Role).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return new Census(
            roles.SingleOrDefault(r => r.Key == Role.Administrator)?.Count ?? 0,
            roles.SingleOrDefault(r => r.Key == Role.Dpo)?.Count ?? 0);
    }

    /// <summary>So long a way in that one administrator gave to another does not make two persons of them.</summary>
    public static readonly TimeSpan Acquaintance = TimeSpan.FromDays(7);

    /// <summary>
    /// Whether these are two persons for four eyes: different ones, and neither gave the other a way in of late (an invitation, a link to a new
    /// password, a reset of two-factor, a role, an account enabled again). Who can walk into an account alone could be both.
    /// </summary>
    public static async Task<bool> AreTwoAsync(PortalDbContext db, Guid? one, Guid? other, DateTimeOffset now, CancellationToken ct) =>
        one is null || other is null || (one != other && !await OpenedAsync(db, one.Value, other.Value, now, ct) && !await OpenedAsync(db, other.Value, one.Value, now, ct));

    private static async Task<bool> OpenedAsync(PortalDbContext db, Guid account, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        var (since, about) = (now - Acquaintance, account.ToString("d"));
        var email = await db.Set<PortalUser>().Where(u => u.Id == account).Select(u => u.NormalizedEmail).SingleOrDefaultAsync(ct);
        return await db.Set<Invitation>().AnyAsync(
                i => i.InvitedBy == by && i.AcceptedAt > since && i.AcceptedAt <= now && (i.UserId == account || (i.UserId == null && i.NormalizedEmail == email)), ct)
            || await db.Set<AuditEntry>().AnyAsync(
                e => e.Category == "account" && e.About == about && e.ActorId == by && e.At > since && e.At <= now
                    && (e.Name == "two-factor-reset" || e.Name == "role-changed" || e.Name == "enabled"), ct);
    }

    private static IQueryable<Invitation> OpenInvitations(PortalDbContext db) =>
        db.Set<Invitation>().AsNoTracking().Where(i => i.AcceptedAt == null && i.CancelledAt == null).OrderBy(i => i.CreatedAt);

    private static InvitationRow Row(Invitation invitation, Census census) => new(
        invitation.Id, invitation.DisplayName, invitation.Email, invitation.Role, invitation.InvitedByName, invitation.CreatedAt, invitation.ExpiresAt,
        invitation.NeedsConfirmation(census), invitation.UserId is not null);
}
