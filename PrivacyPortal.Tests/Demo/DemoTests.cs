using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Demo;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Demo;

[Collection(DemoCollection.Name)]
public sealed class DemoTests(DemoPortal demo)
{
    [Fact]
    public async Task A_folder_that_another_process_serves_is_told_by_its_name()
    {
        var (code, text) = await DemoPortal.TryAsync(demo.DataFolder);
        Assert.Equal(1, code);
        Assert.Contains($"Another process serves {demo.DataFolder}", text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_five_people_have_a_link_each() =>
        Assert.Equal(["administrator", "auditor", "colleague", "deputy", "dpo"], demo.Links.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("administrator", "Hélène Fabre")]
    [InlineData("colleague", "Tom Hartley")]
    [InlineData("dpo", "Claire Dumas")]
    [InlineData("deputy", "Marc Delcourt")]
    [InlineData("auditor", "Inès Cordier")]
    public async Task A_link_signs_in_as_often_as_it_is_opened(string who, string name)
    {
        using var visitor = new HttpClient();

        foreach (var _ in Enumerable.Range(0, 2))
        {
            var page = System.Net.WebUtility.HtmlDecode(await visitor.GetStringAsync(demo.Links[who]));
            Assert.Contains(name, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_event_of_its_half_year_has_a_name()
    {
        using var log = new SqliteConnection($"Data Source={Path.Combine(demo.DataFolder, "portal.db")};Mode=ReadOnly");
        log.Open();
        using var command = new SqliteCommand("SELECT DISTINCT Category, Name FROM audit_entries", log);
        using var reader = command.ExecuteReader();
        var happened = new List<(string Area, string Name)>();
        while (reader.Read())
        {
            happened.Add((reader.GetString(0), reader.GetString(1)));
        }

        Assert.NotEmpty(happened);
        Assert.Empty(happened.Where(e => AuditEventText.In(CultureInfo.InvariantCulture, e.Area, e.Name) == e.Name));
    }

    [Theory]
    [InlineData("administrator", "/api/v1/sources")]
    [InlineData("dpo", "/api/v1/requests")]
    [InlineData("auditor", "/api/v1/audit")]
    public async Task A_key_of_each_role_opens_the_API(string who, string path)
    {
        using var caller = new HttpClient { BaseAddress = new Uri(demo.BaseUrl) };
        caller.DefaultRequestHeaders.Authorization = new("Bearer", demo.Keys[who]);

        Assert.NotEmpty(System.Text.Json.Nodes.JsonNode.Parse(await caller.GetStringAsync(path))!["items"]!.AsArray());
    }

    [Fact]
    public async Task Nothing_secret_of_it_is_in_the_log_but_the_links()
    {
        using var visitor = new HttpClient();
        await visitor.GetStringAsync(demo.Links["dpo"]);

        Assert.DoesNotContain(demo.Console, line => line.Contains("fail:", StringComparison.Ordinal) || line.Contains("crit:", StringComparison.Ordinal));
    }
}

public sealed class DemoAgainTests
{
    [Fact]
    public async Task It_starts_again_where_it_was_and_after_being_cut_short()
    {
        var demo = new DemoPortal();
        await ((IAsyncLifetime)demo).InitializeAsync();
        try
        {
            var company = File.GetLastWriteTimeUtc(Path.Combine(demo.DataFolder, "conversations.db"));
            var keys = demo.Keys;
            await demo.KillAsync();
            await demo.StartAsync();
            Assert.Equal(keys, demo.Keys);
            Assert.Equal(company, File.GetLastWriteTimeUtc(Path.Combine(demo.DataFolder, "conversations.db")));

            await demo.KillAsync();
            await File.WriteAllTextAsync(Path.Combine(demo.DataFolder, "demo.state"), "unfinished");
            await demo.StartAsync();
            Assert.NotEqual(company, File.GetLastWriteTimeUtc(Path.Combine(demo.DataFolder, "conversations.db")));
        }
        finally
        {
            await ((IAsyncLifetime)demo).DisposeAsync();
        }
    }

    [Fact]
    public async Task A_folder_with_somebodys_files_is_left_alone()
    {
        // Emptied at the next start otherwise, if this one is cut short.
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("thesis.txt"), "somebody's");
        Assert.True(new DemoFolder(new DataFolder(folder.Path)).IsSomebodys);
    }

    [Fact]
    public async Task A_real_portals_folder_is_left_alone()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("portal.db"), "somebody's");

        var (code, text) = await DemoPortal.TryAsync(folder.Path);

        Assert.Equal(1, code);
        Assert.Contains(folder.Path, text, StringComparison.Ordinal);
        Assert.Equal("somebody's", await File.ReadAllTextAsync(folder.File("portal.db")));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}", "--urls http://localhost:5080")]
    [InlineData("127.0.0.1 {0}", "--urls http://localhost:5080")]
    public async Task An_address_that_cannot_be_had_is_told_with_the_way_out_before_anything_is_made(string urls, string wayOut)
    {
        using var folder = new TempFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, text) = await DemoPortal.TryAsync(folder.Path, string.Format(CultureInfo.InvariantCulture, urls, ((IPEndPoint)other.LocalEndpoint).Port));

        Assert.Equal(1, code);
        Assert.Contains(wayOut, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
