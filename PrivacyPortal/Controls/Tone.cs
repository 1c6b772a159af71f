namespace PrivacyPortal.Controls;

/// <summary>What a colour says. Never said by colour alone: a badge has a word, a notice has an icon and a title.</summary>
public enum Tone
{
    Neutral,
    Info,
    Good,
    Warning,
    Danger,
}

public static class ToneCss
{
    /// <summary>The class suffix in app.css.</summary>
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Neutral => "neutral",
        Tone.Info => "info",
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Danger => "danger",
    };
}
