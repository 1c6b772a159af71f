using Microsoft.AspNetCore.Identity;
using PrivacyPortal.Access;

namespace PrivacyPortal.Accounts;

/// <summary>How many people are able to act in each role that the portal cannot be without.</summary>
public readonly record struct Census(int Administrators, int Dpos)
{
    public bool HasDpo => Dpos > 0;

    /// <summary>Whether nobody would be left in the role if one of its people went.</summary>
    public bool WouldEmpty(Role role) => role switch
    {
        Role.Administrator => Administrators <= 1,
        Role.Dpo => Dpos <= 1,
        Role.Auditor => false,
    };
}

/// <summary>
/// A member of staff who may sign in. The role is a single value, so that nobody can be both administrator and DPO (GDPR art. 38(6)).
/// </summary>
public sealed class PortalUser : IdentityUser<Guid>
{
    /// <summary>So many wrong passwords or codes in a row, and the account rests.</summary>
    public const int TriesBeforeRest = 5;

    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    public string DisplayName { get; set; } = "";

    public Role Role { get; set; }

    /// <summary>An administrator wants this person to become a DPO; a DPO has not said yes or no yet.</summary>
    public bool ProposedAsDpo { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>The language of the interface for this person: <c>en</c> or <c>fr</c>.</summary>
    public string Language { get; set; } = "en";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastSignInAt { get; set; }

    /// <summary>The last time step whose code was used: a code is good once (RFC 6238, 5.2).</summary>
    public long LastCodeStep { get; set; }

    public bool IsActive => DisabledAt is null;

    /// <summary>A person with an account and no password yet, able to sign in at once.</summary>
    public static PortalUser Create(string email, string displayName, Role role, string language, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        UserName = email.Trim(),
        Email = email.Trim(),
        EmailConfirmed = true,
        DisplayName = displayName.Trim(),
        Role = role,
        Language = language,
        CreatedAt = now,
    };

    public Actor ToActor() => Actor.User(Id, DisplayName, Role);

    public bool RestsAt(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>Whether the person may try to sign in at all.</summary>
    public bool MayEnter(DateTimeOffset now) => IsActive && !RestsAt(now);

    public void CountFailure(DateTimeOffset now)
    {
        ConcurrencyStamp = NewStamp();
        if (++AccessFailedCount >= TriesBeforeRest)
        {
            (AccessFailedCount, LockoutEnd) = (0, now + Rest);
        }
    }

    public void CountSuccess(DateTimeOffset now)
    {
        ConcurrencyStamp = NewStamp();
        (AccessFailedCount, LockoutEnd, LastSignInAt) = (0, null, now);
    }

    /// <summary>Ends every session: cookies and open pages carry the old stamp and are refused at their next check, seconds later.</summary>
    public void SignOutEverywhere()
    {
        SecurityStamp = NewStamp();
        ConcurrencyStamp = NewStamp();
    }

    public Refusal? Disable(Actor actor, Census census, DateTimeOffset now)
    {
        var refusal = !IsActive ? Refusal.WrongState
            : actor.PersonId == Id ? Refusal.SamePerson
            : census.WouldEmpty(Role) ? Refusal.Separation
            : (Refusal?)null;
        if (refusal is not null)
        {
            return refusal;
        }

        (DisabledAt, ProposedAsDpo) = (now, false);
        SignOutEverywhere();
        return null;
    }

    /// <summary>Lets the person in again. A DPO comes back as an auditor who is proposed as a DPO: no administrator makes one alone.</summary>
    public Refusal? Enable(Census census)
    {
        if (IsActive)
        {
            return Refusal.WrongState;
        }

        DisabledAt = null;
        if (Role == Role.Dpo && census.HasDpo)
        {
            (Role, ProposedAsDpo) = (Role.Auditor, true);
        }

        SignOutEverywhere();
        return null;
    }

    /// <summary>
    /// Gives the person another role, or proposes them as a DPO where there is one already, whose word it then takes. An administrator never
    /// becomes a DPO at one stroke, nor the reverse: who wrote the settings would judge them.
    /// </summary>
    public Refusal? ChangeRole(Actor actor, Role role, Census census)
    {
        var refusal = role == Role || !IsActive ? Refusal.WrongState
            : actor.PersonId == Id ? Refusal.SamePerson
            : (Role, role) is (Role.Administrator, Role.Dpo) or (Role.Dpo, Role.Administrator) || census.WouldEmpty(Role) ? Refusal.Separation
            : (Refusal?)null;
        if (refusal is not null)
        {
            return refusal;
        }

        if (role == Role.Dpo && census.HasDpo)
        {
            ProposedAsDpo = true;
            ConcurrencyStamp = NewStamp();
            return null;
        }

        Become(role);
        return null;
    }

    /// <summary>A DPO's answer to the proposal. Not by the person who proposed it, whatever role they have by now.</summary>
    public Refusal? AnswerProposal(Actor actor, Guid? proposer, bool confirmed)
    {
        if (!ProposedAsDpo || !IsActive)
        {
            return Refusal.WrongState;
        }

        if (actor.PersonId is { } person && (person == proposer || person == Id))
        {
            return Refusal.SamePerson;
        }

        Become(confirmed ? Role.Dpo : Role);
        return null;
    }

    private void Become(Role role)
    {
        (Role, ProposedAsDpo) = (role, false);
        SignOutEverywhere();
    }

    private static string NewStamp() => Guid.NewGuid().ToString("n");
}
