using PrivacyPortal.Connectors;

namespace PrivacyPortal.DataMap.Suggestions;

/// <summary>
/// A first map of a source, guessed from names, keys and a few values. It is there to be corrected: nothing of it is in force before people
/// have confirmed it, the people tables first, because ownership is suggested from them.
/// </summary>
public static class MapSuggestion
{
    /// <summary>What stands in a text that may not be empty, where its row has to stay.</summary>
    public const string Erased = "[erased]";

    private static readonly string[] PeopleWords =
    [
        "person", "user", "customer", "client", "visitor", "contact", "member", "employee", "staff", "advisor", "agent", "patient", "student", "subscriber", "lead",
        "prospect", "candidate", "guest", "tenant", "personne", "utilisateur", "visiteur", "adherent", "abonne", "conseiller", "salarie", "eleve", "candidat",
    ];

    private static readonly string[] StaffWords =
        ["employee", "staff", "advisor", "agent", "operator", "supervisor", "rep", "salarie", "conseiller", "manager", "admin", "administrator", "assignee", "author"];

    private static readonly string[] ContainerWords = ["conversation", "thread", "discussion", "chat", "room", "channel", "meeting", "fil", "group"];

    private static readonly string[] TechnicalWords = ["migration", "migrationhistory", "setting", "config", "configuration", "parametre", "lock", "flyway", "alembic"];

    /// <summary>The tables whose rows look like one person each: to be confirmed first.</summary>
    public static IReadOnlyList<string> People(SourceSchema schema) =>
        [.. schema.Tables.Where(t => t.Kind == TableKind.Table && LooksLikePeople(t)).Select(t => t.Name)];

    /// <param name="people">The tables that a person confirmed as people.</param>
    public static SourceMap Of(SourceSchema schema, IReadOnlyCollection<string> people, IReadOnlyDictionary<string, TableSample> samples)
    {
        var tables = schema.Tables.Where(t => t.Kind == TableKind.Table).ToList();
        var references = tables.ToDictionary(t => t.Name, t => ReferenceSuggestion.Of(schema, t, samples.GetValueOrDefault(t.Name)));
        var owned = Owned(people, references);
        return new SourceMap
        {
            Tables = [.. tables.Select(t => Table(t, RoleOf(t, people, owned, samples.GetValueOrDefault(t.Name)), references[t.Name], people, owned, tables, samples.GetValueOrDefault(t.Name)))],
        };
    }

    private static TableMap Table(
        SchemaTable table, TableRole role, IReadOnlyList<ReferenceMap> references, IReadOnlyCollection<string> people, Dictionary<string, int> owned, List<SchemaTable> tables,
        TableSample? sample)
    {
        var personal = role is TableRole.People or TableRole.Ordinary;
        var linked = references.SelectMany(r => r.Columns.Append(r.TypeColumn)).ToHashSet();
        return new TableMap
        {
            Name = table.Name,
            Role = role,
            References = [.. Kinds(table, references, people, owned)],
            Fields =
            [
                .. table.Columns.Where(c => !c.RowNumber && !linked.Contains(c.Name)).Select(c => Field(table, c, role, personal, sample)).Where(f => f.Personal || !table.Key.Contains(f.Name)),
            ],
        };
    }

    private static FieldMap Field(SchemaTable table, SchemaColumn column, TableRole role, bool personal, TableSample? sample)
    {
        if (!personal)
        {
            return new FieldMap { Name = column.Name };
        }

        if (table.Key is [var key] && key == column.Name && IdentityOf(table) is { } kind && column.Kind != ValueKind.Any)
        {
            return new FieldMap { Name = column.Name, Category = "account.identifier", Identity = kind };
        }

        if (ColumnSuggestion.Of(table, column, role == TableRole.People, sample) is not { } guess)
        {
            return new FieldMap { Name = column.Name };
        }

        // A person's own address reaches their rows; another table's would reach them through the owner anyway.
        var field = new FieldMap { Name = column.Name, Category = guess.Category, Article9 = guess.Article9, Identity = guess.Identity };
        var constant = !column.Nullable && column.Kind == ValueKind.Text && !table.UniqueKeys.Any(u => u.Contains(column.Name));
        return constant ? field with { OnErasure = FieldErasure.Replace, Replacement = Erased } : field;
    }

