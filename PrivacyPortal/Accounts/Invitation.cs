using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>
/// An open door for one person: to a new account, or to a new password for the one they have. The link is shown once and only its hash is
/// kept. Opening it changes nothing (mail scanners open links); a button does.
/// </summary>
public sealed class Invitation : IVersioned
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public Guid Id { get; init; }

    public string Email { get; init; } = "";

    public string NormalizedEmail { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public Role Role { get; init; }

    /// <summary>Whose password it renews; null when it makes a new account.</summary>
    public Guid? UserId { get; init; }

    public string TokenHash { get; set; } = "";

    public Guid? InvitedBy { get; init; }

    public string InvitedByName { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The DPO who agreed that the person becomes one too.</summary>
    public Guid? ConfirmedBy { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }

    public int Version { get; set; }

    public bool IsOpen => AcceptedAt is null && CancelledAt is null;

    /// <summary>
    /// Whether a DPO must agree before the person can come in: after the first DPO, no administrator makes one alone, nor takes the place of
    /// one by a new password.
    /// </summary>
    public bool NeedsConfirmation(Census census) => Role == Role.Dpo && ConfirmedBy is null && census.HasDpo;

    public Refusal? Accept(Census census, DateTimeOffset now)
    {
        var refusal = !IsOpen ? Refusal.NotFound
            : ExpiresAt <= now ? Refusal.TooLate
            : NeedsConfirmation(census) ? Refusal.Incomplete
            : (Refusal?)null;
        AcceptedAt = refusal is null ? now : AcceptedAt;
        return refusal;
    }

    /// <summary>The old link is dead, and an agreement that was given for it too.</summary>
    public Refusal? Renew(string tokenHash, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return Refusal.WrongState;
        }

        (TokenHash, ExpiresAt, ConfirmedBy) = (tokenHash, now + Lifetime, null);
        return null;
    }

    public Refusal? Cancel(DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return Refusal.WrongState;
        }

        CancelledAt = now;
        return null;
    }

    /// <summary>
    /// A DPO agrees. The link is made anew, for the DPO to hand over: the administrator who invited never holds one that opens.
    /// </summary>
    public Refusal? Agree(Actor actor, string tokenHash, DateTimeOffset now)
    {
        if (AnswerableBy(actor) is { } refusal)
        {
            return refusal;
        }

        (ConfirmedBy, TokenHash, ExpiresAt) = (actor.PersonId, tokenHash, now + Lifetime);
        return null;
    }

    /// <summary>A DPO says no, which ends it.</summary>
    public Refusal? Decline(Actor actor, DateTimeOffset now)
    {
        if (AnswerableBy(actor) is { } refusal)
        {
            return refusal;
        }

        CancelledAt = now;
        return null;
    }

    private Refusal? AnswerableBy(Actor actor) =>
        !IsOpen || Role != Role.Dpo || ConfirmedBy is not null ? Refusal.WrongState
        : actor.PersonId == InvitedBy || actor.PersonId == UserId ? Refusal.SamePerson
        : null;
}
