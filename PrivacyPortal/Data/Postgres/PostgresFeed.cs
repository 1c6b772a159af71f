using System.Threading.Channels;
using Npgsql;

namespace PrivacyPortal.Data.Postgres;

/// <summary>
/// Carries the <see cref="ChangeFeed"/> between nodes by LISTEN and NOTIFY: kind and id, never what changed. A node that was cut off connects
/// again by itself, and its pages read again then, because what was told meanwhile is lost.
/// </summary>
internal sealed partial class PostgresFeed(ChangeFeed feed, DatabaseLink link, DatabaseSettings database, ILogger<PostgresFeed> log) : BackgroundService
{
    private const string Channel = "portal_changes";

    /// <summary>Between a lost connection and the next try.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>A server that is gone without a word is noticed by an answer that does not come.</summary>
    private const int KeepAliveSeconds = 2;

    private readonly string node = Guid.NewGuid().ToString("n");
    private readonly Channel<Change> told = System.Threading.Channels.Channel.CreateUnbounded<Change>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var telling = feed.Subscribe(change =>
        {
            if (!change.Elsewhere)
            {
                told.Writer.TryWrite(change);
            }
        });
        await Task.WhenAll(ListenAsync(stoppingToken), TellAsync(stoppingToken));
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, KeepAlive = KeepAliveSeconds, CommandTimeout = 5 };
        for (var first = true; !ct.IsCancellationRequested; first = false)
        {
            try
            {
                await using var connection = new NpgsqlConnection(settings.ToString());
                connection.Notification += (_, notification) => Hear(notification.Payload);
                await connection.OpenAsync(ct);
                await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
                {
                    await listen.ExecuteNonQueryAsync(ct);
                }

                link.Set(up: true);
                if (!first)
                {
                    Again(log);
                    feed.Hear(Change.Missed);
                }

                while (true)
                {
                    await connection.WaitAsync(ct);
                }
            }
            catch (Exception fault) when (!ct.IsCancellationRequested)
            {
                if (link.IsUp)
                {
                    Lost(log, fault.GetType().Name);
                    link.Set(up: false);
                }

                await WaitAsync(ct);
            }
            catch (OperationCanceledException)
            {
                // The node ends.
            }
        }
    }

    /// <summary>In order, each until it is told: what was committed here must reach the others' pages, later if not now.</summary>
    private async Task TellAsync(CancellationToken ct)
    {
        try
        {
            while (await told.Reader.WaitToReadAsync(ct))
            {
                while (told.Reader.TryPeek(out var change))
                {
                    if (await TellAsync(change, ct))
                    {
                        told.Reader.TryRead(out _);
                    }
                    else
                    {
                        await WaitAsync(ct);
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The node ends; the others' pages read again when they are next used.
        }
    }

    private async Task<bool> TellAsync(Change change, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync(ct);
            await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection)
            {
                Parameters = { new() { Value = Channel }, new() { Value = $"{node} {change.Kind} {change.Id}" } },
            };
            await notify.ExecuteNonQueryAsync(ct);
            return true;
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private void Hear(string payload)
    {
        if (payload.Split(' ', 3) is [var from, var kind, var id] && from != node)
        {
            feed.Hear(new Change(kind, id, Elsewhere: true));
        }
    }

    private static async Task WaitAsync(CancellationToken ct) => await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    [LoggerMessage(LogLevel.Warning, "The database is not heard any more ({Fault})")]
    private static partial void Lost(ILogger log, string fault);

    [LoggerMessage(LogLevel.Information, "The database is heard again")]
    private static partial void Again(ILogger log);
}
