using PrivacyPortal.Access;

namespace PrivacyPortal.Bench;

internal static class Given
{
    /// <summary>What prepares a measurement must not be refused.</summary>
    public static void Do(Refusal? refusal)
    {
        if (refusal is { } why)
        {
            throw new InvalidOperationException($"Refused: {why}.");
        }
    }
}
