using System.Data.Common;
using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Audit;

/// <summary>
/// <c>verify audit</c>: follows the chain in the portal's database, or in an exported file, for which neither portal nor database is
/// needed. Writes the verdict and returns the exit code: 0 when the log is whole, 1 with the reason when it is not.
/// </summary>
public static class AuditVerb
{
    public static async Task<int> RunAsync(string? file, IConfiguration configuration, TextWriter output, CancellationToken ct)
    {
        try
        {
            var verdict = file is null ? await OfDatabaseAsync(configuration, ct) : await OfFileAsync(file, ct);
            await output.WriteLineAsync(verdict is null ? AuditText.NoDatabase.With(FolderOf(configuration)) : AuditText.Of(verdict));
            return verdict is { Intact: true } ? 0 : 1;
        }
        catch (AuditFileException fault)
        {
            await output.WriteLineAsync(AuditText.NoEntry.With(fault.Line));
        }
        catch (DbException)
        {
            await output.WriteLineAsync(AuditText.Silent);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync(AuditText.Unreadable.With(file));
        }

        return 1;
    }

    private static async Task<AuditVerdict> OfFileAsync(string file, CancellationToken ct)
    {
        using var reader = File.OpenText(file);
        return await AuditChain.VerifyAsync(AuditFile.ReadAsync(reader, ct), head: null, ct);
    }

    private static string FolderOf(IConfiguration configuration) => configuration["DataFolder"] ?? "./data";

    /// <summary>Null when there is no database: looking for one must not make one.</summary>
    private static async Task<AuditVerdict?> OfDatabaseAsync(IConfiguration configuration, CancellationToken ct)
    {
        if (DatabaseSettings.ProviderOf(configuration) == DatabaseProvider.Sqlite && !File.Exists(Path.Combine(FolderOf(configuration), "portal.db")))
        {
            return null;
        }

        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddPortalData(configuration).AddAudit().BuildServiceProvider();
        return (await services.GetRequiredService<AuditQueries>().VerifyAsync(Actor.System("audit-verify"), ct)).Value;
    }
}
