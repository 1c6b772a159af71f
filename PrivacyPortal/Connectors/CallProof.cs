namespace PrivacyPortal.Connectors;

public enum CallResult
{
    /// <summary>The source said that it is done.</summary>
    Done,

    /// <summary>There was nothing of that name (any more).</summary>
    Gone,
}

/// <summary>One call that changed something, as proof of it. Never a value of anybody: the address is the declared template.</summary>
/// <param name="Call">Method and path as declared.</param>
/// <param name="RequestId">What the other side calls it, where it says so: with it their log can be asked.</param>
public sealed record CallProof(string Table, string Call, int Status, CallResult Result, DateTimeOffset At, int Milliseconds, string? RequestId);
