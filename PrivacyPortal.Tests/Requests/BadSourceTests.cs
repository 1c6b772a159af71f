using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Requests;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Requests;

/// <summary>
/// A source's file that cannot be used: its page and the request's step say why, nothing is taken for "no data", and the file is left as it is.
/// The tests also run as root, whom permission bits do not bind. A file that may not be opened is then played by a socket in its place, which
/// nobody can open; one that may not be written by a header that SQLite reads and does not write. A folder that may not be written is tried
/// for other users only.
/// </summary>
public sealed class BadSourceTests(PagesApp app) : IClassFixture<PagesApp>
{
    [Theory]
    [InlineData(SourceFailure.Missing)]
    [InlineData(SourceFailure.NotADatabase)]
    [InlineData(SourceFailure.Corrupt)]
    [InlineData(SourceFailure.Locked)]
    [InlineData(SourceFailure.PermissionDenied)]
    public async Task Why_a_source_cannot_be_searched_is_said_on_its_page_and_in_the_step(SourceFailure cause)
    {
        var sheet = await app.ReceiveAsync(SubjectRight.Access, $"Person {cause}", $"{cause}@customer.example");
        Assert.Null(await app.Desk.ConfirmIdentityAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, IdentityProof.Certain, "Known.", default));
        sheet = await app.SheetAsync(sheet.Row.Reference);

        using var broken = new BrokenFile(app.Chinook, cause);
        Assert.Equal(cause, await TestAsync());
        Assert.Contains(ConnectorText.Of(cause).En, await ReadAsync($"/sources/{await SourceAsync()}"), StringComparison.Ordinal);

        Assert.Null(await app.Desk.SearchAsync(TestPortal.Dpo, sheet.Row.Id, sheet.Version, default));
        sheet = await StoppedAsync(sheet.Row.Reference);
        Assert.Contains(ConnectorText.Of(cause).En, await ReadAsync($"/requests/{sheet.Row.Reference}"), StringComparison.Ordinal);
        Assert.Empty(sheet.Sources);
        Assert.True(broken.IsUntouched);
    }

    [Fact]
    public async Task What_may_only_be_read_says_so_on_its_page_and_is_searched()
    {
        using var broken = new BrokenFile(app.Chinook, SourceFailure.ReadOnly);
        Assert.Null(await TestAsync());
        var page = await ReadAsync($"/sources/{await SourceAsync()}");
        Assert.Contains(ConnectorText.Of(SourceFailure.ReadOnly).En, page, StringComparison.Ordinal);

        await app.InReviewAsync(SubjectRight.Erasure, "Luís Gonçalves", "luisg@embraer.com.br");
        Assert.True(broken.IsUntouched);
    }

    private DataSourceDesk Sources => app.Services.GetRequiredService<DataSourceDesk>();

    private async Task<Guid> SourceAsync() =>
        Assert.Single((await app.Services.GetRequiredService<DataSourceQueries>().ListAsync(TestPortal.Admin, default)).Value!).Id;

    private async Task<SourceFailure?> TestAsync() => (await Sources.TestAsync(TestPortal.Admin, await SourceAsync(), default)).Value!.Failure;

    private async Task<RequestSheet> StoppedAsync(string reference)
    {
        var sheet = await app.SheetAsync(reference);
        for (var tries = 0; !sheet.Steps.Any(s => s.Cause is not null); tries++)
        {
            Assert.True(tries < 600, string.Join(", ", sheet.Steps.Select(s => $"{s.Phase} {s.State}")));
            await Task.Delay(50);
            sheet = await app.SheetAsync(reference);
        }

        return sheet;
    }

    private async Task<string> ReadAsync(string address)
    {
        using var dpo = await app.ClientAsAsync(TestPortal.Dpo);
        return WebUtility.HtmlDecode(await dpo.GetStringAsync(address));
    }

    /// <summary>The source's file, unusable until this is disposed of.</summary>
    private sealed class BrokenFile : IDisposable
    {
        private readonly string path;
        private readonly string away;
        private readonly byte[]? bytes;
        private readonly IDisposable? holder;

        public BrokenFile(string path, SourceFailure cause)
        {
            (this.path, away) = (path, path + ".away");
            File.Copy(path, away, overwrite: true);
            switch (cause)
            {
                case SourceFailure.NotADatabase:
                    File.WriteAllText(path, new string('x', 5000));
                    break;
                case SourceFailure.Corrupt:
                    var torn = File.ReadAllBytes(path);
                    Array.Fill(torn, (byte)0x5A, 100, torn.Length - 100);
                    File.WriteAllBytes(path, torn);
                    break;
                case SourceFailure.Locked:
                    holder = Hold(path);
                    break;
                case SourceFailure.ReadOnly when Environment.IsPrivilegedProcess:
                    var header = File.ReadAllBytes(path);
                    header[18] = 3;
                    File.WriteAllBytes(path, header);
                    break;
                case SourceFailure.ReadOnly:
                    File.SetUnixFileMode(path, UnixFileMode.UserRead);
                    File.SetUnixFileMode(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserExecute);
                    break;
                case SourceFailure.PermissionDenied when !Environment.IsPrivilegedProcess:
                    File.SetUnixFileMode(path, UnixFileMode.None);
                    return;
                default:
                    File.Delete(path);
                    holder = cause == SourceFailure.PermissionDenied ? Listen(path) : null;
                    return;
            }

            bytes = Content(path);
        }

        /// <summary>As it was broken: neither mended nor changed, and nothing laid beside it.</summary>
        public bool IsUntouched => !File.Exists(path + "-journal") && !File.Exists(path + "-wal") && (bytes is null || bytes.AsSpan().SequenceEqual(Content(path)));

        public void Dispose()
        {
            holder?.Dispose();
            File.SetUnixFileMode(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.Move(away, path, overwrite: true);
        }

        private static byte[] Content(string path)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            file.CopyTo(copy);
            return copy.ToArray();
        }

        private static SqliteConnection Hold(string path)
        {
            var other = new SqliteConnection($"Data Source={path};Pooling=False");
            other.Open();
            using var hold = other.CreateCommand();
            hold.CommandText = "BEGIN EXCLUSIVE";
            hold.ExecuteNonQuery();
            return other;
        }

        private static Socket Listen(string path)
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(new UnixDomainSocketEndPoint(path));
            return socket;
        }
    }
}
