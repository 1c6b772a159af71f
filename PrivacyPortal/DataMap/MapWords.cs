using System.Text.Json;

namespace PrivacyPortal.DataMap;

/// <summary>The map's enums in the words of its YAML: <c>ReferenceKind.OwnedBy</c> is <c>owned-by</c>.</summary>
public static class MapWords
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    /// <summary>Null: no such word.</summary>
    public static T? Find<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
            {
                return value;
            }
        }

        return null;
    }
}
