using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PrivacyPortal.DataMap.Yaml;

/// <summary>Writes a map as YAML (docs/data-map.md). What is as it would be without a word is left out.</summary>
public sealed class MapYamlWriter
{
    private readonly IEmitter emitter;

    private MapYamlWriter(IEmitter emitter) => this.emitter = emitter;

    /// <param name="source">The source's name, for people.</param>
    public static string Write(SourceMap map, string? source = null)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new MapYamlWriter(new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024))).Document(map, source);
        return text.ToString();
    }

    private void Document(SourceMap map, string? source)
    {
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, [], isImplicit: true));
        Section(() =>
        {
            Text("source", source);
            Word("format", $"{MapYamlReader.Format}");
            Word("version", map.Version.ToString(CultureInfo.InvariantCulture));
            Text("calling-code", map.CallingCode);
            Text("hosting-region", map.HostingRegion);
            Section("tables", () => map.Tables.ToList().ForEach(t => Section(t.Name, () => Table(t))));
        });
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private void Table(TableMap table)
    {
        Text("title", table.Title);
        Word("role", table.Role == TableRole.Ordinary ? null : MapWords.Of(table.Role));
        Facts(table.Purpose, table.LegalBasis, table.Recipients, table.Source, table.Retention);
        Text("automated-decisions", table.AutomatedDecisions);
        Text("transfers", table.Transfers);
        Word("on-erasure", MapWords.Of(table.OnErasure));
        Keep(table.Keep);
        Text("role-label", table.RoleLabel);
        Text("statement", table.Statement);
        if (table.Fields.Count > 0)
        {
            Section("fields", () => table.Fields.ToList().ForEach(f => Section(f.Name, () => Field(f))));
        }

        if (table.References.Count > 0)
        {
            Section("references", () => table.References.ToList().ForEach(r => Section(r.Name, () => Reference(r))));
        }
    }

    private void Field(FieldMap field)
    {
        Text("title", field.Title);
        Text("category", field.Category);
        Text("identity", field.Identity);
        Text("of", field.Of);
        Word("article-9", field.Article9 ? "yes" : null);
        Facts(field.Purpose, field.LegalBasis, field.Recipients, field.Source, field.Retention);
        Word("on-erasure", field.OnErasure is { } action ? MapWords.Of(action) : null);
        Text("replacement", field.Replacement);
        Keep(field.Keep);
    }

    private void Reference(ReferenceMap reference)
    {
        List("columns", reference.Columns);
        Word("declared", reference.Declared ? "yes" : null);
        if (reference.TypeColumn is null)
        {
            reference.Targets.Take(1).ToList().ForEach(Target);
            return;
        }

        Text("type-column", reference.TypeColumn);
        Section("targets", () => reference.Targets.ToList().ForEach(t => Section(t.When ?? "", () => Target(t))));
    }

    private void Target(ReferenceTarget target)
    {
        Text("to", target.Table);
        List("to-columns", target.Columns);
        Word("kind", MapWords.Of(target.Kind));
        if (target.KindForSubject.Count > 0)
        {
            Section("kind-for", () => target.KindForSubject.ToList().ForEach(k => Word(k.Key, MapWords.Of(k.Value))));
        }
    }

    private void Facts(string? purpose, string? legalBasis, IReadOnlyList<string> recipients, string? source, string? retention)
    {
        Text("purpose", purpose);
        Text("legal-basis", legalBasis);
        List("recipients", recipients);
        Text("source", source);
        Text("retention", retention);
    }

    private void Keep(KeepRule? keep)
    {
        if (keep is null)
        {
            return;
        }

        Section("keep", () =>
        {
            Word("ground", MapWords.Of(keep.Ground));
            Word("until", keep.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Word("months", keep.Months?.ToString(CultureInfo.InvariantCulture));
            Text("after", keep.After);
            Text("law", keep.Law);
        });
    }

    private void Section(string name, Action content)
    {
        Emit(name);
        Section(content);
    }

    private void Section(Action content)
    {
        emitter.Emit(new MappingStart());
        content();
        emitter.Emit(new MappingEnd());
    }

    private void List(string key, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        Emit(key);
        emitter.Emit(new SequenceStart(null, null, isImplicit: true, SequenceStyle.Flow));
        values.ToList().ForEach(Emit);
        emitter.Emit(new SequenceEnd());
    }

    private void Text(string key, string? value)
    {
        if (value is not null)
        {
            Emit(key);
            Emit(value);
        }
    }

    /// <summary>A word of the format or a number: never in quotes.</summary>
    private void Word(string key, string? value)
    {
        if (value is not null)
        {
            Emit(key);
            emitter.Emit(new Scalar(value));
        }
    }

    // A text that another reader could take for a number, a date or a truth stands in quotes.
    private void Emit(string text) => emitter.Emit(new Scalar(null, null, text, IsPlain(text) ? ScalarStyle.Any : ScalarStyle.DoubleQuoted, isPlainImplicit: true, isQuotedImplicit: true));

    private static bool IsPlain(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+' or '.' or '~') && text.All(c => !char.IsControl(c))
        && text.ToLowerInvariant() is not ("yes" or "no" or "true" or "false" or "on" or "off" or "null" or "y" or "n");
}
