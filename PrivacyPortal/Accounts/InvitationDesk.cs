using System.Data;
using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>Whom to invite.</summary>
public sealed record NewInvitation(string Email, string DisplayName, Role Role);

/// <param name="Token">For the link; shown now and never again.</param>
/// <param name="NeedsConfirmation">The link opens only once a DPO has agreed.</param>
public sealed record IssuedInvitation(Guid Id, string Token, bool NeedsConfirmation);

/// <summary>Invitations: an administrator issues them, and a DPO agrees to those that make a DPO. There is no other way in after set-up.</summary>
public sealed class InvitationDesk(IDbContextFactory<PortalDbContext> contexts, AuditLog audit, ILookupNormalizer normalizer, ChangeFeed feed, TimeProvider clock)
{
    public async Task<Reply<IssuedInvitation>> InviteAsync(Actor actor, NewInvitation wish, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageUsers) is { } refusal)
        {
            return refusal;
        }

        var (email, name) = (wish.Email.Trim(), wish.DisplayName.Trim());
        if (!IsEmail(email) || name.Length is 0 or > 200)
        {
            return Refusal.Invalid;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var (normalized, now, token) = (normalizer.NormalizeEmail(email), clock.GetUtcNow(), OneTimeToken.Create());
        if (await db.Set<PortalUser>().AnyAsync(u => u.NormalizedEmail == normalized, ct)
            || await db.Set<Invitation>().AnyAsync(i => i.NormalizedEmail == normalized && i.AcceptedAt == null && i.CancelledAt == null, ct))
        {
            return Refusal.Duplicate;
        }

        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            Email = email,
            NormalizedEmail = normalized,
            DisplayName = name,
            Role = wish.Role,
            TokenHash = OneTimeToken.HashOf(token),
            InvitedBy = actor.PersonId,
            InvitedByName = actor.Name,
            CreatedAt = now,
            ExpiresAt = now + Invitation.Lifetime,
        };
        db.Add(invitation);
        var issued = new IssuedInvitation(invitation.Id, token, invitation.NeedsConfirmation(await AccountQueries.CensusAsync(db, ct)));
        await audit.RecordAsync(db, ct, Fact(actor, "invited", invitation));
        await transaction.CommitAsync(ct);
        feed.Publish(AccountDesk.ChangeKind, invitation.Id.ToString("d"));
        return issued;
    }

    /// <summary>A new link with a new term; the old link is dead.</summary>
    public async Task<Reply<IssuedInvitation>> RenewAsync(Actor actor, Guid id, CancellationToken ct)
    {
        var token = OneTimeToken.Create();
        var needsConfirmation = false;
        var refusal = await OnInvitationAsync(actor, Permission.ManageUsers, id, "invitation-renewed", (invitation, census) =>
        {
            needsConfirmation = invitation.NeedsConfirmation(census);
            return invitation.Renew(OneTimeToken.HashOf(token), clock.GetUtcNow());
        }, ct);
        return refusal is { } declined ? declined : new IssuedInvitation(id, token, needsConfirmation);
    }

    public Task<Refusal?> CancelAsync(Actor actor, Guid id, CancellationToken ct) =>
        OnInvitationAsync(actor, Permission.ManageUsers, id, "invitation-cancelled", (invitation, _) => invitation.Cancel(clock.GetUtcNow()), ct);

    /// <summary>A DPO agrees that the invited person becomes one too, or ends the invitation.</summary>
    public Task<Refusal?> AnswerAsDpoAsync(Actor actor, Guid id, bool confirmed, CancellationToken ct) => OnInvitationAsync(
        actor, Permission.ConfirmDpo, id, confirmed ? "dpo-confirmed" : "dpo-declined", (invitation, _) => invitation.AnswerAsDpo(actor, confirmed, clock.GetUtcNow()), ct);

    internal static bool IsEmail(string text) =>
        text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text && text.IndexOf('@', StringComparison.Ordinal) > 0;

    private async Task<Refusal?> OnInvitationAsync(
        Actor actor, Permission permission, Guid id, string happened, Func<Invitation, Census, Refusal?> change, CancellationToken ct)
    {
        if (actor.Lacks(permission) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == id, ct) is not { } invitation)
        {
            return Refusal.NotFound;
        }

        if (change(invitation, await AccountQueries.CensusAsync(db, ct)) is { } declined)
        {
            return declined;
        }

        if (await audit.SaveAsync(db, ct, Fact(actor, happened, invitation)) is { } stale)
        {
            return stale;
        }

        feed.Publish(AccountDesk.ChangeKind, id.ToString("d"));
        return null;
    }

    private static AuditFact Fact(Actor actor, string happened, Invitation invitation) =>
        new(actor, "account", happened, invitation.Id.ToString("d"), new { role = invitation.Role.ToString() });
}
