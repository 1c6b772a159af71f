using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PrivacyPortal.Demo.Company;

/// <summary>
/// Invents orders, their lines, cards and invoices. Some are paid with another visitor's card and some delivered to another's address, so
/// that whose a row is cannot be guessed from the path to it.
/// </summary>
internal sealed class Trade(SqliteConnection connection, SqliteTransaction transaction, Words words, Dice dice, DateTime today)
{
    private sealed record Card(int Id, string LastFour);

    private static readonly string[] Engravings = ["Pour Mamie Jo", "La famille {last}", "Été 2026", "{first} & {other}", "Bienvenue chez {last}"];

    private readonly Dictionary<int, Card> _cards = [];
    private int _orders;

    public void Run(IReadOnlyList<Visitor> visitors)
    {
        using var cards = new Bulk(connection, transaction, "payment_card", 7);
        using var orders = new Bulk(connection, transaction, "orders", 11);
        using var lines = new Bulk(connection, transaction, "order_line", 6);
        using var invoices = new Bulk(connection, transaction, "invoice", 8);
        foreach (var visitor in visitors)
        {
            var persona = visitor.Id <= Persona.All.Count ? Persona.All[visitor.Id - 1] : null;
            var count = persona?.Orders ?? (visitor.Nameless || dice.Chance(42) ? 0 : dice.Between(1, 3) + (dice.Chance(15) ? 2 : 0));
            if (count > 0 && (persona is null ? dice.Chance(70) : persona.CardOf == persona.Key))
            {
                var card = new Card(_cards.Count + 1, dice.Between(1000, 9999).ToString(CultureInfo.InvariantCulture));
                _cards[visitor.Id] = card;
                cards.Add(
                    card.Id, visitor.Id, string.Create(CultureInfo.InvariantCulture, $"tok_{card.Id:x6}{dice.Below(int.MaxValue):x8}"),
                    dice.Chance(60) ? "Visa" : "Mastercard", card.LastFour, $"{visitor.First} {visitor.Last}".ToUpperInvariant(),
                    string.Create(CultureInfo.InvariantCulture, $"{dice.Between(1, 12):00}/{dice.Between(27, 31)}"));
            }

            for (var n = 0; n < count; n++)
            {
                Place(visitor, persona, visitors, n, orders, lines, invoices);
            }
        }
    }

    private void Place(Visitor visitor, Persona? persona, IReadOnlyList<Visitor> visitors, int n, Bulk orders, Bulk lines, Bulk invoices)
    {
        var id = ++_orders;
        var at = today.AddDays(-(persona is null ? dice.Between(2, 720) : 50 + n)).AddMinutes(dice.Between(480, 1320));
        var other = visitors[dice.Between(Persona.All.Count, visitors.Count - 1)];
        var card = persona is not null ? CardOf(visitors[Array.FindIndex([.. Persona.All], p => p.Key == persona.CardOf)].Id)
            : dice.Chance(3) ? CardOf(other.Id) : CardOf(visitor.Id);
        var delivery = persona is null && dice.Chance(4) ? other.Address : visitor.Address;
        var product = persona is not null && n == 0 ? words.Products[0] : dice.Pick(words.Products);
        var reference = string.Create(CultureInfo.InvariantCulture, $"MA-{at:yyMM}-{10000 + id}");
        List<(Product Product, int Quantity)> basket = [(product, dice.Between(1, 2))];
        while (dice.Chance(45) && basket.Count < 5)
        {
            basket.Add((dice.Pick(words.Products), dice.Between(1, 4)));
        }

        var total = basket.Sum(line => line.Product.Cents * line.Quantity);
        visitor.Orders.Add(new Order(reference, product, total, card?.LastFour ?? "0000"));
        var age = (today - at).Days;
        orders.Add(
            id, reference, visitor.Id, visitor.Site.Id, delivery.Id, card?.Id, Population.Instant(at),
            age < 6 ? "preparing" : age < 14 ? "shipped" : dice.Chance(5) ? "returned" : "delivered", total, visitor.Phone,
            dice.Chance(18) ? $"Laisser chez {other.Last}, code {dice.Between(10, 99).ToString(CultureInfo.InvariantCulture)}A" : null);
        for (var line = 0; line < basket.Count; line++)
        {
            var engraving = dice.Chance(6)
                ? dice.Pick(Engravings).Replace("{last}", visitor.Last, StringComparison.Ordinal)
                    .Replace("{first}", visitor.First, StringComparison.Ordinal).Replace("{other}", other.First, StringComparison.Ordinal)
                : null;
            lines.Add(id, line + 1, basket[line].Product.Id, basket[line].Quantity, basket[line].Product.Cents, engraving);
        }

        if (age >= 6)
        {
            invoices.Add(
                id, string.Create(CultureInfo.InvariantCulture, $"F{at:yyyy}-{id:00000}"), id, $"{visitor.First} {visitor.Last}",
                $"{visitor.Address.Street}, {visitor.Address.City.Postcode} {visitor.Address.City.Name}", visitor.Email,
                at.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), total);
        }
    }

    private Card? CardOf(int visitor) => _cards.GetValueOrDefault(visitor);
}
