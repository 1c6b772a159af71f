using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Requests;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Bench;

/// <summary>What the list of requests and the overview ask, over many requests and over a hundredth of them, by turns.</summary>
internal static class RequestLists
{
    private const int Repetitions = 101;
    private const int Size = 25;
    private const int Batch = 5000;
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    private static readonly (string Name, Func<RequestQueries, Task<int>> Ask)[] Questions =
    [
        ("first page, open", q => PageAsync(q, new RequestFilter(Open: true), RequestSort.DueOn)),
        ("first page, all", q => PageAsync(q, new RequestFilter(), RequestSort.DueOn)),
        ("a status and a right", q => PageAsync(q, new RequestFilter(null, RequestStatus.InReview, SubjectRight.Erasure, Open: true), RequestSort.DueOn)),
        ("a right, closed, last changed first", q => PageAsync(q, new RequestFilter(Right: SubjectRight.Erasure, Open: false), RequestSort.ChangedAt, descending: true)),
        ("overdue", q => PageAsync(q, new RequestFilter(Open: true, DueBy: DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1)), RequestSort.DueOn)),
        ("search, an e-mail address", q => PageAsync(q, new RequestFilter(EmailOf(42)), RequestSort.DueOn)),
        ("search, the beginning of a reference", q => PageAsync(q, new RequestFilter(string.Create(CultureInfo.InvariantCulture, $"dsr-{FirstDay.Year + 1}-0002")), RequestSort.DueOn)),
        ("page 200, all", q => PageAsync(q, new RequestFilter(), RequestSort.DueOn, at: 200)),
        ("page 200, closed", q => PageAsync(q, new RequestFilter(Open: false), RequestSort.ChangedAt, descending: true, at: 200)),
        ("overview: all figures", async q => (await q.FiguresAsync(Installation.Dpo, default)).Value!.Open),
    ];

    /// <summary>Three years until today.</summary>
    private static readonly DateTimeOffset FirstDay = TimeProvider.System.GetUtcNow().AddYears(-3);

    public static async Task MeasureAsync(int count)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"## Request list\n\n| ms, median of {Repetitions} | SQLite, {count / 100:#,0} | {count:#,0} | | PostgreSQL, {count / 100:#,0} | {count:#,0} | |\n|---|--:|--:|--:|--:|--:|--:|"));
        var sqlite = await MeasureAsync(DatabaseProvider.Sqlite, count);
        var postgres = await MeasureAsync(DatabaseProvider.PostgreSql, count);
        foreach (var (question, (few, many), (fewer, more)) in Questions.Zip(sqlite, postgres))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {question.Name} | {few:0.0} | {many:0.0} | {many / few:0.0} × | {fewer:0.0} | {more:0.0} | {more / fewer:0.0} × |"));
        }

        Console.WriteLine();
    }

    private static async Task<List<(double Few, double Many)>> MeasureAsync(DatabaseProvider provider, int count)
    {
        await using var few = await FilledAsync(provider, count / 100);
        await using var many = await FilledAsync(provider, count);
        var figures = new List<(double, double)>();
        foreach (var (name, ask) in Questions)
        {
            var (short1, long1) = (new List<double>(), new List<double>());
            for (var i = -10; i < Repetitions; i++)
            {
                foreach (var (portal, times) in new[] { (few, short1), (many, long1) })
                {
                    var watch = Stopwatch.StartNew();
                    var found = await ask(portal.Get<RequestQueries>());
                    if (found == 0 && portal == many)
                    {
                        throw new InvalidOperationException($"Nothing was found for {name}.");
                    }

                    if (i >= 0)
                    {
                        times.Add(watch.Elapsed.TotalMilliseconds);
                    }
                }
            }

            figures.Add((Median(short1), Median(long1)));
        }

        return figures;
    }

    private static async Task<int> PageAsync(RequestQueries queries, RequestFilter filter, RequestSort sort, bool descending = false, int at = 1) =>
        (await queries.PageAsync(Installation.Dpo, filter, sort, descending, (at - 1) * Size, Size, default)).Value!.Rows.Count;

    /// <summary>A portal with so many requests: the newest tenth is open, in all stages and of all rights; of the others one in ten was late.</summary>
    private static async Task<Installation> FilledAsync(DatabaseProvider provider, int count)
    {
        var portal = await Installation.StartAsync(provider);
        var numbers = new Dictionary<int, int>();
        for (var from = 0; from < count; from += Batch)
        {
            await using var db = portal.Db();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = from; i < Math.Min(from + Batch, count); i++)
            {
                Add(db, portal.Get<KeyVault>(), i, count, numbers);
            }

            await Bulk.SaveAsync<WrappedKey>(db);
            await Bulk.SaveAsync<SubjectRequest>(db);
            await Bulk.SaveAsync<RequestIdentity>(db);
        }

        // As the server's autovacuum does by itself, a minute later.
        await (portal.Database?.RunAsync("VACUUM ANALYZE") ?? Task.CompletedTask);
        return portal;
    }

    private static void Add(PortalDbContext db, KeyVault vault, int i, int count, Dictionary<int, int> numbers)
    {
        var now = FirstDay + ((TimeProvider.System.GetUtcNow() - FirstDay) * ((double)i / count));
        var year = Deadline.DayOf(now, Paris).Year;
        var number = numbers[year] = numbers.GetValueOrDefault(year) + 1;
        var rights = Enum.GetValues<SubjectRight>();
        var states = RequestWorkflow.OpenStates;
        var receipt = new PrivacyPortal.Requests.Receipt(rights[i % rights.Length], RequestChannel.Letter, "fr", null, DeadlineProfile.Eu, "FR", Paris.Id);
        var request = SubjectRequest.Receive(receipt, Guid.CreateVersion7(now), number, now).Value!;
        var subject = new SubjectFile("Person " + i.ToString(CultureInfo.InvariantCulture), [new Identity(IdentityKinds.Email, EmailOf(i))]);
        request.Sealed = subject.Seal(vault.CreateKey(db, request.Id));
        db.Add(new RequestIdentity { RequestId = request.Id, Hash = IdentityHash.Of(vault, subject.Identities[0]) });
        var entry = db.Add(request);
        if (i >= count * 9L / 10)
        {
            entry.Property(r => r.Status).CurrentValue = states[i / rights.Length % states.Count];
            return;
        }

        var after = i % 10 == 0 ? 40 : 20;
        entry.Property(r => r.Status).CurrentValue = RequestStatus.Closed;
        entry.Property(r => r.Outcome).CurrentValue = RequestOutcome.Fulfilled;
        entry.Property(r => r.AnsweredOn).CurrentValue = request.ReceivedOn.AddDays(after);
        entry.Property(r => r.ClosedAt).CurrentValue = now.AddDays(after);
        entry.Property(r => r.ChangedAt).CurrentValue = now.AddDays(after);
        entry.Property(r => r.IsClosed).CurrentValue = true;
    }

    private static string EmailOf(int person) => string.Create(CultureInfo.InvariantCulture, $"person{person}@example.org");

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
