using System.Globalization;
using PrivacyPortal.DataMap;
using PrivacyPortal.Language;

namespace PrivacyPortal.Tests.DataMap;

public sealed class MapWordTests
{
    [Theory]
    [InlineData("none", "néant", "none")]
    [InlineData("person", "la personne elle-même", "the person themselves")]
    [InlineData("Our own sensors", "Our own sensors", "Our own sensors")]
    public void A_keyword_of_the_map_is_read_and_typed_as_a_word_and_kept_as_the_keyword(string kept, string french, string english)
    {
        foreach (var (culture, word) in new[] { (Languages.French, french), (Languages.English, english) })
        {
            CultureInfo.CurrentUICulture = culture;
            Assert.Equal(word, MapWordText.Word(kept));
            Assert.Equal(kept, MapWordText.Keyword(word));
            Assert.Equal(kept, MapWordText.Keyword(kept));
        }
    }
}
