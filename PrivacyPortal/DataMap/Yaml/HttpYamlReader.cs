using System.Text.Json;
using PrivacyPortal.Connectors;
using PrivacyPortal.Connectors.Http;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PrivacyPortal.DataMap.Yaml;

/// <param name="Declaration">Null where there are faults.</param>
public sealed record HttpReading(HttpDeclaration? Declaration, IReadOnlyList<MapFault> Faults);

/// <summary>Reads the declaration of an interface over HTTP from YAML (docs/http-sources.md): whole and without a fault, or not at all. Every fault has its line.</summary>
public sealed class HttpYamlReader
{
    private const int LongestText = 1 << 20;
    private readonly List<MapFault> faults = [];
    private HashSet<string> known = [];

    private HttpYamlReader()
    {
    }

    public static HttpReading Read(string yaml) => new HttpYamlReader().Whole(yaml);

    private HttpReading Whole(string yaml)
    {
        if (yaml.Length > LongestText)
        {
            return new HttpReading(null, [new MapFault(1, MapFaultKind.TooLarge, "")]);
        }

        HttpDeclaration? declaration = null;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            declaration = Declaration(YamlSection.Of(stream.Documents.Count > 0 ? stream.Documents[0].RootNode : new YamlScalarNode(""), faults, "resources"));
        }
        catch (YamlException e)
        {
            faults.Add(MapYamlReader.Unreadable(yaml.Split('\n'), e));
        }

