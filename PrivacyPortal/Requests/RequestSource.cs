using System.Text.Json;
using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>
/// What one source holds on the subject of one request, what was decided on it, and what was done. Keys, values and decisions on them are
/// sealed under the request's findings key; counts, which stay after that key is destroyed, are not.
/// </summary>
public sealed class RequestSource
{
    public Guid Id { get; init; }

    public Guid RequestId { get; init; }

    public Guid SourceId { get; init; }

    public string SourceName { get; set; } = "";

    public int MapVersion { get; set; }

    public DateTimeOffset SearchedAt { get; set; }

    /// <summary>The subject's own rows and those shared with others.</summary>
    public int Rows { get; set; }

    public int ThirdPartyRows { get; set; }

    /// <summary>Rows on which the DPO has not yet said whose they are.</summary>
    public int Ambiguous { get; set; }

    /// <summary>Tables and counts, as JSON of <see cref="SourceSummary"/>.</summary>
    public string Summary { get; set; } = "";

    /// <summary>The step and token whose rows are the current ones (<see cref="RequestRows"/>).</summary>
    public Guid SearchStep { get; set; }

    public long SearchToken { get; set; }

    /// <summary>Sealed <see cref="WalkResult"/>.</summary>
    public byte[] Found { get; set; } = [];

    /// <summary>Sealed <see cref="SourceReview"/>; null until somebody reviewed. What it says outlives a new search, which must be reviewed again.</summary>
    public byte[]? Review { get; set; }

    /// <summary>Whether the DPO has reviewed what the newest search found.</summary>
    public bool Reviewed { get; set; }

    /// <summary>Whether the review says more on whose rows are whose than the newest search knew.</summary>
    public bool SearchAgain { get; set; }

    /// <summary>Sealed plan, made by the dry run.</summary>
    public byte[]? Plan { get; set; }

    /// <summary>Null: no dry run of the review as it is.</summary>
    public bool? PreflightPassed { get; set; }

    /// <summary>JSON of <see cref="PreflightReport"/>.</summary>
    public string? Preflight { get; set; }

    /// <summary>The plan without keys and values: JSON of <see cref="PlanLine"/>s.</summary>
    public string Lines { get; set; } = "[]";

    /// <summary>What was carried out under a decision that was recalled later: JSON of <see cref="PlanLine"/>s.</summary>
    public string DoneBefore { get; set; } = NothingDone;

    /// <summary>The sealed plans of corrections that were carried out under a decision that was recalled later: JSON of boxes.</summary>
    public string CorrectedBefore { get; set; } = NothingDone;

    internal const string NothingDone = "[]";

    /// <summary>The legal holds that made the plan keep something, separated by blanks.</summary>
    public string HeldBy { get; set; } = "";

    /// <summary>JSON of <see cref="ExecutionResult"/>.</summary>
    public string? Execution { get; set; }

    /// <summary>JSON of <see cref="VerificationReport"/>.</summary>
    public string? Verification { get; set; }

    public DateTimeOffset? ExecutedAt { get; set; }

    public DateTimeOffset? VerifiedAt { get; set; }

    /// <summary>What its owner reported, where it is kept by hand: JSON of <see cref="ManualReport"/>s.</summary>
    public string ByHand { get; set; } = NothingDone;

    internal IReadOnlyList<ManualReport> ReadByHand() => JsonSerializer.Deserialize<List<ManualReport>>(ByHand)!;

    /// <summary>The report whose count waits for a DPO.</summary>
    internal ManualReport? OpenReport => ReadByHand().FirstOrDefault(r => r.IsOpen);

    /// <summary>
    /// Before the plan is forgotten under a report whose count nobody confirmed: what it says was erased is gone and goes on record, and how much
    /// is left there only a new search tells.
    /// </summary>
    internal void RecallReport(DateTimeOffset now)
    {
        if (OpenReport is not { } open)
        {
            return;
        }

        if (open.Records > 0)
        {
            ExecutedAt = now;
            CountByHand(open.Records);
        }

        ByHand = JsonSerializer.Serialize(ReadByHand().Select(r => r.IsOpen ? r with { Recalled = true } : r));
        SearchAgain = true;
    }

    internal byte[] Seal<T>(FileKey key, string place, T value) =>
        key.Seal($"{place}/{SourceId:n}", JsonSerializer.SerializeToUtf8Bytes(value));

    internal T Open<T>(FileKey key, string place, ReadOnlySpan<byte> box) =>
        JsonSerializer.Deserialize<T>(key.Open($"{place}/{SourceId:n}", box))!;

