using PrivacyPortal.Connectors;

namespace PrivacyPortal.Fulfilment;

/// <summary>A value that a search starts from: its kind (<c>email</c>) and the value as given.</summary>
public sealed record Identity(string Kind, string Value);

/// <summary>One row of one source.</summary>
public readonly record struct RowRef(string Table, RowKey Key);

/// <summary>Whose a row is, seen from the subject of a request.</summary>
public enum Verdict
{
    /// <summary>Theirs alone.</summary>
    Subject,

    /// <summary>Theirs and somebody else's.</summary>
    Both,

    /// <summary>Nobody's, and pointed at by theirs: shown without its personal fields, never changed.</summary>
    Context,
}

/// <summary>The subject's rows in one table of one source, of one verdict.</summary>
/// <param name="Rows">Their keys, in the order found.</param>
/// <param name="Path">How the first of them was reached, in the words of the map: <c>Customer.Email → Invoice.CustomerId</c>.</param>
public sealed record Finding(string Table, Verdict Verdict, IReadOnlyList<RowKey> Rows, string Path)
{
    /// <summary>Whose the fields <c>of</c> a reference are, row by row.</summary>
    public IReadOnlyList<OfField> Of { get; init; } = [];
}

/// <summary>Whose a field <c>of</c> a reference is in some rows.</summary>
public enum OfOwner
{
    Subject,
    Another,

    /// <summary>The reference is empty or points at nobody: the field goes with its row.</summary>
    Row,
}

/// <param name="Shown">What stands in the place of another's value: the role of the person (<c>Conseiller</c>), or null.</param>
public sealed record OfField(string Field, OfOwner Owner, IReadOnlyList<RowKey> Rows, string? Shown = null);

/// <summary>Rows of others, or of both, in which a field is the subject's: an erasure changes it there only with the DPO's tick.</summary>
public sealed record Quote(string Table, Verdict? Verdict, string Field, IReadOnlyList<RowKey> Rows);

/// <summary>Rows of others that were met and withheld: only their number leaves the walk.</summary>
public sealed record ThirdPartyCount(string Table, int Rows);

/// <summary>Why the portal cannot tell whose a row is.</summary>
public enum Doubt
{
    /// <summary>One value on two rows of a people table (a company mailbox).</summary>
    SharedValue,

    /// <summary>Another's value stands beside the subject's on the same row.</summary>
    AnotherBeside,

    /// <summary>The row carries the subject's identity and belongs to another, or the other way round.</summary>
    IdentityAgainstOwner,

    /// <summary>A row with the subject's identity belongs to several, and nothing tells which of them it names.</summary>
    SeveralOwners,
}

/// <summary>A row for the DPO to tick: until then it is not taken, and nothing is followed from it.</summary>
/// <param name="Seen">The identities that stand on it, for the DPO to recognise whose it is.</param>
public sealed record Ambiguity(RowRef Row, Doubt Doubt, IReadOnlyList<Identity> Seen);

public enum TickAnswer
{
    Theirs,
    NotTheirs,
    Both,
}

/// <summary>What the DPO answered about an ambiguous row.</summary>
public sealed record Tick(RowRef Row, TickAnswer Answer);

/// <summary>An identity that the subject's rows carry and the request does not name: proposed, never followed unasked.</summary>
public sealed record Proposal(Identity Identity, string Table, string Field);

/// <summary>A table with personal data that none of the request's identities reaches.</summary>
/// <param name="ReachedBy">The kinds of identity that would reach it; empty: none can.</param>
public sealed record UnreachedTable(string Table, IReadOnlyList<string> ReachedBy);

/// <summary>Values that could not be compared with a column because they do not fit its type.</summary>
public sealed record Uncastable(string Table, string Column, int Values);

/// <summary>What a search asks for.</summary>
public sealed record WalkRequest(IReadOnlyList<Identity> Identities, IReadOnlyList<Tick> Ticks);

/// <summary>All that a search of one source found. Keys and counts.</summary>
public sealed record WalkResult
{
    /// <summary>The version of the map that the search obeyed.</summary>
    public required int MapVersion { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<ThirdPartyCount> ThirdParties { get; init; }

    /// <summary>The subject's own words in rows that are not theirs alone (a quoted message).</summary>
    public IReadOnlyList<Quote> Quotes { get; init; } = [];

    public required IReadOnlyList<Ambiguity> Ambiguities { get; init; }

    public required IReadOnlyList<Proposal> Proposals { get; init; }

    public required IReadOnlyList<UnreachedTable> Unreached { get; init; }

    /// <summary>Mapped tables of which the source may hide rows from the portal: what is hidden is neither found nor erased.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    public required IReadOnlyList<Uncastable> Uncastables { get; init; }

    /// <summary>Rows found of the subject's or shared with others; zero means that this source holds nothing under these identities.</summary>
    public int Rows => Findings.Where(f => f.Verdict != Verdict.Context).Sum(f => f.Rows.Count);
}
