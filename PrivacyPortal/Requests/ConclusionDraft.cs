namespace PrivacyPortal.Requests;

/// <summary>A conclusion while somebody types it.</summary>
public sealed class ConclusionDraft(SubjectRight right, IEnumerable<RequestSourceRow> sources)
{
    public SubjectRight Right => right;

    public RestrictionGround Ground { get; set; }

    /// <summary>The systems where something was found.</summary>
    public IReadOnlyList<SourceLine> Sources { get; } = [.. sources.Where(s => s.Rows > 0).Select(s => new SourceLine(s.SourceId, s.SourceName, s.Rows))];

    public ObjectionScope Scope { get; set; }

    public string Stopped { get; set; } = "";

    public string Reviewer { get; set; } = "";

    public ReviewOutcome Outcome { get; set; }

    public string Reasons { get; set; } = "";

    /// <summary>The ground of an erasure; null: not chosen yet.</summary>
    public ErasureGround? Erased { get; set; }

    /// <summary>Why it is erased although another file restricts the processing of the data.</summary>
    public string DespiteRestriction { get; set; } = "";

    /// <summary>Null for the rights that a plan tells, and while no ground of an erasure is chosen.</summary>
    public Conclusion? ToConclusion() => right switch
    {
        SubjectRight.Restriction => new RestrictionRuling(Ground, [.. Sources.Select(s => new FrozenSource(s.Id, s.Name, s.Frozen, s.Measure.Trim()))]),
        SubjectRight.Objection => new ObjectionRuling(Scope, Stopped.Trim()),
        SubjectRight.HumanReview => new HumanReviewRuling(Reviewer.Trim(), Outcome, Reasons.Trim()),
        SubjectRight.Erasure => Erased is { } ground ? new ErasureRuling(ground) { DespiteRestriction = string.IsNullOrWhiteSpace(DespiteRestriction) ? null : DespiteRestriction.Trim() } : null,
        SubjectRight.Access or SubjectRight.Rectification or SubjectRight.Portability => null,
    };

    public sealed class SourceLine(Guid id, string name, int rows)
    {
        public Guid Id => id;

        public string Name => name;

        public int Rows => rows;

        public bool Frozen { get; set; } = true;

        public string Measure { get; set; } = "";
    }
}