        return new HttpReading(faults.Count == 0 ? declaration : null, [.. faults.OrderBy(f => f.Line)]);
    }

    private HttpDeclaration Declaration(YamlSection root)
    {
        if (root.Number("format") is { } format && format != 1)
        {
            faults.Add(new MapFault(root.LineOf("format"), MapFaultKind.Format, $"{format}"));
        }

        var values = Texts(root.Section("values"));
        known = [.. values.Keys];
        var declaration = new HttpDeclaration
        {
            Product = root.Text("product"),
            Values = values,
            Authentication = Authentication(root.Section("authentication")),
            Headers = Texts(root.Section("headers")),
            Pace = Pace(root.Section("limits")),
            Check = root.Text("check") is { } check ? Call(check, root.LineOf("check"), null, []) : null,
            Resources = [.. (root.Section("resources")?.Sections() ?? []).Select(r => Resource(r.Name, r.Section))],
        };
        if (declaration.Check is null && faults.Count == 0)
        {
            faults.Add(new MapFault(root.Line, MapFaultKind.Missing, "check"));
        }

        if (declaration.Resources.Count == 0)
        {
            faults.Add(new MapFault(root.Line, MapFaultKind.Missing, "resources"));
        }

        foreach (var to in declaration.Resources.SelectMany(r => r.Fields).Select(f => f.References).OfType<(string Resource, string Field)>().Where(t => declaration.Find(t.Resource)?.Find(t.Field) is null))
        {
            faults.Add(new MapFault(root.LineOf("resources"), MapFaultKind.UnknownReference, $"{to.Resource}.{to.Field}"));
        }

        root.Close();
        return declaration;
    }

    private HttpAuthentication Authentication(YamlSection? section)
    {
        if (section is null)
        {
            return new(HttpSignIn.None);
        }

        var kind = section.Word<HttpSignIn>("kind") ?? HttpSignIn.None;
        var authentication = new HttpAuthentication(
            kind,
            kind == HttpSignIn.ApiKey ? section.Required("header") : null,
            kind is HttpSignIn.Basic or HttpSignIn.ClientCredentials ? section.Required("user") : null,
            kind == HttpSignIn.ClientCredentials ? section.Required("token") : null,
            kind == HttpSignIn.ClientCredentials ? section.Text("scope") : null);
        if (authentication.TokenAddress is { Length: > 0 } token && !(Uri.TryCreate(token, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            faults.Add(new MapFault(section.LineOf("token"), MapFaultKind.NotACall, token));
        }

        section.Close();
        return authentication;
    }

    private static HttpPace Pace(YamlSection? section)
    {
        var pace = new HttpPace();
        if (section is null)
        {
            return pace;
        }

        pace = new HttpPace(
            Math.Clamp(section.Number("timeout") ?? pace.Timeout, 1, 600),
            section.Number("per-minute") is > 0 and var rate ? rate : null,
            Math.Clamp(section.Number("answer-mib") ?? pace.AnswerMiB, 1, 256),
            Math.Clamp(section.Number("settles") ?? pace.Settles, 0, 600));
        section.Close();
        return pace;
    }

    private HttpResource Resource(string name, YamlSection section)
    {
        var fields = (section.Section("fields")?.Entries() ?? []).Select(f => Field(f.Name, f.Line, f.Text, f.Section)).ToList();
        var names = fields.Select(f => f.Name).ToList();
        var key = section.List("key");
        foreach (var unknown in key.Where(k => !names.Contains(k)))
        {
            faults.Add(new MapFault(section.LineOf("key"), MapFaultKind.UnknownColumn, unknown));
        }

        if (key.Count == 0)
        {
            faults.Add(new MapFault(section.Line, MapFaultKind.Missing, "key"));
        }

        var resource = new HttpResource
        {
            Name = name,
            Key = key,
            Fields = fields,
            Finds = [.. (section.Section("find")?.Sections() ?? []).Select(f => Find(f.Name, f.Line, f.Section, names)).OfType<HttpFind>()],
            Rectify = section.Section("rectify") is { } rectify ? Call(rectify, [.. names, "changes"]) : null,
            Erase = section.Section("erase") is { } erase ? Call(erase, names) : null,
            ErasedWith = section.Text("erased-with"),
        };
        if (resource.ErasedWith is { } with && fields.Find(f => f.Name == with)?.References is null)
        {
            faults.Add(new MapFault(section.LineOf("erased-with"), MapFaultKind.UnknownReference, with));
        }

        if (key.Count > 0 && resource.FindBy(key) is null)
        {
            faults.Add(new MapFault(section.Line, MapFaultKind.Missing, "find." + string.Join('+', key)));
        }

        section.Close();
        return resource;
    }

    private HttpField Field(string name, long line, string? text, YamlSection? section)
    {
        (string, string)? to = null;
        if (section?.Text("references") is { } references)
        {
            var dot = references.LastIndexOf('.');
            to = dot > 0 ? (references[..dot], references[(dot + 1)..]) : null;
            if (to is null)
            {
                faults.Add(new MapFault(section.LineOf("references"), MapFaultKind.UnknownReference, references));
            }
        }

        var at = section is null ? text : section.Text("path");
        var asked = section?.YesOrNo("asked") ?? false;
        var kind = section?.Text("type") is null ? HttpType.Text : section.Word<HttpType>("type") ?? HttpType.Text;
        var path = asked ? null : Path(at is null or "" ? name : at, section?.LineOf("path") ?? line);
        var field = new HttpField(name, KindOf(kind), path, to, path?.Members is not null && kind != HttpType.Json && section?.YesOrNo("read-only") != true);
        section?.Close();
        return field;
    }

    private HttpFind? Find(string name, long line, YamlSection section, List<string> fields)
    {
        IReadOnlyList<string> by = name == "all" ? [] : name.Split('+', StringSplitOptions.TrimEntries);
        foreach (var unknown in by.Where(b => !fields.Contains(b)))
        {
            faults.Add(new MapFault(line, MapFaultKind.UnknownColumn, unknown));
        }

        var call = Call(section.Required("call"), section.LineOf("call"), section.Text("body"), by);
        var find = call is null ? null : new HttpFind(by, call, Path(section.Required("rows"), section.LineOf("rows")) ?? AnswerPath.Parse("$")!, Paging(section.Section("paging")), section.Number("complete-below"));
        section.Close();
        return find;
    }

    private HttpPaging? Paging(YamlSection? section)
    {
        if (section?.Word<PagingKind>("kind") is not { } kind)
        {
            return null;
        }

        var paging = new HttpPaging(
            kind,
            kind == PagingKind.Link ? null : section.Required("parameter"),
            section.Number("first") ?? 1,
            section.Number("size"),
            kind == PagingKind.Cursor ? Path(section.Required("next"), section.LineOf("next")) : null);
        section.Close();
        return paging;
    }

    private HttpCall? Call(YamlSection section, IReadOnlyCollection<string> names)
    {
        var call = Call(section.Required("call"), section.LineOf("call"), section.Text("body"), names);
        section.Close();
        return call;
    }

    private HttpCall? Call(string text, long line, string? body, IReadOnlyCollection<string> names)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 2 || parts[0] is not ("GET" or "POST" or "PUT" or "PATCH" or "DELETE") || !parts[1].StartsWith('/') || parts[1].StartsWith("//", StringComparison.Ordinal) || parts[1].Contains('#', StringComparison.Ordinal))
        {
            if (text.Length > 0)
            {
                faults.Add(new MapFault(line, MapFaultKind.NotACall, text));
            }

            return null;
        }

        var call = new HttpCall(parts[0], CallTemplate.Parse(parts[1]), body is null ? null : CallTemplate.Parse(body));
        foreach (var unknown in call.Path.Names.Concat(call.Body?.Names ?? []).Where(n => !names.Contains(n) && !known.Contains(n)).Distinct())
        {
            faults.Add(new MapFault(line, MapFaultKind.UnknownValue, unknown));
        }

        if (call.Body is { } template && !IsJson(template.Json(_ => "x")))
        {
            faults.Add(new MapFault(line, MapFaultKind.NotJson, call.ToString()));
        }

        return call;
    }

    private AnswerPath? Path(string text, long line)
    {
        var path = AnswerPath.Parse(text);
        if (path is null && text.Length > 0)
        {
            faults.Add(new MapFault(line, MapFaultKind.NotAPath, text));
        }

        return path;
    }

    private static Dictionary<string, string> Texts(YamlSection? section)
    {
        var texts = (section?.Entries() ?? []).Where(e => e.Text is not null).ToDictionary(e => e.Name, e => e.Text!);
        section?.Close();
        return texts;
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ValueKind KindOf(HttpType type) => type switch
    {
        HttpType.Text => ValueKind.Text,
        HttpType.Integer => ValueKind.Integer,
        HttpType.Number => ValueKind.Exact,
        HttpType.Boolean => ValueKind.Boolean,
        HttpType.Date => ValueKind.Written,
        HttpType.Json => ValueKind.Any,
    };
}
