using PrivacyPortal.Data;
using PrivacyPortal.Demo;
using PrivacyPortal.Shell;

try
{
    var verb = Verb.Of(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = verb.Arguments, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    var demo = verb.Name == DemoVerb.Name;
    if (demo)
    {
        DemoVerb.ChooseFolder(builder.Configuration);
    }
    else if (verb.Name.Length > 0)
    {
        return await Verbs.RunAsync(verb, builder, CancellationToken.None);
    }

    ListenAddress.EnsureFree(builder.Configuration);
    builder.Services.AddSlices(builder.Configuration);
    if (demo)
    {
        builder.Services.AddDemo();
    }

    var app = builder.Build();
    app.Services.GetRequiredService<DataFolder>().EnsureFree();
    if (demo && !await app.PrepareAsync(CancellationToken.None))
    {
        return 1;
    }

    await app.Services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);

    app.UseShell();
    app.MapSlices();
    if (demo)
    {
        app.MapDemo();
    }

    try
    {
        await app.StartAsync();
    }
    catch (IOException fault)
    {
        throw ListenAddress.Taken(fault);
    }

    await app.WaitForShutdownAsync();
    return 0;
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}

/// <summary>The entry point, named for the tests' host.</summary>
public partial class Program;