    /// <summary>What the plan does, and what an earlier one did.</summary>
    internal IReadOnlyList<PlanLine> ReadLines() =>
        [.. JsonSerializer.Deserialize<List<PlanLine>>(DoneBefore)!, .. JsonSerializer.Deserialize<List<PlanLine>>(Lines)!];

    /// <summary>What was erased by the portal: by the plan once it is carried out, and by an earlier one.</summary>
    internal IEnumerable<PlanLine> ReadErased() => (ExecutedAt is null ? JsonSerializer.Deserialize<List<PlanLine>>(DoneBefore)! : ReadLines()).Where(l => !l.Stays);

    /// <summary>What was erased by hand counts as it was reported, whatever was planned.</summary>
    internal void CountByHand(int records) =>
        Lines = JsonSerializer.Serialize(JsonSerializer.Deserialize<List<PlanLine>>(Lines)!.Select(l => l.Stays ? l : l with { Rows = records }));

    /// <summary>The corrections of the plan, after those of earlier ones.</summary>
    internal IEnumerable<Correction> ReadCorrections(FileKey key) => ReadRectifications(key).SelectMany(plan => plan.Corrections);

    /// <summary>The statements of the plan, after those that earlier ones wrote. What an earlier one left to a person is the new one's to ask for, or nobody's.</summary>
    internal IEnumerable<PlannedStatement> ReadStatements(FileKey key)
    {
        var plans = ReadRectifications(key).ToList();
        var now = Plan is null ? null : plans[^1];
        return plans.SelectMany(plan => plan.Statements.Where(s => s.Column is not null || ReferenceEquals(plan, now))).DistinctBy(s => (s.Row, s.Field, s.Text));
    }

    /// <summary>What plans before the newest wrote, each cell with what was written last, without those that the newest writes again. Null: nothing was.</summary>
    internal RectificationOrder? ReadWrittenBefore(FileKey key)
    {
        var orders = ReadOrders(key).ToList();
        var before = Plan is null ? orders : orders[..^1];
        var again = Plan is null ? [] : orders[^1].Plan.Writes.Select(w => (w.Row, w.Field)).ToHashSet();
        List<Correction> writes = [.. before.SelectMany(o => o.Plan.Writes).GroupBy(w => (w.Row, w.Field)).Select(g => g.Last()).Where(w => !again.Contains((w.Row, w.Field)))];
        return writes.Count == 0 ? null : before[^1] with { Plan = before[^1].Plan with { Attachments = [], Corrections = writes } };
    }

    private IEnumerable<RectificationPlan> ReadRectifications(FileKey key) => ReadOrders(key).Select(order => order.Plan);

    private IEnumerable<RectificationOrder> ReadOrders(FileKey key) => JsonSerializer.Deserialize<List<byte[]>>(CorrectedBefore)!.Append(Plan).OfType<byte[]>()
        .Select(plan => Open<RectificationOrder>(key, PlanPlace, plan));

    /// <summary>What the search found; nothing where a person searched by hand.</summary>
    internal WalkResult ReadFound(FileKey key) => Found.Length > 0 ? Open<WalkResult>(key, FoundPlace, Found) : new WalkResult
    {
        MapVersion = MapVersion, Findings = [], ThirdParties = [], Quotes = [], Ambiguities = [], Proposals = [], Unreached = [], Uncastables = [],
    };

    internal SourceSummary ReadSummary() => JsonSerializer.Deserialize<SourceSummary>(Summary)!;

    /// <summary>A new search or review: what was planned and tried before is void.</summary>
    internal void ForgetPlan(SubjectRight right)
    {
        if (ExecutedAt is not null)
        {
            // It was carried out before the decision was recalled: what is gone stays on record.
            DoneBefore = JsonSerializer.Serialize(ReadLines().Where(l => !l.Stays));
            if (right == SubjectRight.Rectification && Plan is not null)
            {
                CorrectedBefore = JsonSerializer.Serialize(JsonSerializer.Deserialize<List<byte[]>>(CorrectedBefore)!.Append(Plan));
            }

            (Execution, ExecutedAt, Verification, VerifiedAt) = (null, null, null, null);
        }

        (PreflightPassed, Preflight, Plan, Lines, HeldBy) = (null, null, null, "[]", "");
    }

    /// <summary>What its destroyed key had sealed; counts and reports stay.</summary>
    internal void ForgetFindings() => (Found, Review, Plan, CorrectedBefore) = ([], null, null, NothingDone);

    internal const string FoundPlace = "found";
    internal const string ReviewPlace = "review";
    internal const string PlanPlace = "plan";
}

