using System.Globalization;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Tests.Requests;

public sealed class CellMomentTests
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Theory]
    [InlineData("2026-10-14T10:02:00Z", "14 Oct 2026, 12:02")]
    [InlineData("2026-10-14T10:02:07.25+00:00", "14 Oct 2026, 12:02:07")]
    [InlineData("2026-10-14 10:02:07", "14 Oct 2026, 10:02:07")]
    [InlineData("2026-10-14 10:02:07+02", "14 Oct 2026, 10:02:07")]
    [InlineData("2026-10-14", null)]
    [InlineData("2026-13-14T10:02:00Z", null)]
    [InlineData("It was 2026-10-14T10:02:00Z", null)]
    [InlineData("", null)]
    public void A_written_moment_is_told_in_the_readers_zone_if_it_names_one_and_anything_else_is_none(string stored, string? shown) =>
        Assert.Equal(shown, CellMoment.Of(stored, Paris, CultureInfo.GetCultureInfo("en-GB")));

    [Fact]
    public void A_typed_moment_is_told_in_the_readers_zone_and_language()
    {
        var french = CultureInfo.GetCultureInfo("fr-FR");
        var moment = new DateTimeOffset(2026, 10, 14, 10, 2, 0, TimeSpan.Zero);
        Assert.Equal("14 oct. 2026, 12:02", CellMoment.Of(moment, Paris, french));
        Assert.Equal("14 oct. 2026, 12:02", CellMoment.Of(moment.UtcDateTime, Paris, french));
        Assert.Equal("14 oct. 2026, 10:02", CellMoment.Of(moment.DateTime, Paris, french));
        Assert.Null(CellMoment.Of(20261014L, Paris, french));
        Assert.Null(CellMoment.Of(null, Paris, french));
    }
}
