using System.Collections.Frozen;
using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.DataMap;

/// <summary>The words of a map, for people.</summary>
internal static class MapWordText
{
    private static readonly Text Ordinary = new("about somebody, told by its references", "sur quelqu’un, d’après ses références");
    private static readonly Text People = new("each row is one person", "chaque ligne est une personne");
    private static readonly Text Shared = new("shared: a catalogue, never personal", "partagée : un catalogue, jamais personnel");
    private static readonly Text Ignored = new("left out: nothing of anybody", "écartée : rien sur personne");

    public static Text Of(TableRole role) => role switch
    {
        TableRole.Ordinary => Ordinary,
        TableRole.People => People,
        TableRole.Shared => Shared,
        TableRole.Ignored => Ignored,
    };

    private static readonly Text RowDelete = new("delete the row", "supprimer la ligne");
    private static readonly Text RowFields = new("keep the row, each field as it says", "garder la ligne, chaque champ selon sa règle");
    private static readonly Text RowKeep = new("keep the row whole", "garder la ligne entière");

    public static Text Of(RowErasure action) => action switch
    {
        RowErasure.Delete => RowDelete,
        RowErasure.Fields => RowFields,
        RowErasure.Keep => RowKeep,
    };

    public static readonly Text FieldDefault = new("clear if personal", "vider s’il est personnel");
    private static readonly Text Clear = new("clear", "vider");
    private static readonly Text Replace = new("replace", "remplacer");
    private static readonly Text Keep = new("keep", "conserver");
    private static readonly Text Pseudonymise = new("keyed hash (counts as kept)", "empreinte à clé (compte comme conservé)");

    public static Text Of(FieldErasure action) => action switch
    {
        FieldErasure.Clear => Clear,
        FieldErasure.Replace => Replace,
        FieldErasure.Keep => Keep,
        FieldErasure.Pseudonymise => Pseudonymise,
    };

    private static readonly Text OwnedBy = new("is about the same person", "concerne la même personne");
    private static readonly Text Owns = new("what it points at is part of it", "ce qu’elle désigne en fait partie");
    private static readonly Text PartOf = new("sits in a container of several people", "se trouve dans un contenant à plusieurs");
    private static readonly Text Mentions = new("only mentions it", "ne fait que la mentionner");

    public static Text Of(ReferenceKind kind) => kind switch
    {
        ReferenceKind.OwnedBy => OwnedBy,
        ReferenceKind.Owns => Owns,
        ReferenceKind.PartOf => PartOf,
        ReferenceKind.Mentions => Mentions,
    };

    private static readonly Text Expression = new("(a) freedom of expression and information", "a) liberté d’expression et d’information");
    private static readonly Text Obligation = new("(b) legal obligation or public interest", "b) obligation légale ou mission d’intérêt public");
    private static readonly Text Health = new("(c) public health", "c) santé publique");
    private static readonly Text Archiving = new("(d) archiving, research, statistics", "d) archives, recherche, statistiques");
    private static readonly Text Claims = new("(e) legal claims", "e) droits en justice");

    public static Text Of(KeepGround ground) => ground switch
    {
        KeepGround.FreedomOfExpression => Expression,
        KeepGround.LegalObligation => Obligation,
        KeepGround.PublicHealth => Health,
        KeepGround.Archiving => Archiving,
        KeepGround.LegalClaims => Claims,
    };

    private static readonly Text Covered = new("In the map", "Dans la cartographie");
    private static readonly Text Reference = new("Reference", "Référence");

    public static Text Of(MapAspect aspect) => aspect switch
    {
        MapAspect.Covered => Covered,
        MapAspect.CallingCode => SourceText.CallingCode,
        MapAspect.HostingRegion => SourceText.Hosting,
        MapAspect.Title => MapText.TableTitle,
        MapAspect.Role => MapText.Role,
        MapAspect.Category => MapText.Category,
        MapAspect.Identity => MapText.Identity,
        MapAspect.Of => MapText.FieldOf,
        MapAspect.Article9 => MapText.Article9,
        MapAspect.Purpose => MapText.Purpose,
        MapAspect.LegalBasis => MapText.LegalBasis,
        MapAspect.Recipients => MapText.Recipients,
        MapAspect.Source => MapText.Source,
        MapAspect.Retention => MapText.Retention,
        MapAspect.AutomatedDecisions => MapText.Automated,
        MapAspect.Transfers => MapText.Transfers,
        MapAspect.OnErasure => MapText.OnErasure,
        MapAspect.Replacement => MapText.Replacement,
        MapAspect.Keep => MapText.Why,
        MapAspect.RoleLabel => MapText.RoleLabel,
        MapAspect.Statement => MapText.Statement,
        MapAspect.Reference => Reference,
    };

