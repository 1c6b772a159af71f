using System.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>
/// The verbs on accounts: an administrator's, and a DPO's on who becomes one too. Who is left in a role is counted inside the transaction
/// of the change, so that two administrators cannot disable each other at the same moment. Every verb that takes something away also ends
/// the person's sessions.
/// </summary>
public sealed class AccountDesk(IDbContextFactory<PortalDbContext> contexts, AuditLog audit, ChangeFeed feed, TimeProvider clock)
{
    /// <summary>The kind under which the <see cref="ChangeFeed"/> tells about accounts and invitations.</summary>
    public const string ChangeKind = "account";

    public Task<Refusal?> DisableAsync(Actor actor, Guid userId, CancellationToken ct) =>
        OnUserAsync(actor, Permission.ManageUsers, userId, "disabled", (user, census) => user.Disable(actor, census, clock.GetUtcNow()), ct);

    /// <summary>Lets the person in again; who was a DPO waits for a DPO's word to be one.</summary>
    public Task<Refusal?> EnableAsync(Actor actor, Guid userId, CancellationToken ct) =>
        OnUserAsync(actor, Permission.ManageUsers, userId, "enabled", (user, census) => user.Enable(census), ct);

    /// <summary>Changes the role, or proposes the person as a DPO where there is one, who then answers.</summary>
    public Task<Refusal?> ChangeRoleAsync(Actor actor, Guid userId, Role role, CancellationToken ct) =>
        OnUserAsync(actor, Permission.ManageUsers, userId, "role-changed", (user, census) => user.ChangeRole(actor, role, census), ct);

    /// <summary>A DPO's yes or no to a proposal. Four eyes: the log says who proposed.</summary>
    public async Task<Refusal?> AnswerProposalAsync(Actor actor, Guid userId, bool confirmed, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ConfirmDpo) is { } refusal)
        {
            return refusal;
        }

        var proposer = await ProposerAsync(userId, ct);
        return await OnUserAsync(
            actor, Permission.ConfirmDpo, userId, confirmed ? "dpo-confirmed" : "dpo-declined", (user, _) => user.AnswerProposal(actor, proposer, confirmed), ct);
    }

    public Task<Refusal?> SignOutEverywhereAsync(Actor actor, Guid userId, CancellationToken ct) =>
        OnUserAsync(actor, Permission.ManageUsers, userId, "signed-out-everywhere", SignOut, ct);

    /// <summary>For a person who lost their phone and the recovery codes: they sign in by password alone until they set it up again.</summary>
    public async Task<Refusal?> ResetTwoFactorAsync(Actor actor, Guid userId, CancellationToken ct)
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

        if (actor.PersonId == userId)
        {
            return Refusal.SamePerson;
        }

        user.TwoFactorEnabled = false;
        user.SignOutEverywhere();
        db.RemoveRange(await db.Set<IdentityUserToken<Guid>>().Where(t => t.UserId == userId).ToListAsync(ct));
        return await CommitAsync(db, transaction, Fact(actor, "two-factor-reset", userId), ct);
    }

    /// <summary>Demands two-factor of everybody in the role, or no longer. Who has not set it up can do nothing else from then on.</summary>
    public async Task<Refusal?> RequireTwoFactorAsync(Actor actor, Role role, bool required, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ManageUsers) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var rule = await db.Set<RoleRule>().SingleOrDefaultAsync(r => r.Role == role, ct) ?? db.Add(new RoleRule { Role = role }).Entity;
        rule.TwoFactorRequired = required;
        var fact = new AuditFact(actor, "account", required ? "two-factor-required" : "two-factor-optional", role.ToString());
        return await CommitAsync(db, transaction, fact, ct);
    }

    /// <summary>Who proposed the person last, or enabled them again, which proposes a former DPO anew.</summary>
    private async Task<Guid?> ProposerAsync(Guid userId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var about = userId.ToString("d");
        return await db.Set<AuditEntry>()
            .Where(e => e.Category == "account" && e.About == about && (e.Name == "dpo-proposed" || e.Name == "enabled"))
            .OrderByDescending(e => e.Sequence).Select(e => e.ActorId).FirstOrDefaultAsync(ct);
    }

    private static Refusal? SignOut(PortalUser user, Census census)
    {
        user.SignOutEverywhere();
        return null;
    }

    private async Task<Refusal?> OnUserAsync(
        Actor actor, Permission permission, Guid userId, string happened, Func<PortalUser, Census, Refusal?> change, CancellationToken ct)
    {
        if (actor.Lacks(permission) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        if (await db.Set<PortalUser>().SingleOrDefaultAsync(u => u.Id == userId, ct) is not { } user)
        {
            return Refusal.NotFound;
        }

        if (change(user, await AccountQueries.CensusAsync(db, ct)) is { } declined)
        {
            return declined;
        }

        var fact = Fact(actor, user.ProposedAsDpo && happened == "role-changed" ? "dpo-proposed" : happened, userId, new { role = user.Role.ToString() });
        return await CommitAsync(db, transaction, fact, ct);
    }

    private static AuditFact Fact(Actor actor, string happened, Guid userId, object? payload = null) =>
        new(actor, "account", happened, userId.ToString("d"), payload);

    private async Task<Refusal?> CommitAsync(PortalDbContext db, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, AuditFact fact, CancellationToken ct)
    {
        if (await audit.SaveAsync(db, ct, fact) is { } refusal)
        {
            return refusal;
        }

        await transaction.CommitAsync(ct);
        feed.Publish(ChangeKind, fact.About);
        return null;
    }
}
