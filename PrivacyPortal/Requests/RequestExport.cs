using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>Setting <c>export.policy</c>: what it takes staff to download personal data from the portal.</summary>
public enum ExportPolicy
{
    Denied,
    FourEyes,
    Reason,
}

/// <summary>What is downloaded, and for whom.</summary>
public enum ExportKind
{
    /// <summary>The person's own copy, taken to be handed to them. It is theirs: the setting does not concern it.</summary>
    Answer,

    /// <summary>A file of the request, for the staff's own use.</summary>
    Document,

    /// <summary>The sheet of a task on a source kept by hand.</summary>
    TaskSheet,
}

public enum ExportStanding
{
    /// <summary>For a second person.</summary>
    Waiting,

    /// <summary>The file can be downloaded, by who asked for it.</summary>
    Open,
    Declined,

    /// <summary>Its time is over, or a reason is enough by now; whoever needs the file asks again.</summary>
    Over,

    /// <summary>The setting has changed since and does not allow it.</summary>
    Barred,
}

/// <summary>
/// That somebody wants to download one file with personal data, and why. It is for who asked and for that file alone. The setting is read
/// when it is asked and again at each download, so that a tightening concerns also what stood open.
/// </summary>
public sealed class RequestExport
{
    /// <summary>For what needed no second person: long enough to try again when a download breaks off.</summary>
    public static readonly TimeSpan Brief = TimeSpan.FromMinutes(15);

    /// <summary>For what a second person allowed: whoever asked may be back only tomorrow.</summary>
    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    public Guid Id { get; init; }

    public Guid RequestId { get; init; }

    public ExportKind Kind { get; init; }

    /// <summary>The document, or the step whose task the sheet is of.</summary>
    public Guid What { get; init; }

    /// <summary>The reason, under the file's key; null for a person's own copy, whose reason is that it is theirs.</summary>
    public byte[]? Box { get; init; }

    /// <summary>The person; two keys of theirs are no two persons.</summary>
    public Guid? AskedBy { get; init; }

    public string AskedByName { get; init; } = "";

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>Null where nobody had to allow it.</summary>
    public Guid? AllowedBy { get; private set; }

    public string? AllowedByName { get; private set; }

    public DateTimeOffset? AllowedAt { get; private set; }

    public DateTimeOffset? DeclinedAt { get; private set; }

    /// <summary>Until when it can be downloaded; null while it waits.</summary>
    public DateTimeOffset? Until => AllowedAt + (AllowedBy is null ? Brief : Day);

    internal static RequestExport Ask(Guid id, Guid request, ExportKind kind, Guid what, Actor actor, byte[]? box, bool waits, DateTimeOffset now) => new()
    {
        Id = id, RequestId = request, Kind = kind, What = what, Box = box, AskedBy = actor.PersonId, AskedByName = actor.Name, AskedAt = now, AllowedAt = waits ? null : now,
    };

    /// <summary>Those that a second person can still allow: the document may have ended meanwhile, or the task been done.</summary>
    internal static IQueryable<RequestExport> Waiting(PortalDbContext db) => db.Set<RequestExport>().Where(e => e.AllowedAt == null && e.DeclinedAt == null
        && ((e.Kind == ExportKind.TaskSheet && db.Set<RequestStep>().Any(s => s.Id == e.What && s.State == StepState.NeedsAttention && s.Cause == StepCause.ManualTask))
            || (e.Kind != ExportKind.TaskSheet && db.Set<RequestDocument>().Any(d => d.Id == e.What))));

    internal static byte[] Seal(FileKey key, Guid id, string reason) => key.SealText(Place(id), reason);

    internal string? OpenReason(FileKey? key) => Box is null || key is null ? null : key.OpenText(Place(Id), Box);

    public ExportStanding StandingAt(ExportPolicy policy, DateTimeOffset now) =>
        DeclinedAt is not null ? ExportStanding.Declined
        : Until <= now ? ExportStanding.Over
        : Kind == ExportKind.Answer ? ExportStanding.Open
        : policy == ExportPolicy.Denied ? ExportStanding.Barred
        : AllowedAt is null ? policy == ExportPolicy.FourEyes ? ExportStanding.Waiting : ExportStanding.Over
        : policy == ExportPolicy.FourEyes && AllowedBy is null ? ExportStanding.Barred
        : ExportStanding.Open;

    /// <summary>The second pair of eyes: another person than the one who asked, whatever account or key they use.</summary>
    public Refusal? Allow(Actor actor, ExportPolicy policy, DateTimeOffset now)
    {
        if ((Decides(actor) ?? Asks(policy)) is { } refusal)
        {
            return refusal;
        }

        (AllowedBy, AllowedByName, AllowedAt) = (actor.PersonId, actor.Name, now);
        return null;
    }

    public Refusal? Decline(Actor actor, DateTimeOffset now)
    {
        if (Decides(actor) is { } refusal)
        {
            return refusal;
        }

        DeclinedAt = now;
        return null;
    }

    private Refusal? Decides(Actor actor) =>
        AllowedAt is not null || DeclinedAt is not null ? Refusal.WrongState
        : actor.PersonId is null || actor.PersonId == AskedBy ? Refusal.SamePerson
        : null;

    private static Refusal? Asks(ExportPolicy policy) => policy switch
    {
        ExportPolicy.Denied => Refusal.ExportDenied,
        ExportPolicy.FourEyes => null,
        ExportPolicy.Reason => Refusal.WrongState,
    };

    private static string Place(Guid id) => $"export/{id:n}";
}

internal sealed class RequestExportMapping : IEntityTypeConfiguration<RequestExport>
{
    public void Configure(EntityTypeBuilder<RequestExport> builder)
    {
        builder.ToTable("request_exports");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.Until);
        builder.HasOne<SubjectRequest>().WithMany().HasForeignKey(e => e.RequestId);
        builder.HasIndex(e => new { e.What, e.AskedBy });
    }
}
