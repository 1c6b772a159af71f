using PrivacyPortal.DataMap;
using PrivacyPortal.DataMap.Yaml;
using PrivacyPortal.Tests.House;

namespace PrivacyPortal.Tests.DataMap;

public sealed class DocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "data-map.md"));

    [Fact]
    public void The_example_in_the_document_is_read_without_fault()
    {
        var yaml = Document.Split("```yaml")[1].Split("```")[0];
        var read = MapYamlReader.Read(yaml);
        Assert.Empty(read.Faults);
        Assert.Equal(5, read.Map!.Tables.Count);
    }

    [Fact]
    public void Every_word_of_the_format_is_in_the_document()
    {
        var words = MapWords.All<TableRole>().Concat(MapWords.All<RowErasure>()).Concat(MapWords.All<FieldErasure>()).Concat(MapWords.All<ReferenceKind>())
            .Concat(MapWords.All<KeepGround>()).Concat(MapWordText.LegalBases.Keys).Concat(IdentityKinds.All);
        Assert.Empty(words.Where(w => !Document.Contains($"`{w}`", StringComparison.Ordinal)));
    }
}
