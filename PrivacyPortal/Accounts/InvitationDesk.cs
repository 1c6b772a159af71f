using System.Data;
using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>Whom to invite.</summary>
public sealed record NewInvitation(string Email, string DisplayName, Role Role);

/// <param name="Token">For the link; shown now and never again. Null while a DPO must agree first, who is then given it.</param>
public sealed record IssuedInvitation(Guid Id, string? Token)
{
    public bool NeedsConfirmation => Token is null;
}

/// <summary>
/// Invitations and links to a new password: an administrator issues them, and a DPO agrees to those that lead to a DPO's account. There is
/// no other way in after set-up.
/// </summary>
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

        var invitation = New(actor, email, normalized, name, wish.Role, null, token, now);
        db.Add(invitation);
        return await IssueAsync(db, transaction, actor, "invited", invitation, token, ct);
    }

    /// <summary>
    /// A link by which somebody who forgot their password sets a new one; two-factor stays. <see cref="Refusal.Separation"/> for the only DPO:
    /// there is nobody to agree.
    /// </summary>
    public async Task<Reply<IssuedInvitation>> IssuePasswordLinkAsync(Actor actor, Guid userId, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageUsers) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await db.Set<PortalUser>().SingleOrDefaultAsync(u => u.Id == userId, ct) is not { } user)
        {
            return Refusal.NotFound;
        }

        var declined = !user.IsActive ? Refusal.WrongState
            : actor.PersonId == userId ? Refusal.SamePerson
            : user.Role == Role.Dpo && (await AccountQueries.CensusAsync(db, ct)).WouldEmpty(Role.Dpo) ? Refusal.Separation
            : (Refusal?)null;
        if (declined is { } why)
        {
            return why;
        }

        var (now, token) = (clock.GetUtcNow(), OneTimeToken.Create());
        foreach (var earlier in await db.Set<Invitation>().Where(i => i.UserId == userId && i.AcceptedAt == null && i.CancelledAt == null).ToListAsync(ct))
        {
            earlier.Cancel(now);
        }

        var link = New(actor, user.Email!, user.NormalizedEmail!, user.DisplayName, user.Role, userId, token, now);
        db.Add(link);
        return await IssueAsync(db, transaction, actor, "password-link-issued", link, token, ct);
    }

    /// <summary>A new link with a new term; the old link is dead.</summary>
    public async Task<Reply<IssuedInvitation>> RenewAsync(Actor actor, Guid id, CancellationToken ct)
    {
        var token = OneTimeToken.Create();
        var needsConfirmation = false;
        var refusal = await OnInvitationAsync(actor, Permission.ManageUsers, id, "invitation-renewed", (invitation, census) =>
        {
            var declined = invitation.Renew(OneTimeToken.HashOf(token), clock.GetUtcNow());
            needsConfirmation = invitation.NeedsConfirmation(census);
            return declined;
        }, ct);
        return refusal is { } declined ? declined : new IssuedInvitation(id, needsConfirmation ? null : token);
    }

    public Task<Refusal?> CancelAsync(Actor actor, Guid id, CancellationToken ct) =>
        OnInvitationAsync(actor, Permission.ManageUsers, id, "invitation-cancelled", (invitation, _) => invitation.Cancel(clock.GetUtcNow()), ct);

    /// <summary>A DPO agrees that the person becomes one too, or gets a new password as one, and is given the link to hand over.</summary>
    public async Task<Reply<IssuedInvitation>> AgreeAsync(Actor actor, Guid id, CancellationToken ct)
    {
        var token = OneTimeToken.Create();
        var refusal = await OnInvitationAsync(
            actor, Permission.ConfirmDpo, id, "dpo-confirmed", (invitation, _) => invitation.Agree(actor, OneTimeToken.HashOf(token), clock.GetUtcNow()), ct);
        return refusal is { } declined ? declined : new IssuedInvitation(id, token);
    }

    /// <summary>A DPO says no, which ends the invitation.</summary>
    public Task<Refusal?> DeclineAsync(Actor actor, Guid id, CancellationToken ct) =>
        OnInvitationAsync(actor, Permission.ConfirmDpo, id, "dpo-declined", (invitation, _) => invitation.Decline(actor, clock.GetUtcNow()), ct);

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

    private static Invitation New(Actor actor, string email, string normalized, string name, Role role, Guid? userId, string token, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Email = email,
        NormalizedEmail = normalized,
        DisplayName = name,
        Role = role,
        UserId = userId,
        TokenHash = OneTimeToken.HashOf(token),
        InvitedBy = actor.PersonId,
        InvitedByName = actor.Name,
        CreatedAt = now,
        ExpiresAt = now + Invitation.Lifetime,
    };

    private async Task<Reply<IssuedInvitation>> IssueAsync(
        PortalDbContext db, IDbContextTransaction transaction, Actor actor, string happened, Invitation invitation, string token, CancellationToken ct)
    {
        var needsConfirmation = invitation.NeedsConfirmation(await AccountQueries.CensusAsync(db, ct));
        if (await audit.SaveAsync(db, ct, Fact(actor, happened, invitation)) is { } stale)
        {
            return stale;
        }

        await transaction.CommitAsync(ct);
        feed.Publish(AccountDesk.ChangeKind, invitation.Id.ToString("d"));
        return new IssuedInvitation(invitation.Id, needsConfirmation ? null : token);
    }

    private static AuditFact Fact(Actor actor, string happened, Invitation invitation) =>
        new(actor, "account", happened, invitation.Id.ToString("d"), new { role = invitation.Role.ToString(), user = invitation.UserId });
}
