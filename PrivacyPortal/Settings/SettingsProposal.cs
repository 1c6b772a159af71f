using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Settings;

public enum ProposalStatus
{
    AwaitingOpinion,

    /// <summary>The opinion is unfavourable: only a second administrator can still publish it, for management.</summary>
    AdvisedAgainst,

    /// <summary>Published on a favourable opinion.</summary>
    Published,

    /// <summary>Published against the opinion: an alert of the DPO's register.</summary>
    PublishedAgainstAdvice,
    Withdrawn,

    /// <summary>Something that it would change was changed meanwhile: nothing is overwritten unseen.</summary>
    Lapsed,
}

/// <summary>Who said what, when.</summary>
public sealed record Statement(Guid? By, string ByName, DateTimeOffset At, string Text);

/// <summary>
/// A loosening that waits for the DPO's opinion (art. 39(1)). The DPO advises and does not decide (C-453/21): an unfavourable opinion can be
/// overruled, by a second administrator with management's name and reason, and that stays on record.
/// </summary>
public sealed class SettingsProposal : IVersioned
{
    public Guid Id { get; init; }

    public ProposalStatus Status { get; private set; }

    public IReadOnlyList<SettingChange> Changes { get; init; } = [];

    /// <summary>The administrator who proposes it, when and why.</summary>
    public Statement Proposed { get; init; } = new(null, "", default, "");

    /// <summary>Wanted from this instant on; null is as soon as it is published.</summary>
    public DateTimeOffset? EffectiveAt { get; init; }

    public Statement? Opinion { get; private set; }

    public bool? Favourable { get; private set; }

    /// <summary>The second administrator's act, with management's reason.</summary>
    public Statement? Override { get; private set; }

    /// <summary>Who of the management decided against the opinion.</summary>
    public string? ManagementName { get; private set; }

    /// <summary>The revision that it became.</summary>
    public int? Revision { get; private set; }

    public int Version { get; set; }

    public bool IsOpen => Status is ProposalStatus.AwaitingOpinion or ProposalStatus.AdvisedAgainst;

    /// <summary>The DPO's opinion. Not by the person who proposes it, whatever role they have by now.</summary>
    public Refusal? Advise(Actor actor, bool favourable, string text, DateTimeOffset now)
    {
        if (Status != ProposalStatus.AwaitingOpinion)
        {
            return Refusal.WrongState;
        }

        if (actor.PersonId == Proposed.By)
        {
            return Refusal.SamePerson;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Refusal.ReasonMissing;
        }

        (Opinion, Favourable) = (new Statement(actor.PersonId, actor.Name, now, text.Trim()), favourable);
        Status = favourable ? ProposalStatus.Published : ProposalStatus.AdvisedAgainst;
        return null;
    }

    /// <summary>Management decides otherwise. Persons are compared: neither who proposed it nor who advised against it.</summary>
    public Refusal? Overrule(Actor actor, string managementName, string reason, DateTimeOffset now)
    {
        if (Status != ProposalStatus.AdvisedAgainst)
        {
            return Refusal.WrongState;
        }

        if (actor.PersonId == Proposed.By || actor.PersonId == Opinion!.By)
        {
            return Refusal.SamePerson;
        }

        if (string.IsNullOrWhiteSpace(managementName) || string.IsNullOrWhiteSpace(reason))
        {
            return Refusal.ReasonMissing;
        }

        (Override, ManagementName) = (new Statement(actor.PersonId, actor.Name, now, reason.Trim()), managementName.Trim());
        Status = ProposalStatus.PublishedAgainstAdvice;
        return null;
    }

    public Refusal? Withdraw() => Leave(ProposalStatus.Withdrawn);

    /// <summary>Something that it would change was published otherwise.</summary>
    public Refusal? Lapse() => Leave(ProposalStatus.Lapsed);

    /// <summary>Which revision carries it out.</summary>
    public void Became(int revision) => Revision = revision;

    private Refusal? Leave(ProposalStatus status)
    {
        if (!IsOpen)
        {
            return Refusal.WrongState;
        }

        Status = status;
        return null;
    }
}