    /// <summary>In the order of the specification: mentions first, then one owner, and every further route to one is a mention again.</summary>
    private static IEnumerable<ReferenceMap> Kinds(SchemaTable table, IReadOnlyList<ReferenceMap> references, IReadOnlyCollection<string> people, Dictionary<string, int> owned)
    {
        var fromPeople = people.Contains(table.Name);
        var owner = fromPeople ? null : references.Where(r => r.Targets.Any(t => t.Table != table.Name && owned.ContainsKey(t.Table))).OrderBy(r => Rank(r, owned)).FirstOrDefault();
        return references.Select(r => r with
        {
            Targets = [.. r.Targets.Select(t => t with { Kind = fromPeople || t.Table == table.Name || !owned.ContainsKey(t.Table) ? ReferenceKind.Mentions : KindOf(r, t, owner, people) })],
        });
    }

    private static ReferenceKind KindOf(ReferenceMap reference, ReferenceTarget target, ReferenceMap? owner, IReadOnlyCollection<string> people) =>
        ReferenceEquals(reference, owner) ? ReferenceKind.OwnedBy
        : Named(target.Table, ContainerWords) && !people.Contains(target.Table) ? ReferenceKind.PartOf
        : ReferenceKind.Mentions;

    /// <summary>The nearest owner wins; among people, one who is no member of staff; what has several targets says most.</summary>
    private static int Rank(ReferenceMap reference, Dictionary<string, int> owned) =>
        reference.TypeColumn is not null ? -1
        : reference.Targets.Min(t => (owned.GetValueOrDefault(t.Table, 99) * 2) + (Named(t.Table, StaffWords) || Named(reference.Name, StaffWords) ? 5 : 0));

    /// <summary>People, and every table that leads to them by references: how far each is from one.</summary>
    private static Dictionary<string, int> Owned(IReadOnlyCollection<string> people, Dictionary<string, IReadOnlyList<ReferenceMap>> references)
    {
        var owned = people.ToDictionary(p => p, _ => 0);
        for (var distance = 1; ; distance++)
        {
            var next = references.Where(r => !owned.ContainsKey(r.Key) && r.Value.Any(reference => reference.Targets.Any(t => owned.ContainsKey(t.Table)))).Select(r => r.Key).ToList();
            if (next.Count == 0)
            {
                return owned;
            }

            next.ForEach(t => owned[t] = distance);
        }
    }

    private static TableRole RoleOf(SchemaTable table, IReadOnlyCollection<string> people, Dictionary<string, int> owned, TableSample? sample)
    {
        if (people.Contains(table.Name))
        {
            return TableRole.People;
        }

        if (owned.ContainsKey(table.Name))
        {
            return TableRole.Ordinary;
        }

        if (Named(table.Name, TechnicalWords))
        {
            return TableRole.Ignored;
        }

        return table.Columns.Any(c => ColumnSuggestion.Of(table, c, people: false, sample) is { } guess && guess.Category != "content.note") ? TableRole.Ordinary : TableRole.Shared;
    }

    private static bool LooksLikePeople(SchemaTable table)
    {
        var guesses = table.Columns.Select(c => ColumnSuggestion.ByName(table, c, people: true)?.Category).OfType<string>().ToList();
        var named = NameWords.Of(table.Path[^1]) is [.., var last] && PeopleWords.Contains(last);
        var reachable = guesses.Any(g => g is "contact.email" or "contact.phone" or "account.identifier");
        return named ? reachable || guesses.Contains("identity.name") : reachable && guesses.Contains("identity.name") && guesses.Contains("identity.birth-date");
    }

    private static string? IdentityOf(SchemaTable table) => NameWords.Of(table.Path[^1]) switch
    {
        [.., "customer" or "client"] => IdentityKinds.CustomerId,
        [.., "visitor" or "visiteur"] => IdentityKinds.VisitorId,
        [.., "conversation"] => IdentityKinds.ConversationId,
        _ => null,
    };

    private static bool Named(string name, string[] words) => NameWords.Of(name).Any(words.Contains);
}
