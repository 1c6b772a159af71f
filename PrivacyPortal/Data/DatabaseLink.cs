using System.Data.Common;

namespace PrivacyPortal.Data;

/// <summary>Whether the portal's database answers, for pages to say so. A file always does; a server may be away for a while.</summary>
public sealed class DatabaseLink
{
    private volatile bool isUp = true;

    public bool IsUp => isUp;

    /// <summary>Told on any thread and in any language, after <see cref="IsUp"/> changed; must return at once and not throw.</summary>
    public event Action? Changed;

    /// <summary>Whether that went wrong because the database does not answer, which passes, and not by a fault of the portal.</summary>
    public static bool IsOutage(Exception fault) => fault is DbException or TimeoutException || fault.InnerException is DbException or TimeoutException;

    internal void Set(bool up)
    {
        if (isUp != up)
        {
            isUp = up;
            Changed?.Invoke();
        }
    }
}
