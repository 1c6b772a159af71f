using System.Globalization;
using System.Text;

namespace PrivacyPortal.DataMap.Suggestions;

/// <summary>Names of tables and columns as the words they are made of: <c>CustomerId</c>, <c>customer_ids</c> and <c>CLIENT-ID</c> alike.</summary>
internal static class NameWords
{
    /// <summary>Lower-case words without accents, in the singular.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var previous = '\0';
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (!char.IsLetterOrDigit(letter) || (char.IsUpper(letter) && char.IsLower(previous)))
            {
                Flush();
            }

            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }

            previous = letter;
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(Singular(word.ToString()));
                word.Clear();
            }
        }
    }

    /// <summary>True if a word of the name is one of these.</summary>
    public static bool Any(IReadOnlyList<string> words, params ReadOnlySpan<string> sought)
    {
        foreach (var word in sought)
        {
            if (words.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words in one, so that <c>first_name</c> and <c>FirstName</c> are <c>firstname</c>.</summary>
    public static string Joined(IReadOnlyList<string> words) => string.Concat(words);

    private static string Singular(string word) => word switch
    {
        "people" => "person",
        "address" or "adresse" or "status" or "news" or "access" or "gps" or "sms" => word,
        _ when word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) => word[..^3] + "y",
        _ when word.Length > 4 && word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
        _ when word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) => word[..^1],
        _ => word,
    };
}
