using System.Collections.Immutable;
using System.Globalization;

namespace PrivacyPortal.Data;

/// <summary>Something was committed: what kind of thing, and which one.</summary>
/// <param name="Elsewhere">By another node.</param>
public readonly record struct Change(string Kind, string Id, bool Elsewhere = false)
{
    /// <summary>The other nodes were not heard for a while: anything may have changed.</summary>
    public static readonly Change Missed = new("", "", Elsewhere: true);

    /// <summary>Whether somebody who shows things of that kind, or that one thing, should read again.</summary>
    public bool Concerns(string kind, string? id = null) => this == Missed || (Kind == kind && (id is null || Id == id));
}

/// <summary>
/// Tells open pages, after a commit, that they should read again. It carries no data and promises no delivery: what a page shows always
/// comes from the database.
/// </summary>
public sealed class ChangeFeed
{
    private ImmutableArray<Subscription> subscriptions = [];

    /// <summary>Call after the commit, never before: a page that reads too early would show the old state and not ask again.</summary>
    public void Publish(string kind, string id) => Hear(new Change(kind, id));

    /// <summary>Passes on what was committed here, or what another node told.</summary>
    internal void Hear(Change change)
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Heard(change);
        }
    }

    /// <summary>
    /// Calls <paramref name="heard"/> for each change until disposed, in the language in which it was subscribed: whoever made the change may
    /// speak another. It must return at once and not throw: post to the page's own dispatcher.
    /// </summary>
    public IDisposable Subscribe(Action<Change> heard)
    {
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var subscription = new Subscription(this, change =>
        {
            var (theirCulture, theirLanguage) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
            heard(change);
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (theirCulture, theirLanguage);
        });
        ImmutableInterlocked.Update(ref subscriptions, list => list.Add(subscription));
        return subscription;
    }

    private sealed class Subscription(ChangeFeed feed, Action<Change> heard) : IDisposable
    {
        public Action<Change> Heard { get; } = heard;

        public void Dispose() => ImmutableInterlocked.Update(ref feed.subscriptions, list => list.Remove(this));
    }
}
