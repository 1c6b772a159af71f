using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PrivacyPortal.Access;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

public enum HoldScope
{
    Subject,
    Source,
    Category,
}

/// <summary>
/// Data that must not be erased because a legal claim needs it (art. 17(3)(e)). It never stops a request's clock: the answer leaves in time,
/// with what is held kept. Lifting it erases nothing by itself.
/// </summary>
public sealed class LegalHold
{
    public Guid Id { get; init; }

    public HoldScope Scope { get; init; }

    /// <summary>For a subject: keyed hashes of their identities, separated by blanks.</summary>
    public string Identities { get; init; } = "";

    public Guid? SourceId { get; init; }

    /// <summary>A category of the data map and all that it covers.</summary>
    public string? Category { get; init; }

    /// <summary>The reference of the file on which it was placed.</summary>
    public string About { get; init; } = "";

    /// <summary>When somebody must look whether it is still needed; the date until which an erasure says the data is kept.</summary>
    public DateOnly ReviewOn { get; init; }

    public DateTimeOffset PlacedAt { get; init; }

    public string PlacedBy { get; init; } = "";

    public DateTimeOffset? ReleasedAt { get; private set; }

    public string? ReleasedBy { get; private set; }

    public Refusal? Release(Actor actor, DateTimeOffset now)
    {
        if (ReleasedAt is not null)
        {
            return Refusal.WrongState;
        }

        (ReleasedAt, ReleasedBy) = (now, actor.Name);
        return null;
    }

    /// <summary>Whether it holds anything of this person in this source.</summary>
    public bool Concerns(IReadOnlyCollection<string> identities, Guid source) => Scope switch
    {
        HoldScope.Subject => Identities.Split(' ').Any(identities.Contains),
        HoldScope.Source => SourceId == source,
        HoldScope.Category => true,
    };

    /// <summary>Whether a field is held, once <see cref="Concerns"/> says yes.</summary>
    /// <remarks>A personal field that nobody put into a category may be of any: it is held.</remarks>
    public bool Covers(FieldMap field) => Scope != HoldScope.Category || field.Category is null || Categories.Covers(Category!, field.Category);
}

internal sealed class LegalHoldMapping : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        builder.ToTable("legal_holds");
        builder.Property(h => h.Id).ValueGeneratedNever();
    }
}
