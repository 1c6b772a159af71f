namespace PrivacyPortal.Requests;

/// <summary>Somebody who received the data and is told of its erasure or correction (art. 19): one line of the DPO's checklist.</summary>
public sealed class RequestRecipient
{
    public Guid Id { get; init; }

    public Guid RequestId { get; init; }

    public string Name { get; init; } = "";

    public DateOnly? ToldOn { get; set; }

    /// <summary>Told, or why that is impossible or disproportionate; the words are in the timeline.</summary>
    public RecipientNotice? Notice { get; set; }
}

public enum RecipientNotice
{
    Told,
    Impossible,
    Disproportionate,
}
