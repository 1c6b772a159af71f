namespace PrivacyPortal.Demo;

/// <summary>
/// The portal's clock in the demo: set back while the demo's past is lived through by the real desks, so that deadlines, history and
/// the audit chain come out as they would have; the system's from then on.
/// </summary>
public sealed class DemoClock(TimeProvider system) : TimeProvider
{
    private DateTimeOffset? past;

    public override DateTimeOffset GetUtcNow() => past ?? system.GetUtcNow();

    public void SetBack(DateTimeOffset to) => past = to;

    public void Run() => past = null;
}
