using Microsoft.Data.Sqlite;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Safekeeping;

/// <summary>
/// <c>restore FOLDER [--keys KEYS] [--replace]</c>: brings a backup into the data folder. Everything is checked before anything is replaced: the files by
/// their hashes, the keys by the master key's fingerprint and by opening the database, the audit log by its chain and its head. 0: restored; 1: nothing was changed, and why.
/// </summary>
public static class RestoreVerb
{
    public const string Name = "restore";
    private const string Restoring = ".restoring", Before = "before-";

    public static async Task<int> RunAsync(IReadOnlyList<string> operand, bool replace, IConfiguration configuration, TextWriter output, CancellationToken ct)
    {
        if (operand is not [var given])
        {
            await output.WriteLineAsync(SafekeepingText.RestoreUsage);
            return 1;
        }

        if (DatabaseSettings.ProviderOf(configuration) != DatabaseProvider.Sqlite)
        {
            await output.WriteLineAsync(SafekeepingText.PostgresRestore.With(Path.GetFullPath(given)));
            return 1;
        }

        var target = Path.GetFullPath(configuration["DataFolder"] ?? "./data").TrimEnd(Path.DirectorySeparatorChar);
        try
        {
            return await RestoreAsync(given, configuration["keys"] ?? Path.Combine(given, BackupVerb.Keys), target, replace, output, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            await output.WriteLineAsync(SafekeepingText.NotRestored.With(e.Message));
            return 1;
        }
    }

    private static async Task<int> RestoreAsync(string given, string keys, string target, bool replace, TextWriter output, CancellationToken ct)
    {
        var occupied = Directory.Exists(target) && Entries(target).Any();
        if (occupied && !replace)
        {
            await output.WriteLineAsync(SafekeepingText.TargetNotEmpty.With(target));
            return 1;
        }

        var data = Path.Combine(given, BackupVerb.Data);
        var (manifest, fault) = await BackupManifest.CheckAsync(data, ct);
        var (known, keyFault) = await BackupManifest.CheckAsync(keys, ct);
        if (manifest is null || known is null)
        {
            await output.WriteLineAsync(SafekeepingText.NotWhole.With(fault ?? keyFault));
            return 1;
        }

        if (known.MadeAt < manifest.MadeAt)
        {
            // Requests received in between would have no key, and keys destroyed in between would be back.
            await output.WriteLineAsync(SafekeepingText.KeysTooOld.With(known.MadeAt.ToString("u"), manifest.MadeAt.ToString("u")));
            return 1;
        }

        var place = new DataFolder(target);
        FileStream alone;
        try
        {
            alone = place.Occupy();
        }
        catch (IOException)
        {
            await output.WriteLineAsync(SafekeepingText.Runs.With(target));
            return 1;
        }

        // Inside the folder, which may be a mount of its own: it cannot be moved, and beside it may be another disk, or nothing that may be written.
        await using (alone)
        {
            var inside = Path.Combine(target, Restoring);
            Forget(inside);
            try
            {
                if (await AssembleAsync(inside, data, keys, manifest, ct) is { } wrong)
                {
                    await output.WriteLineAsync(wrong);
                    return 1;
                }

                var aside = Path.Combine(target, $"{Before}{manifest.MadeAt:yyyyMMddHHmmss}-{Guid.NewGuid().ToString("n")[..6]}");
                var replacing = Path.Combine(target, DataFolder.Replacing);
                Forget(replacing);
                Directory.Move(inside, replacing);
                FaultPoint.Pass("replacing");
                Replace(target, replacing, aside);
                Forget(replacing);
                if (occupied)
                {
                    await output.WriteLineAsync(SafekeepingText.MovedAside.With(aside));
                }
            }
            finally
            {
                Forget(inside);
            }
        }

        await output.WriteLineAsync(SafekeepingText.Restored.With(target, manifest.MadeAt.ToString("u"), manifest.AuditSequence));
        await output.WriteLineAsync(SafekeepingText.SinceThen.With(manifest.MadeAt.ToString("u")));
        return 0;
    }

    /// <summary>What a portal has in its folder: without the lock, what a restore puts or leaves there, and what a disk of its own has at its root.</summary>
    private static IEnumerable<string> Entries(string folder) => Directory.EnumerateFileSystemEntries(folder)
        .Where(e => Path.GetFileName(e) is not (Restoring or DataFolder.Replacing or DataFolder.Lock or "lost+found") && !Path.GetFileName(e).StartsWith(Before, StringComparison.Ordinal));

    /// <summary>What is there goes aside and what was put together takes its place; all of it or, where a rename fails, nothing.</summary>
    private static void Replace(string target, string inside, string aside)
    {
        var moved = new Stack<(string From, string To)>();
        void Move(string from, string folder)
        {
            var to = Path.Combine(Directory.CreateDirectory(folder).FullName, Path.GetFileName(from));
            Directory.Move(from, to);
            moved.Push((from, to));
        }

        try
        {
            foreach (var entry in Entries(target).ToList())
            {
                Move(entry, aside);
            }

            foreach (var entry in Directory.EnumerateFileSystemEntries(inside).ToList())
            {
                Move(entry, target);
            }
        }
        catch
        {
            foreach (var (from, to) in moved)
            {
                Directory.Move(to, from);
            }

            Forget(inside);
            throw;
        }
    }

    private static void Forget(string inside)
    {
        if (Directory.Exists(inside))
        {
            Directory.Delete(inside, recursive: true);
        }
    }

    /// <summary>Puts the parts together and opens them as a portal would; what is wrong with them, or null.</summary>
    private static async Task<string?> AssembleAsync(string folder, string data, string keys, BackupManifest manifest, CancellationToken ct)
    {
        var place = new DataFolder(folder);
        foreach (var name in Directory.EnumerateFiles(keys).Select(f => Path.GetFileName(f)).Where(n => n is not (BackupManifest.FileName or BackupVerb.FileKeys)))
        {
            File.Copy(Path.Combine(keys, name), Path.Combine(place.Folder("keys"), name));
        }

        File.Copy(Path.Combine(data, BackupVerb.Database), place.Database);
        await using (var connection = await BackupVerb.OpenAsync(place.Database, ct))
        {
            await using var attach = connection.CreateCommand();
            attach.CommandText = "ATTACH $keys AS apart; INSERT INTO main.file_keys SELECT * FROM apart.file_keys; DETACH apart;";
            attach.Parameters.AddWithValue("$keys", Path.Combine(keys, BackupVerb.FileKeys));
            await attach.ExecuteNonQueryAsync(ct);
        }

        try
        {
            var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("DataFolder", folder)]).Build();
            await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddLogging()
                .AddPortalData(configuration).AddVault().AddAudit().BuildServiceProvider();
            // What the portal's own secrets are sealed with must be what the keys of files are sealed with.
            if (manifest.MasterKey is { } key && services.GetRequiredService<MasterKey>().Fingerprint is var held && held != key)
            {
                return SafekeepingText.OtherKey.With(key, held);
            }

            await services.GetRequiredService<DatabaseStart>().RunAsync(ct);
            var verdict = (await services.GetRequiredService<AuditQueries>().VerifyAsync(StillPortal.Operator, ct)).Value!;
            return verdict is { Intact: true } && verdict.Sound == manifest.AuditSequence && verdict.Head == manifest.AuditHead ? null : SafekeepingText.ChainBroken.With(verdict.Sound, manifest.AuditSequence);
        }
        catch (StartRefusedException refusal)
        {
            return refusal.Message;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
        }
    }
}
