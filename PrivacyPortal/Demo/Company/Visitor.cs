namespace PrivacyPortal.Demo.Company;

internal sealed record Address(int Id, string Street, City City);

internal sealed record Order(string Reference, Product Product, int Cents, string LastFour);

/// <summary>Somebody who came to one of the sites. A nameless one tells who they are in their messages only.</summary>
internal sealed record Visitor(
    int Id, Site Site, string First, string Last, string Email, string Phone, string? Company, Address Address, bool Nameless, DateTime Since)
{
    public string Language => Site.Language;

    public List<Order> Orders { get; } = [];
}

/// <summary>One of the people whom the README follows; they are the first visitors, in this order.</summary>
internal sealed record Persona(
    string Key, int SiteId, string First, string Last, string Email, string Phone, string? Company, string Street, string City, int Orders)
{
    /// <summary>Whose card pays, when it is not their own: Camille's table is a present of her sister's.</summary>
    public string CardOf { get; init; } = Key;

    public static IReadOnlyList<Persona> All { get; } =
    [
        new("elodie", 1, "Élodie", "Garnier", "elodie.garnier@lettre.example", "+33 6 39 98 22 15", null, "4 quai des Brumes", "Nantes", 2),
        new("camille", 1, "Camille", "Roussel", "camille.roussel@courriel.example", "+33 6 39 98 41 06", null, "12 rue des Tanneurs", "Lyon", 2) { CardOf = "elodie" },
        new("hugo", 1, "Hugo", "Roussel", "hugo.roussel@boite.example", "+33 6 39 98 41 07", null, "12 rue des Tanneurs", "Lyon", 1),
        new("julien", 1, "Julien", "Mercier", "julien.mercier@courriel.example", "+33 6 39 98 57 33", null, "14 rue des Tanneurs", "Lyon", 0),
        new("mathieu", 1, "Mathieu", "Cazals", "achats@paysages-du-lez.example", "+33 6 39 98 63 80", "Paysages du Lez", "7 chemin des Vignes", "Montpellier", 1),
        new("sonia", 1, "Sonia", "Ferrand", "achats@paysages-du-lez.example", "+33 6 39 98 63 81", "Paysages du Lez", "7 chemin des Vignes", "Montpellier", 1),
        new("oliver", 4, "Oliver", "Whitcombe", "oliver.whitcombe@postbox.example", "+44 7700 900314", null, "9 Orchard Close", "Bath", 2),
        new("sophie", 2, "Sophie", "Lambrecht", "sophie.lambrecht@boite.example", "+32 470 00 18 42", null, "23 rue du Moulin", "Namur", 2),
    ];
}
