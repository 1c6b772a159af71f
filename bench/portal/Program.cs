using Microsoft.Extensions.Configuration;
using PrivacyPortal.Bench;
using PrivacyPortal.Tests.Support;

var given = new ConfigurationBuilder().AddCommandLine(args).Build();
bool Wanted(string part) => given["only"] is null || given["only"] == part;

PostgresServer.IsDurable = true;
if (Wanted("lists"))
{
    await RequestLists.MeasureAsync(given.GetValue("requests", 1_000_000));
}

if (Wanted("one"))
{
    await OneErasure.MeasureAsync(given.GetValue("subjects", 200));
}

if (Wanted("queue"))
{
    await ErasureQueue.MeasureAsync(given["portal"]!, given.GetValue("count", 1000));
}

if (Wanted("writers"))
{
    await Writers.MeasureAsync(TimeSpan.FromSeconds(given.GetValue("seconds", 10)));
}
