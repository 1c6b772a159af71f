using PrivacyPortal.Connectors;

namespace PrivacyPortal.Tests.Connectors;

/// <summary>A database of a test's own, gone after it.</summary>
public abstract class TestSource : IDisposable
{
    public abstract IConnector Connector(bool readOnly = false);

    public abstract void Run(string sql);

    public abstract object? Value(string sql);

    /// <summary>Each row as one text, values typed and apart, so that two dumps compare byte for byte.</summary>
    public abstract List<string> Rows(string sql);

    /// <summary>The tables that were made in it, as SQL names them.</summary>
    public abstract IReadOnlyList<string> Tables();

    public List<string> Everything() => [.. Tables().SelectMany(t => Rows($"SELECT * FROM {t}").Order(StringComparer.Ordinal).Select(r => t + " " + r))];

    /// <summary>Nothing of it, in whatever place, holds one of the values.</summary>
    public virtual void AssertNowhere(params string[] values)
    {
        var rows = Everything();
        Assert.All(values, value => Assert.DoesNotContain(rows, row => row.Contains(value, StringComparison.OrdinalIgnoreCase)));
    }

    public abstract void Dispose();

    protected static string Text(object value) => value switch
    {
        byte[] bytes => "x" + Convert.ToHexString(bytes),
        string text => "'" + text + "'",
        var other => Convert.ToString(other, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
