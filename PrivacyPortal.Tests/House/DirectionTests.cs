using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PrivacyPortal.Tests.House;

/// <summary>A folder uses only folders below it. What counts is the compiled reference, not a using.</summary>
public class DirectionTests
{
    private static readonly string[][] Layers =
    [
        ["Pdf", "Access", "Language", "Controls"],
        ["Data"],
        ["Api"],
        ["Vault", "Audit"],
        ["Accounts"],
        ["Connectors", "Letters", "Receipts"],
        ["Settings"],
        ["DataMap"],
        ["Fulfilment"],
        ["Requests"],
        ["Retention", "Registers", "Consents", "Alerts", "Public", "Platform", "Reports", "Safekeeping"],
        ["Demo", "Shell"],
    ];

    [Fact]
    public void A_folder_uses_only_folders_below_it()
    {
        var breaches = References()
            .Where(r => r.From != r.To && LayerOf(r.From) is { } from && LayerOf(r.To) is { } to && to >= from && !SameLayerAllowed(r.From, r.To))
            .Select(r => $"{r.From} → {r.To} ({r.Type} uses {r.Used})")
            .Distinct().Order().ToList();
        Assert.Empty(breaches);
    }

    [Fact]
    public void Every_folder_has_its_place_in_the_house()
    {
        var known = Layers.SelectMany(l => l).ToHashSet();
        Assert.Empty(typeof(Program).Assembly.GetTypes()
            .Select(t => Slice(t.Namespace ?? "")).Where(s => s.Length > 0 && !known.Contains(s)).Distinct());
    }

    [Fact]
    public void Only_pages_know_Radzen_and_only_the_signer_knows_PKCS()
    {
        var breaches = References(external: true)
            .Where(r => (r.Used.StartsWith("Radzen", StringComparison.Ordinal) && !r.Component && r.From != "Shell")
                || (r.Used.StartsWith("System.Security.Cryptography.Pkcs", StringComparison.Ordinal) && r.From != "Receipts"))
            .Select(r => $"{r.Type} uses {r.Used}").Distinct().ToList();
        Assert.Empty(breaches);
    }

    // Controls write their few texts; the foundation is one layer of leaves otherwise.
    private static bool SameLayerAllowed(string from, string to) => to is "Language" or "Access" && from is "Controls" or "Access";

    private static int? LayerOf(string slice)
    {
        var at = Array.FindIndex(Layers, l => l.Contains(slice));
        return at < 0 ? null : at;
    }

    private static string Slice(string @namespace) => @namespace.Split('.') is ["PrivacyPortal", var slice, ..] ? slice : "";

    private static IEnumerable<Reference> References(bool external = false)
    {
        var assembly = typeof(Program).Assembly;
        using var stream = File.OpenRead(assembly.Location);
        using var portable = new PEReader(stream);
        var module = assembly.ManifestModule;
        var result = new List<Reference>();
        foreach (var type in assembly.GetTypes().Where(t => Slice(t.Namespace ?? "").Length > 0))
        {
            foreach (var used in TypesUsedBy(type))
            {
                var target = used.IsGenericType ? used.GetGenericTypeDefinition() : used;
                if (external ? target.Assembly != assembly : target.Assembly == assembly && Slice(target.Namespace ?? "").Length > 0)
                {
                    result.Add(new Reference(Slice(type.Namespace!), Slice(target.Namespace ?? ""), type.FullName!, target.FullName ?? target.Name, IsComponent(type)));
                }
            }
        }

        return result;
    }

    private static bool IsComponent(Type type) =>
        typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type) || (type.DeclaringType is { } outer && IsComponent(outer));

    private static HashSet<Type> TypesUsedBy(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var used = new HashSet<Type>();
        void Add(Type? t)
        {
            if (t is null || t.IsGenericParameter)
            {
                return;
            }

            if (t.HasElementType)
            {
                Add(t.GetElementType());
                return;
            }

            if (used.Add(t) && t.IsGenericType)
            {
                foreach (var argument in t.GetGenericArguments())
                {
                    Add(argument);
                }
            }
        }

        Add(type.BaseType);
        Array.ForEach(type.GetInterfaces(), Add);
        foreach (var attribute in type.GetCustomAttributesData())
        {
            Add(attribute.AttributeType);
        }

        foreach (var field in type.GetFields(All))
        {
            Add(field.FieldType);
        }

        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            Add((method as MethodInfo)?.ReturnType);
            Array.ForEach(method.GetParameters(), p => Add(p.ParameterType));
            foreach (var token in MethodTokens.Of(method))
            {
                Add(Resolve(type.Module, token, type, method));
            }
        }

        return used;
    }

    private static Type? Resolve(Module module, int token, Type type, MethodBase method)
    {
        var typeArguments = type.IsGenericType ? type.GetGenericArguments() : null;
        var methodArguments = method is MethodInfo { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        return module.ResolveMember(token, typeArguments, methodArguments) switch
        {
            Type t => t,
            MemberInfo m => m.DeclaringType,
            _ => null,
        };
    }

    private sealed record Reference(string From, string To, string Type, string Used, bool Component);
}
