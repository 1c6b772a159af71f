using System.Text.Json.Serialization;
using PrivacyPortal.Language;
using PrivacyPortal.Pdf;

namespace PrivacyPortal.Receipts;

/// <summary>
/// What a receipt says, as facts: filled by whoever issues it, written out in words by the document, attached to it as JSON. Words of
/// other slices (a right, a category, a ground) come already in <see cref="Language"/>.
/// </summary>
public abstract record ReceiptFacts
{
    /// <summary>What the receipt belongs to, such as <c>DSR-2026-000123</c>; never personal data.</summary>
    public required string Reference { get; init; }

    /// <summary><c>fr</c> or <c>en</c>: the subject's language, or the reader's.</summary>
    public required string Language { get; init; }

    public required ReceiptParties Parties { get; init; }

    [JsonPropertyOrder(-1)]
    public abstract ReceiptKind Kind { get; }

    /// <summary>False where only the hash is archived: what carries a subject's data, or what can be made again at any time.</summary>
    [JsonIgnore]
    public virtual bool IsArchived => true;

    [JsonIgnore]
    internal virtual bool IsLandscape => false;

    [JsonIgnore]
    internal abstract Text Title { get; }

    /// <summary>The facts without what only the person's own copy may hold; itself when there is no such thing.</summary>
    internal virtual ReceiptFacts ForArchive() => this;

    /// <summary>Everything between the title and the seal.</summary>
    internal abstract void Compose(Flow flow, Writing writing);
}

/// <summary>Who answers, and to whom one can turn (GDPR art. 13(1)(a) and (b), 12(4)).</summary>
/// <param name="TimeZone">IANA name; instants are written in it.</param>
public sealed record ReceiptParties(
    string Controller,
    string ControllerAddress,
    string Dpo,
    string DpoContact,
    string Authority,
    string AuthorityContact,
    string TimeZone);

/// <summary>A receipt that belongs to a request of a data subject.</summary>
public abstract record RequestReceiptFacts : ReceiptFacts
{
    /// <summary>Recognisable to the person, to nobody else, such as <c>f•••@example.org</c>.</summary>
    public required string MaskedIdentity { get; init; }

    /// <summary>The right exercised, in words and with its article.</summary>
    public required string Right { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>What people reported of the systems that the portal cannot reach.</summary>
    public IReadOnlyList<HandledByHand> ByHand { get; init; } = [];

    /// <summary>Systems of the controller's in which nobody looked, so that the answer says nothing of them.</summary>
    public IReadOnlyList<string> NotSearched { get; init; } = [];

    /// <summary>Of the systems that were searched: what a rule of theirs may hide rows of from the portal, so that the answer does not speak of these rows.</summary>
    public IReadOnlyList<string> NotWhole { get; init; } = [];

    /// <summary>Whether everything that the controller holds was searched.</summary>
    internal bool IsWhole => NotSearched.Count + NotWhole.Count == 0;

    /// <summary>The grid that every answer to a request opens with, and what it does not cover.</summary>
    internal void Identify(Flow flow, Writing writing, params IEnumerable<Fact> more)
    {
        flow.Facts(
        [
            new Fact(writing[ReceiptText.Reference], Reference, Face.Mono),
            new Fact(writing[ReceiptText.Right], Right),
            new Fact(writing[ReceiptText.ReceivedOn], writing.Day(ReceivedOn)),
            new Fact(writing[ReceiptText.Requester], MaskedIdentity),
            .. more,
        ]);
        if (NotSearched.Count > 0)
        {
            flow.Notice(Tone.Warning, writing[ReceiptText.NotSearched], writing[ReceiptText.NotSearchedText, string.Join(", ", NotSearched), Writing.Inline(Parties.DpoContact)]);
        }

        if (NotWhole.Count > 0)
        {
            flow.Notice(Tone.Warning, writing[ReceiptText.NotWhole], writing[ReceiptText.NotWholeText, string.Join(", ", NotWhole), Writing.Inline(Parties.DpoContact)]);
        }
    }
}
