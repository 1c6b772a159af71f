namespace PrivacyPortal.Demo.Company;

/// <summary>The text files of the invented company, embedded in the program.</summary>
internal static class Resource
{
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream($"PrivacyPortal.Demo.Company.{name}")
            ?? throw new InvalidOperationException($"The demo's {name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Its lines but for empty ones and comments.</summary>
    public static IEnumerable<string> Lines(string name) =>
        Text(name).Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0 && line[0] != '#');
}
