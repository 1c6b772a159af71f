using System.Runtime.CompilerServices;
using PrivacyPortal.Access;

namespace PrivacyPortal.Demo;

/// <summary>The demo's past is written down: a verb that is refused there is a bug, told with the words of its call.</summary>
internal static class Demanded
{
    public static void Done(Refusal? refusal, [CallerArgumentExpression(nameof(refusal))] string? call = null)
    {
        if (refusal is { } reason)
        {
            throw new InvalidOperationException($"The demo was refused ({reason}): {call}");
        }
    }

    public static T Of<T>(Reply<T> reply, [CallerArgumentExpression(nameof(reply))] string? call = null)
    {
        Done(reply.Refusal, call);
        return reply.Value!;
    }
}