    public static Text Of(Article15Fact fact) => fact switch
    {
        Article15Fact.Purpose => MapText.Purpose,
        Article15Fact.LegalBasis => MapText.LegalBasis,
        Article15Fact.Category => MapText.Category,
        Article15Fact.Recipients => MapText.Recipients,
        Article15Fact.Retention => MapText.Retention,
        Article15Fact.Source => MapText.Source,
        Article15Fact.AutomatedDecisions => MapText.Automated,
        Article15Fact.Transfers => MapText.Transfers,
    };

    private static readonly Text Consent = new("consent, art. 6(1)(a)", "consentement, art. 6, § 1, a)");
    private static readonly Text Contract = new("contract, art. 6(1)(b)", "contrat, art. 6, § 1, b)");
    private static readonly Text LegalObligation = new("legal obligation, art. 6(1)(c)", "obligation légale, art. 6, § 1, c)");
    private static readonly Text VitalInterests = new("vital interests, art. 6(1)(d)", "intérêts vitaux, art. 6, § 1, d)");
    private static readonly Text PublicTask = new("public task, art. 6(1)(e)", "mission d’intérêt public, art. 6, § 1, e)");
    private static readonly Text LegitimateInterests = new("legitimate interests, art. 6(1)(f)", "intérêts légitimes, art. 6, § 1, f)");

    /// <summary>The legal bases of article 6, by their words in a map.</summary>
    public static readonly IReadOnlyDictionary<string, Text> LegalBases = new Dictionary<string, Text>
    {
        ["consent"] = Consent,
        ["contract"] = Contract,
        ["legal-obligation"] = LegalObligation,
        ["vital-interests"] = VitalInterests,
        ["public-task"] = PublicTask,
        ["legitimate-interests"] = LegitimateInterests,
    };

    /// <summary>The legal basis as the person reads it: the map's word in theirs, or the map's own words as they are.</summary>
    public static string Basis(string word, CultureInfo culture) => LegalBases.TryGetValue(word, out var text) ? text.In(culture) : word;

    private static readonly Text Nothing = new("none", "néant");
    private static readonly Text ThePerson = new("the person themselves", "la personne elle-même");
    private static readonly (string Keyword, Text Word)[] Keywords = [(Article15.None, Nothing), (Article15.FromThePerson, ThePerson)];

    /// <summary>A keyword of the map as the reader's word; what somebody wrote stays as it is.</summary>
    public static string? Word(string? kept) => Keywords.FirstOrDefault(k => k.Keyword == kept) is { Word: { } word } ? word : kept;

    /// <summary>The keyword of that word, in whichever language it was typed.</summary>
    public static string? Keyword(string? typed) =>
        Keywords.FirstOrDefault(k => typed?.Trim() is { } word && Languages.All.Any(l => string.Equals(k.Word.In(l), word, StringComparison.OrdinalIgnoreCase))).Keyword ?? typed;

    private static readonly FrozenDictionary<string, Text> Values = Enum.GetValues<TableRole>().Select(v => (MapAspect.Role, MapWords.Of(v), Of(v)))
        .Concat(Enum.GetValues<RowErasure>().Select(v => (MapAspect.OnErasure, MapWords.Of(v), Of(v))))
        .Concat(Enum.GetValues<FieldErasure>().Where(v => v != FieldErasure.Keep).Select(v => (MapAspect.OnErasure, MapWords.Of(v), Of(v))))
        .Concat(LegalBases.Select(b => (MapAspect.LegalBasis, b.Key, b.Value)))
        .ToFrozenDictionary(v => $"{v.Item1}/{v.Item2}", v => v.Item3);

    /// <summary>A value of a difference, in words where it is one of the map's.</summary>
    public static string? Value(MapAspect aspect, string? value) =>
        value is null ? null : Values.TryGetValue($"{aspect}/{value}", out var text) ? text : value;
}
