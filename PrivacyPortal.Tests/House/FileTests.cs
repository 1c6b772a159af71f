namespace PrivacyPortal.Tests.House;

public class FileTests
{
    private static readonly string[] BannedFolders = ["Common", "Helpers", "Models", "Services", "Interfaces", "Utils"];
    private static readonly string[] BannedEndings = ["Manager", "Helper", "Util", "Handler", "Base", "Impl", "Dto", "Vm"];

    [Theory]
    [InlineData("*.cs", 300)]
    [InlineData("*.razor", 200)]
    public void Files_stay_short(string pattern, int lines) =>
        Assert.Empty(Sources(pattern).Select(f => (File: f, Lines: File.ReadLines(f).Count())).Where(f => f.Lines > lines).Select(f => $"{Path.GetRelativePath(Repository.Root, f.File)}: {f.Lines}"));

    [Fact]
    public void Folders_are_words_of_the_field() =>
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "PrivacyPortal"), "*", SearchOption.AllDirectories).Where(d => BannedFolders.Contains(Path.GetFileName(d))));

    [Fact]
    public void Types_are_named_for_what_they_are() =>
        Assert.Empty(typeof(Program).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("PrivacyPortal", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal))
            .Where(t => BannedEndings.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal))).Select(t => t.FullName));

    private static IEnumerable<string> Sources(string pattern) => Directory.EnumerateFiles(Path.Combine(Repository.Root, "PrivacyPortal"), pattern, SearchOption.AllDirectories)
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal));
}
