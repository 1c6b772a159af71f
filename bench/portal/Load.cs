using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Bench;

/// <summary>Who is busy while the nodes work, from its making on.</summary>
internal sealed class Load(PostgresDatabase database, IReadOnlyList<Node> nodes)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly TimeSpan nodesBefore = Of(nodes);
    private readonly TimeSpan serverBefore = Server();
    private int samples;
    private int held;
    private int waiting;

    /// <summary>What there was to see until now, while <paramref name="requests"/> were worked off.</summary>
    public Worked Read(double requests) => new(
        requests / watch.Elapsed.TotalMinutes, (Of(nodes) - nodesBefore) / watch.Elapsed, (Server() - serverBefore) / watch.Elapsed, (double)held / samples, (double)waiting / samples);

    /// <summary>Looks once at who has the writers' lock, and who waits for it.</summary>
    public async Task SampleAsync()
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT count(*) FILTER (WHERE granted), count(*) FILTER (WHERE NOT granted) FROM pg_locks WHERE locktype = 'advisory' AND objid = 7164778", connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        samples++;
        held += (int)reader.GetInt64(0);
        waiting += (int)reader.GetInt64(1);
    }

    private static TimeSpan Of(IReadOnlyList<Node> nodes) => nodes.Aggregate(TimeSpan.Zero, (sum, node) => sum + node.Cpu);

    /// <summary>What the kernel counts for every process of a PostgreSQL server on this machine; .NET does not know them by that name.</summary>
    private static TimeSpan Server() => TimeSpan.FromSeconds(Directory.EnumerateDirectories("/proc").Where(d => char.IsAsciiDigit(Path.GetFileName(d)[0])).Sum(Seconds));

    private static double Seconds(string process)
    {
        try
        {
            // The name is in parentheses; user and system time are the 12th and 13th field after it, in hundredths.
            var stat = File.ReadAllText(Path.Combine(process, "stat")).Split(") ", 2);
            var fields = stat[1].Split(' ');
            return stat[0].EndsWith("(postgres", StringComparison.Ordinal) ? (Ticks(fields[11]) + Ticks(fields[12])) / 100.0 : 0;
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static long Ticks(string field) => long.Parse(field, CultureInfo.InvariantCulture);
}

/// <param name="Rate">Requests a minute.</param>
/// <param name="Nodes">Cores that the portal's processes used together.</param>
/// <param name="Postgres">Cores of PostgreSQL, which keeps the portal's database and the source.</param>
/// <param name="Held">Part of the time in which somebody had the writers' lock.</param>
/// <param name="Waiting">Writers that waited for it, on the average.</param>
internal sealed record Worked(double Rate, double Nodes, double Postgres, double Held, double Waiting);