/// <summary>What a search found, in counts.</summary>
public sealed record SourceSummary(
    IReadOnlyList<TableCount> Tables, IReadOnlyList<ThirdPartyCount> ThirdParties, IReadOnlyList<UnreachedTable> Unreached, IReadOnlyList<Uncastable> Uncastables)
{
    /// <summary>Tables, as people call them, of which the source may hide rows from the portal.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];
}

/// <param name="Title">The table's name for people.</param>
public sealed record TableCount(string Table, string Title, Verdict Verdict, int Rows, string Path, IReadOnlyList<string> Categories);

/// <summary>What the DPO decided on one source's findings. Empty lists leave everything as the map suggests.</summary>
/// <param name="Ticks">Whose the ambiguous rows are; takes effect with a new search.</param>
/// <param name="Follow">Identities met on the way that the DPO accepted; takes effect with a new search.</param>
/// <param name="Compact">After the erasure, rewrite the source's file, so that not even space freed long ago holds a value; locks the source meanwhile.</param>
/// <param name="OwnText">Also seek the identity's values in whole text columns, whatever it costs.</param>
public sealed record SourceReview(
    IReadOnlyList<Tick> Ticks,
    IReadOnlyList<Identity> Follow,
    IReadOnlyList<FindingRelease> Releases,
    IReadOnlyList<TextRedaction> Redactions,
    IReadOnlyList<ErasureDecision> Erasures,
    IReadOnlyList<Correction> Corrections,
    bool OwnText = false,
    bool Compact = false)
{
    /// <summary>What the person states on something that was said in a row of theirs, which is never rewritten (art. 16).</summary>
    public IReadOnlyList<SupplementaryStatement> Statements { get; init; } = [];

    public static readonly SourceReview AsSuggested = new([], [], [], [], [], []);

    /// <summary>Whether it says two things of one row, finding or field: nobody could tell which of them holds.</summary>
    private bool Contradicts =>
        Twice(Ticks.Select(t => t.Row)) || Twice(Follow)
        || Twice(Releases.Select(r => (r.Table, r.Verdict))) || Releases.Any(r => Twice(r.Fields.Select(f => f.Field))) || Twice(Redactions.Select(r => (r.Row, r.Field)))
        || Twice(Erasures.Select(e => (e.Table, e.Verdict, e.OfFields))) || Erasures.Any(e => Twice(e.Fields.Select(f => f.Field)))
        || Twice(Corrections.Select(c => (c.Row, c.Field))) || Twice(Statements.Select(s => (s.Row, s.Field)));

    private static bool Twice<T>(IEnumerable<T> things)
    {
        var seen = new HashSet<T>();
        return things.Any(thing => !seen.Add(thing));
    }

    /// <summary>It says one thing of each row. What was said is not corrected. A statement says something, on what was said in a row found to be the subject's and not in another's words there.</summary>
    internal Refusal? Judge(SourceMap? map, WalkResult found)
    {
        bool Said(RowRef row, string field) => map?.Find(row.Table)?.IsSaid(field) == true;
        bool Theirs(RowRef row, string field) => row.Table != ManualConnector.Table && found.Findings.Any(f => f.Table == row.Table && f.Verdict == Verdict.Subject
            && f.Rows.Contains(row.Key) && !f.Of.Any(o => o.Field == field && o.Owner == OfOwner.Another && o.Rows.Contains(row.Key)));
        return Contradicts ? Refusal.Invalid
            : Corrections.Any(c => Said(c.Row, c.Field)) ? Refusal.Unlawful
            : Statements.All(s => s.IsComplete && Said(s.Row, s.Field) && Theirs(s.Row, s.Field)) ? null
            : Refusal.Invalid;
    }
}

/// <summary>A run of rows of one table, sealed together: what pages show and packages are made of.</summary>
public sealed class RequestRows
{
    public long Id { get; init; }

    public Guid RequestId { get; init; }

    public Guid SourceId { get; init; }

    /// <summary>The attempt that read them; those of an attempt that was killed are never shown.</summary>
    public Guid StepId { get; init; }

    public long Token { get; init; }

    public int Ordinal { get; init; }

    public string Table { get; init; } = "";

    public Verdict Verdict { get; init; }

    public int Count { get; init; }

    public byte[] Box { get; init; } = [];

    internal static byte[] Seal(FileKey key, Guid step, long token, int ordinal, IReadOnlyList<FoundRow> rows) =>
        key.Seal(Place(step, token, ordinal), JsonSerializer.SerializeToUtf8Bytes(rows));

    internal IReadOnlyList<FoundRow> Open(FileKey key) => JsonSerializer.Deserialize<List<FoundRow>>(key.Open(Place(StepId, Token, Ordinal), Box))!;

    private static string Place(Guid step, long token, int ordinal) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rows/{step:n}/{token}/{ordinal}");
}
