using System.Globalization;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Receipts;
using PrivacyPortal.Vault;

namespace PrivacyPortal.Requests;

/// <summary>What an answer says of statements on something said: where each is now, as it was done or reported. Pure.</summary>
internal static class StatementAnswer
{
    /// <summary>Enough to recognise what was said by; a letter is no copy of the data.</summary>
    private const int MostSaid = 600;

    public static IEnumerable<AttachedStatement> Of(RequestSource source, IReadOnlyList<RequestableSource> maps, FileKey findings, CultureInfo culture)
    {
        var map = maps.FirstOrDefault(m => m.Id == source.SourceId)?.Map;
        var statements = source.ReadStatements(findings).ToList();
        var byHand = ByHand(source, statements.Count(s => s.Column is null), culture);
        return statements.Select(s => new AttachedStatement(
            source.SourceName, On(map?.Find(s.Row.Table), s), s.Column is null ? byHand : AnswerText.BesideWhatWasSaid.In(culture), s.Column is not null, 1,
            Shortened(CellText.Of(s.Said)), s.Text));
    }

    /// <summary>How many were to be attached by hand and are not.</summary>
    public static int NotAttached(RequestSource source, FileKey findings) => Math.Max(0, source.ReadStatements(findings).Count(s => s.Column is null) - Attached(source));

    /// <summary>The newest report counts: an earlier one is of a plan that was recalled.</summary>
    private static int Attached(RequestSource source) => source.ReadByHand().LastOrDefault(r => r.Phase == StepPhase.Attach)?.Records ?? 0;

    private static string ByHand(RequestSource source, int asked, CultureInfo culture) => Attached(source) switch
    {
        0 => AnswerText.NotAttached.In(culture),
        var attached when attached < asked => AnswerText.AttachedToSome.Format(culture, attached, asked),
        _ => AnswerText.AttachedByHand.In(culture),
    };

    private static string On(TableMap? table, PlannedStatement statement) =>
        $"{table?.Title ?? statement.Row.Table} · {table?.Find(statement.Field)?.Title ?? statement.Field}";

    private static string Shortened(string said) => said.Length <= MostSaid ? said : said[..(char.IsHighSurrogate(said[MostSaid - 1]) ? MostSaid - 1 : MostSaid)] + "…";
}
