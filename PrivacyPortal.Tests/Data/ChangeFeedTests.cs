using System.Globalization;
using PrivacyPortal.Data;
using PrivacyPortal.Language;

namespace PrivacyPortal.Tests.Data;

public class ChangeFeedTests
{
    [Fact]
    public void Who_is_told_of_a_change_reads_it_in_their_own_language()
    {
        var (feed, heard) = (new ChangeFeed(), new List<string>());
        var mine = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = Languages.French;
            using var page = feed.Subscribe(_ => heard.Add(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
            CultureInfo.CurrentUICulture = Languages.English;
            feed.Publish("request", "1");

            Assert.Equal(["fr"], heard);
            Assert.Equal(Languages.English, CultureInfo.CurrentUICulture);
        }
        finally
        {
            CultureInfo.CurrentUICulture = mine;
        }
    }
}
