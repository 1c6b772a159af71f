using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>What an invitation tells the person who opens it.</summary>
/// <param name="RenewsPassword">They have an account already, and set a new password.</param>
public sealed record OpenInvitation(string Email, string DisplayName, Role Role, string InvitedBy, bool RenewsPassword, Refusal? Hindrance);

/// <summary>
/// The two ways into the portal: the set-up link makes the first administrator, an invitation makes anybody else. Both count on the token
/// alone, so neither takes an actor; the person becomes one by it.
/// </summary>
public sealed class EnrolmentDesk(UserManager<PortalUser> users, PortalDbContext db, FirstRun firstRun, AuditLog audit, ChangeFeed feed, TimeProvider clock)
{
    public bool MaySetUp(string? token) => firstRun.Accepts(token);

    /// <summary>Makes the first administrator. <see cref="Refusal.NotFound"/> when the link is not, or no longer, good.</summary>
    public async Task<Reply<PortalUser>> SetUpAsync(string? token, string email, string displayName, string language, string password, CancellationToken ct)
    {
        if (!firstRun.Accepts(token))
        {
            return Refusal.NotFound;
        }

        if (!IsComplete(email, displayName, language, password))
        {
            return Refusal.Invalid;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await AccountQueries.AnyUserAsync(db, ct))
        {
            firstRun.Close();
            return Refusal.NotFound;
        }

        var user = PortalUser.Create(email, displayName, Role.Administrator, language, clock.GetUtcNow());
        await CreateAsync(user, password);
        await audit.RecordAsync(db, ct, new AuditFact(user.ToActor(), "account", "portal-set-up", user.Id.ToString("d")));
        await transaction.CommitAsync(ct);
        firstRun.Close();
        return user;
    }

    /// <summary>
    /// What to show for the link; null when there is no such open invitation. Looking changes nothing, and keeps nothing that accepting would
    /// take for the present state.
    /// </summary>
    public async Task<OpenInvitation?> FindAsync(string? token, CancellationToken ct)
    {
        if (await LoadAsync(db.Set<Invitation>().AsNoTracking(), token, ct) is not { IsOpen: true } invitation)
        {
            return null;
        }

        var hindrance = invitation.ExpiresAt <= clock.GetUtcNow() ? Refusal.TooLate
            : invitation.NeedsConfirmation(await AccountQueries.CensusAsync(db, ct)) ? Refusal.Incomplete
            : (Refusal?)null;
        return new OpenInvitation(invitation.Email, invitation.DisplayName, invitation.Role, invitation.InvitedByName, invitation.UserId is not null, hindrance);
    }

    /// <summary>Makes the invited person's account, or sets their new password, once. A new password ends all sessions and lets nobody in by itself.</summary>
    public async Task<Reply<PortalUser>> AcceptAsync(string? token, string displayName, string language, string password, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await LoadAsync(db.Set<Invitation>(), token, ct) is not { } invitation)
        {
            return Refusal.NotFound;
        }

        if (!IsComplete(invitation.Email, displayName, language, password))
        {
            return Refusal.Invalid;
        }

        var now = clock.GetUtcNow();
        if (invitation.Accept(await AccountQueries.CensusAsync(db, ct), now) is { } refusal)
        {
            return refusal;
        }

        if (await PersonAsync(invitation, displayName, language, password, now) is not { } user)
        {
            return Refusal.NotFound;
        }

        var payload = new { invitation = invitation.Id, role = user.Role.ToString() };
        var happened = invitation.UserId is null ? "invitation-accepted" : "password-renewed";
        await audit.RecordAsync(db, ct, new AuditFact(user.ToActor(), "account", happened, user.Id.ToString("d"), payload));
        await transaction.CommitAsync(ct);
        feed.Publish(AccountDesk.ChangeKind, user.Id.ToString("d"));
        return user;
    }

    private static bool IsComplete(string email, string displayName, string language, string password) =>
        InvitationDesk.IsEmail(email.Trim()) && displayName.Trim().Length is > 0 and <= 200 && language is "en" or "fr"
        && Passwords.FaultOf(password, email, displayName) is null;

    private static async Task<Invitation?> LoadAsync(IQueryable<Invitation> invitations, string? token, CancellationToken ct)
    {
        if (token is not { Length: > 0 and < 200 })
        {
            return null;
        }

        var hash = OneTimeToken.HashOf(token);
        return await invitations.SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
    }

    private async Task<PortalUser?> PersonAsync(Invitation invitation, string displayName, string language, string password, DateTimeOffset now)
    {
        if (invitation.UserId is not { } id)
        {
            var created = PortalUser.Create(invitation.Email, displayName, invitation.Role, language, now);
            await CreateAsync(created, password);
            return created;
        }

        // The role is the one that was agreed to; who has another by now asks again.
        if (await users.FindByIdAsync(id.ToString("d")) is not { IsActive: true } user || user.Role != invitation.Role)
        {
            return null;
        }

        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        await users.RemovePasswordAsync(user);
        Demand(await users.AddPasswordAsync(user, password));
        return user;
    }

    private async Task CreateAsync(PortalUser user, string password) => Demand(await users.CreateAsync(user, password));

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            // Everything that a person can get wrong was asked before; what is left is a fault of the portal.
            throw new InvalidOperationException("The account could not be kept: " + string.Join(", ", result.Errors.Select(e => e.Code)));
        }
    }
}
