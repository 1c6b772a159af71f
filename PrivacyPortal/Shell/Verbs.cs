using PrivacyPortal.Audit;
using PrivacyPortal.Receipts;
using PrivacyPortal.Requests;
using PrivacyPortal.Safekeeping;

namespace PrivacyPortal.Shell;

/// <summary>The verbs that do their work and end. To serve and the demo are Program's own.</summary>
public static class Verbs
{
    /// <summary>The exit code.</summary>
    public static async Task<int> RunAsync(Verb verb, WebApplicationBuilder builder, CancellationToken ct)
    {
        switch (verb.Name)
        {
            case VerifyVerb.Name when verb.Operand is ["audit", ..]:
                return await AuditVerb.RunAsync(verb.Operand.ElementAtOrDefault(1), builder.Configuration, Console.Out, ct);
            case VerifyVerb.Name:
                return VerifyVerb.Run(verb.Operand, builder.Configuration["DataFolder"] ?? "./data", Console.Out);
            case RotateKeyVerb.Name:
                return await WithSlicesAsync(builder, services => RotateKeyVerb.RunAsync(services, Console.Out, ct));
            case ReplayVerb.Name:
                return await WithSlicesAsync(builder, services => ReplayVerb.RunAsync(services, builder.Configuration["source"], Console.Out, ct));
            case BackupVerb.Name:
                return await WithSlicesAsync(builder, services => BackupVerb.RunAsync(services, verb.Operand, Console.Out, ct));
            case RestoreVerb.Name:
                return await RestoreVerb.RunAsync(verb.Operand, verb.Replace, builder.Configuration, Console.Out, ct);
            default:
                await Console.Error.WriteLineAsync(ShellText.UnknownVerb.With(verb.Name));
                return 2;
        }
    }

    private static async Task<int> WithSlicesAsync(WebApplicationBuilder builder, Func<IServiceProvider, Task<int>> work)
    {
        // What the verb says is for the console; the log of a server is not.
        builder.Logging.ClearProviders();
        builder.Services.AddSlices(builder.Configuration);
        await using var app = builder.Build();
        return await work(app.Services);
    }
}
