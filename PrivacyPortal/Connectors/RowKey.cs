using System.Text.Json.Serialization;

namespace PrivacyPortal.Connectors;

/// <summary>
/// A tuple of values that names a row, or that a row is sought by. Equal when every value is; <c>0</c>, empty text and <c>false</c>
/// are values like any others. Kept in plans as JSON that gives back the very same types.
/// </summary>
[JsonConverter(typeof(RowKeyJson))]
public readonly struct RowKey(params object?[] values) : IEquatable<RowKey>
{
    private readonly object?[] values = values;

    public IReadOnlyList<object?> Values => values ?? [];

    /// <summary>True if no value is null: a tuple with a null points at nothing.</summary>
    public bool Complete => Values.All(v => v is not null);

    public bool Equals(RowKey other)
    {
        if (Values.Count != other.Values.Count)
            return false;
        for (var i = 0; i < Values.Count; i++)
        {
            if (!Same(values[i], other.values[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var value in Values)
        {
            if (value is byte[] bytes)
                hash.AddBytes(bytes);
            else
                hash.Add(value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The values for a person to read, not for a machine.</summary>
    public override string ToString() => string.Join(", ", Values.Select(CellText.Of));

    public static bool operator ==(RowKey left, RowKey right) => left.Equals(right);

    public static bool operator !=(RowKey left, RowKey right) => !left.Equals(right);

    /// <summary>Whether two stored values are the same, byte arrays by their content.</summary>
    public static bool Same(object? left, object? right) =>
        left is byte[] a && right is byte[] b ? a.AsSpan().SequenceEqual(b) : Equals(left, right);
}
