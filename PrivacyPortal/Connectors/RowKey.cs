using System.Text.Json.Serialization;

namespace PrivacyPortal.Connectors;

/// <summary>
/// A tuple of values that names a row, or that a row is sought by. Equal when every value is; <c>0</c>, empty text and <c>false</c>
/// are values like any others. Kept in plans as JSON that gives back the very same types.
/// </summary>
[JsonConverter(typeof(RowKeyJson))]
public readonly struct RowKey : IEquatable<RowKey>
{
    // One value as it is, several (or a null) as an array: most keys are of one, and a subject may have hundreds of thousands.
    private readonly object? held;

    public RowKey(params object?[] values) => held = values is [{ } one] ? one : values;

    public IReadOnlyList<object?> Values => held switch
    {
        object?[] several => several,
        null => [],
        var one => [one],
    };

    /// <summary>True if no value is null: a tuple with a null points at nothing.</summary>
    public bool Complete => held is not object?[] several || Array.TrueForAll(several, v => v is not null);

    public bool Equals(RowKey other)
    {
        if (held is not object?[] several || other.held is not object?[] others)
            return Same(held, other.held);
        if (several.Length != others.Length)
            return false;
        for (var i = 0; i < several.Length; i++)
        {
            if (!Same(several[i], others[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        if (held is object?[] several)
        {
            foreach (var value in several)
                Add(ref hash, value);
        }
        else
        {
            Add(ref hash, held);
        }

        return hash.ToHashCode();

        static void Add(ref HashCode hash, object? value)
        {
            if (value is byte[] bytes)
                hash.AddBytes(bytes);
            else
                hash.Add(value);
        }
    }

    /// <summary>The values for a person to read, not for a machine.</summary>
    public override string ToString() => string.Join(", ", Values.Select(CellText.Of));

    public static bool operator ==(RowKey left, RowKey right) => left.Equals(right);

    public static bool operator !=(RowKey left, RowKey right) => !left.Equals(right);

    /// <summary>Whether two stored values are the same, byte arrays by their content.</summary>
    public static bool Same(object? left, object? right) =>
        left is byte[] a && right is byte[] b ? a.AsSpan().SequenceEqual(b) : Equals(left, right);
}
