using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Requests;

/// <summary>
/// <c>replay [--source NAME]</c>: compares restored sources with the erasure ledger, and keeps who came back as a list for the DPO. May be run
/// beside a portal that runs. 0: searched, whoever came back; 1: a source could not be searched, or there is none.
/// </summary>
public static class ReplayVerb
{
    public const string Name = "replay";

    public static async Task<int> RunAsync(IServiceProvider services, string? source, TextWriter output, CancellationToken ct)
    {
        await services.GetRequiredService<DatabaseStart>().RunAsync(ct);
        var reply = await services.GetRequiredService<ReplaySearch>().RunAsync(Actor.System("command line"), source, ct);
        if (reply.Value is not { } searched)
        {
            await output.WriteLineAsync(ReplayText.NoSource.With(source is null ? "" : " “" + source + "”"));
            return 1;
        }

        foreach (var one in searched)
        {
            await output.WriteLineAsync(one.Failure is { } failure ? ReplayText.VerbFailed.With(one.Source, failure) : ReplayText.VerbSource.With(one.Source, one.Entries, one.Returned.Count));
            foreach (var line in one.Returned)
            {
                await output.WriteLineAsync(ReplayText.VerbLine.With(line.About, line.ErasedAt, string.Join(", ", line.Tables.Select(t => ReplayText.RowsOf.With(t.Table, t.Rows)))));
            }
        }

        if (searched.Any(s => s.Returned.Count > 0))
        {
            await output.WriteLineAsync(ReplayText.VerbNext);
        }

        return searched.Any(s => s.Failure is not null) ? 1 : 0;
    }
}
