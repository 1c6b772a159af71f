namespace PrivacyPortal.DataMap;

/// <summary>A table of a map while somebody edits it.</summary>
public sealed class TableForm
{
    private readonly TableMap origin;

    public TableForm(TableMap table)
    {
        origin = table;
        (Title, Role, OnErasure, RoleLabel, Statement) = (table.Title, table.Role, table.OnErasure, table.RoleLabel, table.Statement ?? "");
        Facts = new FactsForm(table.Purpose, table.LegalBasis, table.Recipients, table.Source, table.Retention) { Automated = table.AutomatedDecisions, Transfers = table.Transfers };
        Keep = new KeepForm(table.Keep);
        Fields = [.. table.Fields.Select(f => new FieldForm(f))];
        References = [.. table.References.Select(r => new ReferenceForm(r))];
    }

    public string Name => origin.Name;

    public string? Title { get; set; }

    public TableRole Role { get; set; }

    public RowErasure OnErasure { get; set; }

    public string? RoleLabel { get; set; }

    /// <summary>Empty: the table has no column for statements.</summary>
    public string Statement { get; set; }

    public FactsForm Facts { get; }

    public KeepForm Keep { get; }

    public List<FieldForm> Fields { get; }

    public List<ReferenceForm> References { get; }

    /// <summary>True once something is not as it was opened.</summary>
    public bool Dirty => MapDifference.Between(new SourceMap { Tables = [origin] }, new SourceMap { Tables = [Table()] }).Count > 0;

    public TableMap Table() => origin with
    {
        Title = Said(Title),
        Role = Role,
        OnErasure = OnErasure,
        RoleLabel = Said(RoleLabel),
        Statement = Said(Statement),
        Purpose = Said(Facts.Purpose),
        LegalBasis = Said(Facts.LegalBasis),
        Recipients = Facts.Recipients(),
        Source = Said(Facts.Source),
        Retention = Said(Facts.Retention),
        AutomatedDecisions = Said(Facts.Automated),
        Transfers = Said(Facts.Transfers),
        Keep = OnErasure == RowErasure.Keep ? Keep.Rule() : null,
        Fields = [.. Fields.Select(f => f.Field())],
        References = [.. References.Select(r => r.Reference())],
    };

    internal static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static IReadOnlyList<string> List(string? text) => [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>What article 15 asks, of a table or of one field.</summary>
public sealed class FactsForm(string? purpose, string? legalBasis, IReadOnlyList<string> recipients, string? source, string? retention)
{
    public string? Purpose { get; set; } = purpose;

    public string? LegalBasis { get; set; } = legalBasis;

    public string? RecipientNames { get; set; } = string.Join(", ", recipients);

    public string? Source { get; set; } = source;

    public string? Retention { get; set; } = retention;

    /// <summary>Of a table only, like <see cref="Transfers"/>.</summary>
    public string? Automated { get; set; }

    public string? Transfers { get; set; }

    public IReadOnlyList<string> Recipients() => TableForm.List(RecipientNames);

    /// <summary>What is typed and read: the keywords of the map are words here.</summary>
    public string? RecipientWords { get => MapWordText.Word(RecipientNames); set => RecipientNames = MapWordText.Keyword(value); }

    public string? SourceWords { get => MapWordText.Word(Source); set => Source = MapWordText.Keyword(value); }

    public string? AutomatedWords { get => MapWordText.Word(Automated); set => Automated = MapWordText.Keyword(value); }

    public string? TransferWords { get => MapWordText.Word(Transfers); set => Transfers = MapWordText.Keyword(value); }
}

public sealed class KeepForm(KeepRule? keep)
{
    public KeepGround Ground { get; set; } = keep?.Ground ?? KeepGround.LegalObligation;

    public DateOnly? Until { get; set; } = keep?.Until;

    public int? Months { get; set; } = keep?.Months;

    public string? After { get; set; } = keep?.After;

    public string? Law { get; set; } = keep?.Law;

    public KeepRule Rule() => new(Ground, Until, Months, TableForm.Said(After), TableForm.Said(Law));
}

public sealed class FieldForm(FieldMap origin)
{
    public string Name => origin.Name;

    public string? Title { get; set; } = origin.Title;

    public string? Category { get; set; } = origin.Category;

    public string? Identity { get; set; } = origin.Identity;

    public string? Of { get; set; } = origin.Of;

    public bool Article9 { get; set; } = origin.Article9;

    public FieldErasure? OnErasure { get; set; } = origin.OnErasure;

    public string? Replacement { get; set; } = origin.Replacement;

    public FactsForm Facts { get; } = new(origin.Purpose, origin.LegalBasis, origin.Recipients, origin.Source, origin.Retention);

    public KeepForm Keep { get; } = new(origin.Keep);

    public FieldMap Field() => origin with
    {
        Title = TableForm.Said(Title),
        Category = TableForm.Said(Category),
        Identity = TableForm.Said(Identity),
        Of = TableForm.Said(Of),
        Article9 = Article9,
        OnErasure = OnErasure,

        // An empty text is a replacement, too; no replacement is none.
        Replacement = OnErasure == FieldErasure.Replace ? Replacement ?? "" : null,
        Keep = OnErasure is FieldErasure.Keep or FieldErasure.Pseudonymise ? Keep.Rule() : null,
        Purpose = TableForm.Said(Facts.Purpose),
        LegalBasis = TableForm.Said(Facts.LegalBasis),
        Recipients = Facts.Recipients(),
        Source = TableForm.Said(Facts.Source),
        Retention = TableForm.Said(Facts.Retention),
    };
}

public sealed class ReferenceForm(ReferenceMap reference)
{
    /// <summary>For the page, where names change while they are typed.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    public bool Declared => reference.Declared;

    public string Name { get; set; } = reference.Name;

    public string Columns { get; set; } = string.Join(", ", reference.Columns);

    public string? TypeColumn { get; set; } = reference.TypeColumn;

    public List<TargetForm> Targets { get; } = [.. reference.Targets.Select(t => new TargetForm(t))];

    public ReferenceMap Reference() => reference with
    {
        Name = Name.Trim(),
        Columns = TableForm.List(Columns),
        TypeColumn = TableForm.Said(TypeColumn),
        Targets = [.. Targets.Select(t => t.Target(TableForm.Said(TypeColumn) is not null))],
    };
}

public sealed class TargetForm(ReferenceTarget target)
{
    public Guid Id { get; } = Guid.NewGuid();

    public string? When { get; set; } = target.When;

    public string Table { get; set; } = target.Table;

    public string Columns { get; set; } = string.Join(", ", target.Columns);

    public ReferenceKind Kind { get; set; } = target.Kind;

    /// <summary>People table → another kind.</summary>
    public Dictionary<string, ReferenceKind> KindForSubject { get; } = new(target.KindForSubject);

    public ReferenceTarget Target(bool polymorphic) => target with
    {
        When = polymorphic ? When?.Trim() : null,
        Table = Table.Trim(),
        Columns = TableForm.List(Columns),
        Kind = Kind,
        KindForSubject = KindForSubject,
    };
}
