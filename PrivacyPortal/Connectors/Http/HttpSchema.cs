namespace PrivacyPortal.Connectors.Http;

/// <summary>A declaration as the schema of a source.</summary>
internal static class HttpSchema
{
    public static SourceSchema Of(HttpDeclaration declaration) => new([.. declaration.Resources.Select(r => Table(r, declaration))]) { Kind = SourceKind.Http };

    private static SchemaTable Table(HttpResource resource, HttpDeclaration declaration) => new()
    {
        Name = resource.Name,
        Path = [resource.Name],
        Key = resource.Key,
        UniqueKeys = [resource.Key],
        Unlisted = resource.Finds.All(f => f.By.Count > 0),
        // A lookup that no call answers is like one without an index, but worse: it cannot be made at all.
        Indexes = [.. resource.Finds.Where(f => f.By.Count > 0).Select(f => f.By)],
        Columns = [.. resource.Fields.Select(f => new SchemaColumn(f.Name, f.Kind.ToString().ToLowerInvariant(), f.Kind, Nullable: !resource.Key.Contains(f.Name), Generated: !f.Writable || resource.Rectify is null))],
        References = [.. resource.Fields.Where(f => f.References is { } to && declaration.Find(to.Resource) is not null).Select(f =>
            new SchemaReference([f.Name], f.References!.Value.Resource, [f.References.Value.Field], resource.ErasedWith == f.Name ? DeleteRule.Cascade : DeleteRule.Restrict))],
    };
}
