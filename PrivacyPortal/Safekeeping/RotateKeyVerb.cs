using Npgsql;
using PrivacyPortal.Access;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Safekeeping;

/// <summary>
/// <c>rotate-key</c>: a new master key for the portal in the data folder. Exit code 0 when it is changed, 1 with the reason when nothing is.
/// </summary>
public static class RotateKeyVerb
{
    public const string Name = "rotate-key";

    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var master = services.GetRequiredService<MasterKey>();
        var given = Environment.GetEnvironmentVariable(KeyRotation.Variable);
        if (master.IsGiven && string.IsNullOrEmpty(given))
        {
            await output.WriteLineAsync(SafekeepingText.GiveNewKey.With(MasterKey.Variable, KeyRotation.Variable));
            return 1;
        }

        return await StillPortal.RunAsync(services, output, async () =>
        {
            RotatedKey done;
            try
            {
                done = await services.GetRequiredService<KeyRotation>().RotateAsync(StillPortal.Operator, given, ct);
            }
            catch (InvalidOperationException fault)
            {
                await output.WriteLineAsync(fault.Message);
                return 1;
            }

            await output.WriteLineAsync(SafekeepingText.Rotated.With(done.Sealed.Values.Sum(), done.From, done.To));
            await output.WriteLineAsync(done.OldKey is null
                ? SafekeepingText.SetVariable.With(MasterKey.Variable, KeyRotation.Variable)
                : SafekeepingText.KeepOldKey.With(done.OldKey));
            await output.WriteLineAsync(SafekeepingText.OlderBackups.With(done.From));
            return 0;
        }, ct);
    }
}

/// <summary>Work on a portal that no process serves meanwhile.</summary>
internal static class StillPortal
{
    /// <summary>Whoever may run a command on the portal's machine.</summary>
    public static readonly Actor Operator = Actor.System("command line");

    /// <summary>Takes the data folder, brings the database up to date and does the work; 1 when the folder holds no portal or a process serves it.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, Func<Task<int>> work, CancellationToken ct)
    {
        var (folder, database) = (services.GetRequiredService<DataFolder>(), services.GetRequiredService<DatabaseSettings>());
        if (!database.IsShared && !File.Exists(folder.Database))
        {
            await output.WriteLineAsync(SafekeepingText.NoPortal.With(folder.Path));
            return 1;
        }

        FileStream alone;
        try
        {
            alone = folder.Occupy();
        }
        catch (IOException)
        {
            await output.WriteLineAsync(SafekeepingText.Runs.With(folder.Path));
            return 1;
        }

        await using (alone)
        {
            try
            {
                var start = services.GetRequiredService<DatabaseStart>();

                // Whoever starts meanwhile waits, and then finds what was done: looked at before, a node could start in between.
                await using var turn = database.IsShared ? await start.TurnAsync(ct) : null;
                if (turn is not null && await IsServedAsync(turn, ct))
                {
                    await output.WriteLineAsync(SafekeepingText.Runs.With(turn.Database));
                    return 1;
                }

                await start.RunInTurnAsync(ct);
                return await work();
            }
            catch (StartRefusedException refusal)
            {
                await output.WriteLineAsync(refusal.Message);
                return 1;
            }
        }
    }

    /// <summary>Whether a node is connected; every connection of the portal says that it is one.</summary>
    private static async Task<bool> IsServedAsync(NpgsqlConnection turn, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = current_setting('application_name') AND pid <> pg_backend_pid())", turn);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
