using System.Globalization;
using PrivacyPortal.Language;

namespace PrivacyPortal.Settings;

/// <summary>The groups of the page, in its order: the first three are the seeds', the rest stands under “Other settings”.</summary>
public enum SettingGroup
{
    Advisors,
    Conversations,
    Visitors,
    Transparency,
    Content,
    Assistants,
    Retention,
    Governance,
}

/// <summary>Which of article 83's two ceilings an infringement in this matter meets.</summary>
public enum FineTier
{
    /// <summary>Art. 83(4): obligations of controllers and processors (art. 8, 11, 25 to 39): 10 million euros or 2 %.</summary>
    Obligations,

    /// <summary>Art. 83(5): principles, legal bases, consent, rights, transfers: 20 million euros or 4 %.</summary>
    Principles,
}

/// <summary>What must be on record before a value may be chosen.</summary>
public enum EvidenceKind
{
    /// <summary>Reference of the data protection impact assessment (art. 35).</summary>
    ImpactAssessment,

    /// <summary>What the figures per person are for.</summary>
    Purpose,

    /// <summary>The day on which the staff concerned was told.</summary>
    StaffTold,

    /// <summary>The day on which the works council was told.</summary>
    WorksCouncilTold,

    /// <summary>How the recording is announced to the caller.</summary>
    Announcement,

    /// <summary>How the caller can object.</summary>
    WayToObject,
}

/// <summary>Another setting must have this value, or have this in its list.</summary>
public sealed record SettingNeed(string Key, string Code);

/// <summary>The texts of a setting that do not depend on its value.</summary>
/// <param name="Explanation">What it is for and what it enforces, in plain words.</param>
/// <param name="Law">The article or authority it rests on.</param>
public sealed record SettingTexts(Text Name, Text Explanation, Text Law);

/// <summary>
/// One setting of the catalogue: everything that page, comparison, attestation and checks know of it. The kinds differ in what a value is
/// and in what order values protect; that order is a lattice, so that a country's rule can cap any value.
/// </summary>
public abstract class Setting(string key, SettingGroup group, SettingTexts texts, SettingValue initial)
{
    public string Key { get; } = key;

    public SettingGroup Group { get; } = group;

    public SettingTexts Texts { get; } = texts;

    /// <summary>The protective default (art. 25(2)).</summary>
    public SettingValue Default { get; } = initial;

    /// <summary>The setting under which the page shows it.</summary>
    public string? Parent { get; init; }

    /// <summary>It has an effect only while one of these holds; none means always.</summary>
    public IReadOnlyList<SettingNeed> Needs { get; init; } = [];

    /// <summary>It concerns the portal or the company as a whole: a site has no value of its own.</summary>
    public bool OrganisationOnly { get; init; }

    /// <summary>The law leaves no choice: shown, never changed.</summary>
    public bool Fixed { get; init; }

    /// <summary>Four eyes need two persons: not to be switched on with a single DPO.</summary>
    public SettingValue? NeedsTwoDpos { get; init; }

    public FineTier Tier { get; init; } = FineTier.Principles;

    public abstract bool IsValid(SettingValue value);

    /// <summary>Whether <paramref name="value"/> protects at least as much as <paramref name="other"/>. Reflexive and transitive; lists may be incomparable.</summary>
    public abstract bool AtLeastAsProtective(SettingValue value, SettingValue other);

    /// <summary>The least strict value that protects at least as much as both.</summary>
    public abstract SettingValue Tightest(SettingValue value, SettingValue cap);

    /// <summary>The value in words, for the page, the comparison and the attestation.</summary>
    public abstract string Show(SettingValue value, CultureInfo culture);

    /// <summary>What a visitor (or an advisor) sees because of the value.</summary>
    public abstract string Sees(SettingValue value, CultureInfo culture);

    /// <summary>What must be on record for the value to be chosen.</summary>
    public virtual IReadOnlyList<EvidenceKind> Asks(SettingValue value) => [];

    /// <summary>What stands while none of <see cref="Needs"/> holds.</summary>
    public virtual SettingValue WhenUnmet(SettingValue value) => value;
}
