using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>What an invitation tells the person who opens it.</summary>
public sealed record OpenInvitation(string Email, string DisplayName, Role Role, string InvitedBy, Refusal? Hindrance);

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

    /// <summary>What to show for the link; null when there is no such open invitation. Looking changes nothing.</summary>
    public async Task<OpenInvitation?> FindAsync(string? token, CancellationToken ct)
    {
        if (await LoadAsync(token, ct) is not { IsOpen: true } invitation)
        {
            return null;
        }

        var hindrance = invitation.ExpiresAt <= clock.GetUtcNow() ? Refusal.TooLate
            : invitation.NeedsConfirmation(await AccountQueries.CensusAsync(db, ct)) ? Refusal.Incomplete
            : (Refusal?)null;
        return new OpenInvitation(invitation.Email, invitation.DisplayName, invitation.Role, invitation.InvitedByName, hindrance);
    }

    /// <summary>Makes the invited person's account, once.</summary>
    public async Task<Reply<PortalUser>> AcceptAsync(string? token, string displayName, string language, string password, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await LoadAsync(token, ct) is not { } invitation)
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

        var user = PortalUser.Create(invitation.Email, displayName, invitation.Role, language, now);
        await CreateAsync(user, password);
        var payload = new { invitation = invitation.Id, role = user.Role.ToString() };
        await audit.RecordAsync(db, ct, new AuditFact(user.ToActor(), "account", "invitation-accepted", user.Id.ToString("d"), payload));
        await transaction.CommitAsync(ct);
        feed.Publish(AccountDesk.ChangeKind, user.Id.ToString("d"));
        return user;
    }

    private static bool IsComplete(string email, string displayName, string language, string password) =>
        InvitationDesk.IsEmail(email.Trim()) && displayName.Trim().Length is > 0 and <= 200 && language is "en" or "fr"
        && Passwords.FaultOf(password, email, displayName) is null;

    private async Task<Invitation?> LoadAsync(string? token, CancellationToken ct)
    {
        if (token is not { Length: > 0 and < 200 })
        {
            return null;
        }

        var hash = OneTimeToken.HashOf(token);
        return await db.Set<Invitation>().SingleOrDefaultAsync(i => i.TokenHash == hash, ct);
    }

    private async Task CreateAsync(PortalUser user, string password)
    {
        var result = await users.CreateAsync(user, password);
        if (!result.Succeeded)
        {
            // Everything that a person can get wrong was asked before; what is left is a fault of the portal.
            throw new InvalidOperationException("The account could not be made: " + string.Join(", ", result.Errors.Select(e => e.Code)));
        }
    }
}
