// What ASP.NET Core itself takes: one page, nothing behind it.
var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Hello");
await app.RunAsync();
