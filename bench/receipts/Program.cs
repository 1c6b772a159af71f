using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using PrivacyPortal.Bench;
using PrivacyPortal.Data;
using PrivacyPortal.Receipts;
using PrivacyPortal.Tests.Receipts;
using PrivacyPortal.Vault;

const string Code = "7Q2M-K9XD-WB4T-HN5C-8VRE-3JPA-6Z";
var hash = Convert.ToHexStringLower(SHA256.HashData("receipt"u8));
var seal = new Seal(Code, "https://privacy.maison-exemple.fr/check?code=7Q2MK9XDWB4THN5C8VRE3JPA6Z", new DateTimeOffset(2026, 12, 3, 10, 0, 0, TimeSpan.Zero), hash, 1204, hash);
if (args is ["register"])
{
    var facts = SampleFacts.Register("fr", 10_000);
    var watch = Stopwatch.StartNew();
    var register = ReceiptDocument.Render(facts, seal, null);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| 10,000 requests | {watch.Elapsed.TotalSeconds:0.00} s | {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MB | {register.Length / 1048576.0:0.0} MB |"));
    return;
}

var bench = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../.."));
var data = Directory.CreateTempSubdirectory("receipt-bench-");
var folder = new DataFolder(data.FullName);
var key = new SigningKey(new KeyVault(new MasterKey(folder), TimeProvider.System), folder, new ConfigurationBuilder().Build(), TimeProvider.System);
var signer = new ReceiptSigner(key);
var signature = signer.For("receipt");
byte[] Make(int number, bool sign) => ReceiptDocument.Render(
    SampleFacts.Acknowledgement("fr") with { Reference = string.Create(CultureInfo.InvariantCulture, $"DSR-2026-{number:D6}") }, seal, sign ? signature : null);

// Both ways warmed up first: the runtime compiles anew what it sees often.
Figure.Of(1000, number => Make(number, true));
Figure.Of(1000, number => Make(number, false));
var signed = Figure.Of(1000, number => Make(number, true));
var unsigned = Figure.Of(1000, number => Make(number, false));
data.Delete(recursive: true);
var page = Page.Of(seal, Path.GetFullPath(Path.Combine(bench, "../../node_modules/@expo-google-fonts")));
var pdfkit = Others.Pdfkit(page, 100, bench);
var chromium = await Others.ChromiumAsync(page, 60);

Console.WriteLine("## Receipts\n\n| | receipts a second | ms CPU each | bytes each | the portal, signed, is faster by | and takes less CPU by |\n|---|--:|--:|--:|--:|--:|");
foreach (var (name, figure) in new[] { ("portal, signed", signed), ("portal, unsigned", unsigned), ("pdfkit, unsigned", pdfkit), ("Chromium, unsigned", chromium) })
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"| {name} | {1000 / figure.Milliseconds:0} | {figure.Cpu:0.0} | {figure.Bytes:#,0} | {figure.Milliseconds / signed.Milliseconds:0.0} × | {figure.Cpu / signed.Cpu:0.0} × |"));
}

Console.WriteLine("\n## Register\n\n| | time | peak memory | size |\n|---|--:|--:|--:|");
using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(Figure).Assembly.Location, "register"]) { RedirectStandardOutput = true })!;
Console.WriteLine(child.StandardOutput.ReadToEnd());
