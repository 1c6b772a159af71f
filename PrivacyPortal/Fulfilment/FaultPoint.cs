namespace PrivacyPortal.Fulfilment;

/// <summary>
/// Named instants at which a test kills the process, to see that nothing is lost and nothing is done twice. Nobody listens in the product:
/// passing one is a null check.
/// </summary>
internal static class FaultPoint
{
    internal static Action<string>? Reached { get; set; }

    internal static void Pass(string name) => Reached?.Invoke(name);
}
