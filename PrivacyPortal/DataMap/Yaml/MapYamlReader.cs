using PrivacyPortal.Connectors;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PrivacyPortal.DataMap.Yaml;

/// <summary>Reads a map from YAML (docs/data-map.md): whole and without a fault, or not at all. Every fault has its line.</summary>
public sealed class MapYamlReader
{
    public const int Format = 1;
    private const int LongestText = 4 << 20;

    private readonly List<MapFault> faults = [];
    private readonly SourceSchema? schema;

    private MapYamlReader(SourceSchema? schema) => this.schema = schema;

    /// <param name="schema">The source's: names that it does not have are faults. Null: names are not checked.</param>
    public static MapReading Read(string yaml, SourceSchema? schema = null) => new MapYamlReader(schema).Read(yaml);

    private MapReading Read(string yaml)
    {
        if (yaml.Length > LongestText)
        {
            return new MapReading(null, [new MapFault(1, MapFaultKind.TooLarge, "")]);
        }

        SourceMap? map = null;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            var root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode : new YamlScalarNode("");
            map = Map(YamlSection.Of(root, faults, "tables"));
        }
        catch (YamlException e)
        {
            faults.Add(Unreadable(yaml.Split('\n'), e));
        }

        return new MapReading(faults.Count == 0 ? map : null, [.. faults.OrderBy(f => f.Line)]);
    }

    internal static MapFault Unreadable(string[] lines, YamlException e)
    {
        // The parser stumbles over a tab in the line before it.
        var tab = Array.FindIndex(lines, l => l.AsSpan(0, l.Length - l.AsSpan().TrimStart().Length).Contains('\t'));
        return tab >= 0 && tab <= e.End.Line
            ? new MapFault(tab + 1, MapFaultKind.Tab, "")
            : new MapFault(Math.Clamp(e.Start.Line, 1, lines.Length), MapFaultKind.Syntax, e.InnerException?.Message ?? e.Message);
    }

    private SourceMap Map(YamlSection root)
    {
        if (root.Number("format") is { } format && format != Format)
        {
            faults.Add(new MapFault(root.LineOf("format"), MapFaultKind.Format, $"{format}"));
        }

        // Told for people; the portal counts versions itself.
        root.Text("source");
        root.Number("version");
        var tables = new List<TableMap>();
        if (root.Section("tables") is { } section)
        {
            foreach (var (name, line, table) in section.Sections())
            {
                if (schema is not null && schema.Find(name) is null)
                {
                    faults.Add(new MapFault(line, MapFaultKind.UnknownTable, name));
                }

                tables.Add(Table(name, table));
            }
        }
        else
        {
            faults.Add(new MapFault(root.Line, MapFaultKind.Missing, "tables"));
        }

        var map = new SourceMap { CallingCode = root.Text("calling-code"), HostingRegion = root.Text("hosting-region"), Tables = tables };
        root.Close();
        return map;
    }

    private TableMap Table(string name, YamlSection section)
    {
        var known = schema?.Find(name);
        var statement = section.Text("statement");
        if (statement is not null)
        {
            Column(statement, section.LineOf("statement"), known);
        }

        var references = section.Section("references")?.Sections().Select(r => Reference(r.Name, known, r.Section)).ToList() ?? [];
        var table = new TableMap
        {
            Name = name,
            Title = section.Text("title"),
            Role = section.Word<TableRole>("role") ?? TableRole.Ordinary,
            Purpose = section.Text("purpose"),
            LegalBasis = section.Text("legal-basis"),
            Recipients = section.List("recipients"),
            Source = section.Text("source"),
            Retention = section.Text("retention"),
            AutomatedDecisions = section.Text("automated-decisions"),
            Transfers = section.Text("transfers"),
            OnErasure = section.Word<RowErasure>("on-erasure") ?? RowErasure.Delete,
            Keep = Keep(section.Section("keep")),
            RoleLabel = section.Text("role-label"),
            Statement = statement,
            Fields = section.Section("fields")?.Sections().Select(f => Field(f.Name, f.Line, known, references, f.Section)).ToList() ?? [],
            References = references,
        };
        section.Close();
        return table;
    }

    private FieldMap Field(string name, long line, SchemaTable? table, List<ReferenceMap> references, YamlSection section)
    {
        Column(name, line, table);
        var of = section.Text("of");
        if (of is not null && references.All(r => r.Name != of))
        {
            faults.Add(new MapFault(section.LineOf("of"), MapFaultKind.UnknownReference, of));
        }

        var field = new FieldMap
        {
            Name = name,
            Title = section.Text("title"),
            Category = section.Text("category"),
            Identity = section.Text("identity"),
            Of = of,
            Article9 = section.YesOrNo("article-9"),
            Purpose = section.Text("purpose"),
            LegalBasis = section.Text("legal-basis"),
            Recipients = section.List("recipients"),
            Source = section.Text("source"),
            Retention = section.Text("retention"),
            OnErasure = section.Word<FieldErasure>("on-erasure"),
            Replacement = section.Text("replacement"),
            Keep = Keep(section.Section("keep")),
        };
        section.Close();
        return field;
    }

    private ReferenceMap Reference(string name, SchemaTable? table, YamlSection section)
    {
        var columns = section.List("columns");
        if (columns.Count == 0)
        {
            faults.Add(new MapFault(section.Line, MapFaultKind.Missing, "columns"));
        }

        foreach (var column in columns)
        {
            Column(column, section.LineOf("columns"), table);
        }

        var type = section.Text("type-column");
        if (type is not null)
        {
            Column(type, section.LineOf("type-column"), table);
        }

        var targets = type is null
            ? [Target(null, section)]
            : section.Section("targets")?.Sections().Select(t => Target(t.Name, t.Section)).ToList() ?? [];
        if (targets.Count == 0)
        {
            faults.Add(new MapFault(section.Line, MapFaultKind.Missing, "targets"));
        }

        var reference = new ReferenceMap { Name = name, Columns = columns, TypeColumn = type, Declared = section.YesOrNo("declared"), Targets = targets };
        section.Close();
        return reference;
    }

    private ReferenceTarget Target(string? when, YamlSection section)
    {
        var name = section.Required("to");
        var table = schema?.Find(name);
        if (schema is not null && name.Length > 0 && table is null)
        {
            faults.Add(new MapFault(section.LineOf("to"), MapFaultKind.UnknownTable, name));
        }

        var columns = section.List("to-columns");
        foreach (var column in columns)
        {
            Column(column, section.LineOf("to-columns"), table);
        }

        var target = new ReferenceTarget
        {
            When = when,
            Table = name,
            Columns = columns,
            Kind = section.Word<ReferenceKind>("kind") ?? ReferenceKind.Mentions,
            KindForSubject = section.Words<ReferenceKind>("kind-for"),
        };
        if (when is not null)
        {
            section.Close();
        }

        return target;
    }

    private static KeepRule? Keep(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        section.Required("ground");
        var keep = new KeepRule(section.Word<KeepGround>("ground") ?? default, section.Date("until"), section.Number("months"), section.Text("after"), section.Text("law"));
        section.Close();
        return keep;
    }

    private void Column(string name, long line, SchemaTable? table)
    {
        if (table is not null && table.Find(name.Split('$')[0]) is null && table.Find(name) is null)
        {
            faults.Add(new MapFault(line, MapFaultKind.UnknownColumn, name, table.Name));
        }
    }
}
