using System.Globalization;
using System.Text;

namespace PrivacyPortal.Pdf;

/// <summary>What writing systems ask of a writer, as far as the fonts here go.</summary>
internal static class Script
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Written from right to left: Hebrew, Arabic and their neighbours and presentation forms.</summary>
    public static bool IsRightToLeft(int codePoint) =>
        codePoint is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);

    /// <summary>Digits of the Arabic block run from left to right even there.</summary>
    public static bool IsDigit(int codePoint) =>
        codePoint is (>= '0' and <= '9') or (>= 0x660 and <= 0x669) or (>= 0x6F0 and <= 0x6F9);

    /// <summary>Drawn onto the character before it.</summary>
    public static bool IsMark(int codePoint) =>
        codePoint >= 0x300 && Rune.IsValid(codePoint)
        && Rune.GetUnicodeCategory(new Rune(codePoint)) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Has no ink of its own and yet a meaning for its neighbours' shapes; silent only inside a shaped run.</summary>
    public static bool IsJoiner(int codePoint) => codePoint is ZeroWidthJoiner or ZeroWidthNonJoiner;

    /// <summary>Letters whose form or place depends on their neighbours.</summary>
    public static bool NeedsShaping(int codePoint) =>
        IsRightToLeft(codePoint) || codePoint is >= 0x900 and <= 0xDFF || IsMark(codePoint);

    /// <summary>Written without blanks between words: a line may end after any of these.</summary>
    public static bool IsIdeographic(int codePoint) => codePoint is (>= 0x2E80 and <= 0xD7FF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>A strong left-to-right letter.</summary>
    public static bool IsLeftToRight(int codePoint) =>
        !IsRightToLeft(codePoint) && Rune.IsValid(codePoint) && Rune.IsLetter(new Rune(codePoint));
}
