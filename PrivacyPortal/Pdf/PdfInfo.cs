namespace PrivacyPortal.Pdf;

/// <summary>What a document says of itself: metadata for readers and archives, and what stands at the edges of its pages.</summary>
/// <param name="Title">Shown in the window's title; also the document's title for screen readers.</param>
/// <param name="Author">Who answers for the content.</param>
/// <param name="Language">BCP 47 tag such as <c>fr-FR</c>; screen readers pronounce the text by it.</param>
/// <param name="Created">Written as both creation and modification date, so equal input gives equal bytes.</param>
public sealed record PdfInfo(string Title, string Author, string Language, DateTimeOffset Created)
{
    public string Subject { get; init; } = "";

    /// <summary>A4, upright unless told.</summary>
    public bool Landscape { get; init; }

    /// <summary>Head of the first page, left: whose letter this is. Repeated small on the pages that follow.</summary>
    public string Letterhead { get; init; } = "";

    /// <summary>Under the letterhead, small: address, department. Lines are split at <c>\n</c>.</summary>
    public string LetterheadNote { get; init; } = "";

    /// <summary>Head of every page, right: what the document is, its number.</summary>
    public string Kicker { get; init; } = "";

    /// <summary>Foot of every page, left.</summary>
    public string Footer { get; init; } = "";

    /// <summary>Foot of every page, right, with <c>{0}</c> for the page and <c>{1}</c> for how many there are.</summary>
    public string PageLabel { get; init; } = "{0} / {1}";

    /// <summary>Across the head of every page, so that no page can be taken for what it is not; empty: nothing.</summary>
    public string Banner { get; init; } = "";

    /// <summary>Files carried inside (PDF/A-3 associated files).</summary>
    public IReadOnlyList<PdfAttachment> Attachments { get; init; } = [];
}

/// <summary>A file inside the document, such as its content in machine-readable form.</summary>
public sealed record PdfAttachment(string FileName, string MediaType, ReadOnlyMemory<byte> Content, string Description);

/// <summary>
/// How to sign: the writer reserves room, hashes nothing itself and knows no cryptography. The signature covers the whole file
/// (PAdES, sub-filter <c>ETSI.CAdES.detached</c>).
/// </summary>
/// <param name="Name">The signer, as readers show it.</param>
/// <param name="ReservedBytes">The most that <paramref name="Sign"/> may return; a longer signature is an error, not a broken file.</param>
/// <param name="Sign">From all bytes of the file but the reserved ones to a DER-encoded CMS signature.</param>
public sealed record PdfSignature(string Name, string Reason, int ReservedBytes, Func<byte[], byte[]> Sign);
