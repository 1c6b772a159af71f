using PrivacyPortal.Receipts;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Receipts;

public sealed class VerifyVerbTests
{
    [Fact]
    public async Task The_command_line_tells_a_genuine_file_from_any_other_and_why()
    {
        await using var portal = await TestPortal.StartAsync(services => services.AddReceipts());
        IssuedReceipt issued;
        await using (var db = portal.Db())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            issued = await portal.Get<ReceiptIssuer>().IssueAsync(db, TestPortal.Dpo, SampleFacts.Acknowledgement("en"), CancellationToken.None);
            await transaction.CommitAsync();
        }

        using var folder = new TempFolder();
        var altered = (byte[])issued.Content.Clone();
        altered[altered.Length / 2] ^= 1;
        Assert.Equal((0, "genuine"), Verify(folder, issued.Content, portal.Folder));
        Assert.Equal((1, "altered"), Verify(folder, altered, portal.Folder));
        Assert.Equal((1, "not a PDF"), Verify(folder, [1, 2, 3], portal.Folder));
        Assert.Equal((1, "no signing certificate"), Verify(folder, issued.Content, folder.File("empty")));
        Directory.CreateDirectory(folder.File("house"));
        Directory.Move(Path.Combine(portal.Folder, "keys"), Directory.CreateDirectory(folder.File("house/demo")).FullName + "/keys");
        Assert.Equal((0, "genuine"), Verify(folder, issued.Content, folder.File("house")));
        Assert.Equal(1, VerifyVerb.Run([folder.File("absent.pdf")], portal.Folder, TextWriter.Null));
        Assert.Equal(1, VerifyVerb.Run([], portal.Folder, TextWriter.Null));
    }

    private static (int Code, string Said) Verify(TempFolder folder, byte[] content, string data)
    {
        File.WriteAllBytes(folder.File("file.pdf"), content);
        var said = new StringWriter();
        var code = VerifyVerb.Run([folder.File("file.pdf")], data, said);
        string[] words = ["no signing certificate", "altered", "Send the PDF", "genuine"];
        var word = words.First(w => said.ToString().Contains(w, StringComparison.Ordinal));
        return (code, word == "Send the PDF" ? "not a PDF" : word);
    }
}
