using Microsoft.Data.Sqlite;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Safekeeping;

/// <summary>
/// <c>restore FOLDER [--keys KEYS] [--replace]</c>: brings a backup into the data folder. Everything is checked beside it first: the files by their
/// hashes, the keys by opening the database, the audit log by its chain and its head. 0: restored; 1: nothing was changed, and why.
/// </summary>
public static class RestoreVerb
{
    public const string Name = "restore";

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
        var occupied = Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any();
        if (occupied && Refused(target, replace) is { } reason)
        {
            await output.WriteLineAsync(reason);
            return 1;
        }

        var (data, keys) = (Path.Combine(given, BackupVerb.Data), configuration["keys"] ?? Path.Combine(given, BackupVerb.Keys));
        var (manifest, fault) = await BackupManifest.CheckAsync(data, ct);
        var (known, keyFault) = await BackupManifest.CheckAsync(keys, ct);
        if (manifest is null || known is null)
        {
            await output.WriteLineAsync(SafekeepingText.NotWhole.With(fault ?? keyFault));
            return 1;
        }

        var beside = target + ".restoring";
        if (Directory.Exists(beside))
        {
            Directory.Delete(beside, recursive: true);
        }

        if (await AssembleAsync(beside, data, keys, manifest, ct) is { } wrong)
        {
            Directory.Delete(beside, recursive: true);
            await output.WriteLineAsync(wrong);
            return 1;
        }

        if (occupied)
        {
            var aside = $"{target}.before-{manifest.MadeAt:yyyyMMddHHmmss}-{Guid.NewGuid().ToString("n")[..6]}";
            Directory.Move(target, aside);
            await output.WriteLineAsync(SafekeepingText.MovedAside.With(aside));
        }
        else if (Directory.Exists(target))
        {
            Directory.Delete(target);
        }

        Directory.Move(beside, target);
        await output.WriteLineAsync(SafekeepingText.Restored.With(target, manifest.MadeAt.ToString("u"), manifest.AuditSequence));
        await output.WriteLineAsync(SafekeepingText.SinceThen.With(manifest.MadeAt.ToString("u")));
        return 0;
    }

    private static string? Refused(string target, bool replace)
    {
        if (!replace)
        {
            return SafekeepingText.TargetNotEmpty.With(target);
        }

        try
        {
            new DataFolder(target).Occupy().Dispose();
            return null;
        }
        catch (IOException)
        {
            return SafekeepingText.Runs.With(target);
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
