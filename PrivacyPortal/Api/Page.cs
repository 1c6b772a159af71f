using System.Buffers.Text;
using System.Text;

namespace PrivacyPortal.Api;

/// <summary>Some of a list, in an order that new entries do not disturb.</summary>
/// <param name="Next">Give it back as <c>cursor</c> for what follows; null: this was the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

public static class Page
{
    /// <summary>From one item more than was asked for, which says whether something follows.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> oneMore, int limit, Func<T, string> place) => oneMore.Count > limit
        ? new([.. oneMore.Take(limit)], Cursor.Write(place(oneMore[limit - 1])))
        : new(oneMore, null);
}

/// <summary>A place in a list, opaque to callers: its form may change, a cursor of yesterday may not be kept.</summary>
public static class Cursor
{
    public const int MostItems = 200;

    public const int UsualItems = 50;

    public static string Write(string place) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(place));

    /// <exception cref="ApiFaultException">It is none of ours.</exception>
    public static string? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return null;
        }

        return cursor.Length <= 200 && Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : throw new ApiFaultException(ApiFault.Malformed);
    }

    public static int Limit(int? limit) => Math.Clamp(limit ?? UsualItems, 1, MostItems);
}
