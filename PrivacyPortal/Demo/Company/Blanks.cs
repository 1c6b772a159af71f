using System.Globalization;
using System.Text;

namespace PrivacyPortal.Demo.Company;

/// <summary>Fills the {words} of one conversation; the same word stays the same throughout it.</summary>
internal sealed class Blanks(Words words, Dice dice, Visitor visitor, Visitor? second, Advisor? advisor, DateTime at)
{
    /// <summary>Before these French says d’ and not de.</summary>
    private const string Vowels = "AEÉIOUŒ";

    private readonly Dictionary<string, string> _filled = [];

    private Order? Order { get; } = visitor.Orders.Count > 0 ? visitor.Orders[dice.Below(visitor.Orders.Count)] : null;

    public string Fill(string text)
    {
        var result = new StringBuilder(text.Length + 32);
        for (var position = 0; position < text.Length;)
        {
            var open = text.IndexOf('{', position);
            if (open < 0)
            {
                return result.Append(text, position, text.Length - position).ToString();
            }

            var close = text.IndexOf('}', open);
            var word = Word(text[(open + 1)..close]);
            result.Append(text, position, open - position);
            if (visitor.Language == "fr" && Vowels.Contains(word[0], StringComparison.Ordinal) && text.AsSpan(0, open).EndsWith(" de "))
            {
                result.Remove(result.Length - 2, 2).Append('’');
            }

            result.Append(word);
            position = close + 1;
        }

        return result.ToString();
    }

    private string Word(string blank)
    {
        if (!_filled.TryGetValue(blank, out var word))
        {
            _filled[blank] = word = Choose(blank);
        }

        return word;
    }

    private string Choose(string blank) => blank switch
    {
        "first" => visitor.First,
        "last" => visitor.Last,
        "email" => visitor.Email,
        "phone" => visitor.Phone,
        "street" => visitor.Address.Street,
        "postcode" => visitor.Address.City.Postcode,
        "city" => visitor.Address.City.Name,
        "company" => visitor.Company ?? dice.Pick(words.List("company")),
        "first2" => second?.First ?? visitor.First,
        "last2" => second?.Last ?? visitor.Last,
        "email2" => second?.Email ?? visitor.Email,
        "phone2" => (second ?? visitor).Phone,
        "street2" => (second ?? visitor).Address.Street,
        "advisor" => advisor?.First ?? "Basile",
        "neighbour" => $"{dice.Pick(words.List("first." + visitor.Language))} {dice.Pick(words.List("last." + visitor.Language))}",
        "order" => Order?.Reference ?? "MA",
        "product" => (Order?.Product ?? dice.Pick(words.Products)).In(visitor.Language),
        "product2" => dice.Pick(words.Products).In(visitor.Language),
        "price" => Price(Order?.Cents ?? 44900),
        "lastfour" => Order?.LastFour ?? dice.Between(1000, 9999).ToString(CultureInfo.InvariantCulture),
        "date" => at.AddDays(dice.Between(1, 20)).ToString("d MMMM", Culture),
        "tracking" => string.Create(CultureInfo.InvariantCulture, $"6A{dice.Below(int.MaxValue):00000000000}"),
        "code" => string.Create(CultureInfo.InvariantCulture, $"{dice.Between(10, 99)}{(char)('A' + dice.Below(20))}{dice.Between(10, 99)}"),
        _ => throw new InvalidOperationException($"A demo dialogue has the unknown blank {blank}."),
    };

    private CultureInfo Culture => CultureInfo.GetCultureInfo(visitor.Language == "en" ? "en-GB" : "fr-FR");

    private string Price(int cents) => visitor.Site.Currency switch
    {
        "GBP" => string.Create(Culture, $"£{cents / 100}"),
        "CHF" => string.Create(Culture, $"{cents / 100} CHF"),
        _ => string.Create(Culture, $"{cents / 100} €"),
    };
}
