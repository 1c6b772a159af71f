using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>
/// An open door for one person. The link is shown once and only its hash is kept. Opening it changes nothing (mail scanners open links);
/// a button does.
/// </summary>
public sealed class Invitation : IVersioned
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public Guid Id { get; init; }

    public string Email { get; init; } = "";

    public string NormalizedEmail { get; init; } = "";

    public string DisplayName { get; init; } = "";

    public Role Role { get; init; }

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

    /// <summary>Whether a DPO must agree before the person can come in: after the first DPO, no administrator makes one alone.</summary>
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

    public Refusal? Renew(string tokenHash, DateTimeOffset now)
    {
        if (!IsOpen)
        {
            return Refusal.WrongState;
        }

        (TokenHash, ExpiresAt) = (tokenHash, now + Lifetime);
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

    /// <summary>A DPO's answer; a "no" ends the invitation.</summary>
    public Refusal? AnswerAsDpo(Actor actor, bool confirmed, DateTimeOffset now)
    {
        var refusal = !IsOpen || Role != Role.Dpo || ConfirmedBy is not null ? Refusal.WrongState
            : actor.PersonId == InvitedBy ? Refusal.SamePerson
            : (Refusal?)null;
        if (refusal is not null)
        {
            return refusal;
        }

        (ConfirmedBy, CancelledAt) = confirmed ? (actor.PersonId, CancelledAt) : (null, now);
        return null;
    }
}
