using PrivacyPortal.Language;
using static PrivacyPortal.Settings.EvidenceKind;

namespace PrivacyPortal.Settings;

/// <summary>
/// Every setting there is, in the page's order. Page, comparison, attestation and checks read this list and nothing else: a new setting is
/// one entry here and its texts. <c>Opt(code, name, what the visitor sees)</c>, options from the most to the least protective.
/// </summary>
public static class SettingCatalogue
{
    public static readonly ChoiceSetting AdvisorStatistics = new(
        "advisor.stats.mode", SettingGroup.Advisors, AdvisorSettingText.Statistics,
        [
            Opt("aggregated", AdvisorSettingText.Aggregated, AdvisorSettingText.AggregatedSees),
            Opt("individual", AdvisorSettingText.Individual, AdvisorSettingText.IndividualSees, Purpose, StaffTold, WorksCouncilTold),
        ],
        "aggregated");

    public static readonly SwitchSetting Supervisor = OptIn(
        "advisor.supervisor", SettingGroup.Advisors, AdvisorSettingText.Supervisor, AdvisorSettingText.SupervisorOn, AdvisorSettingText.SupervisorOff, ImpactAssessment);

    public static readonly SwitchSetting Mirroring = OptIn(
        "conversation.mirroring", SettingGroup.Conversations, ConversationSettingText.Mirroring, ConversationSettingText.MirroringOn, ConversationSettingText.MirroringOff, ImpactAssessment);

    public static readonly SwitchSetting OfferMirroring = new(
        "conversation.mirroring.offer", SettingGroup.Conversations, ConversationSettingText.Offer, On(ConversationSettingText.OfferOn), Off(ConversationSettingText.OfferOff), true, true)
    {
        Parent = "conversation.mirroring", Needs = [new("conversation.mirroring", "on")],
    };

    public static readonly SwitchSetting Cobrowsing = OptIn(
        "conversation.cobrowsing", SettingGroup.Conversations, ConversationSettingText.Cobrowsing, ConversationSettingText.CobrowsingOn, ConversationSettingText.CobrowsingOff);

    public static readonly ListSetting MaskedFields = new(
        "conversation.masked-fields", SettingGroup.Conversations, ConversationSettingText.MaskedFields,
        ["input[type=\"password\"]", "[autocomplete^=\"cc-\"]"], ConversationSettingText.MaskedFieldsSees)
    {
        Parent = "conversation.cobrowsing", Needs = [new("conversation.mirroring", "on"), new("conversation.cobrowsing", "on")],
    };

    public static readonly SwitchSetting ChatHistory = OptIn(
        "conversation.history.chat", SettingGroup.Conversations, ConversationSettingText.ChatHistory, ConversationSettingText.ChatHistoryOn, ConversationSettingText.ChatHistoryOff);

    public static readonly SwitchSetting CallHistory = OptIn(
        "conversation.history.call", SettingGroup.Conversations, ConversationSettingText.CallHistory, ConversationSettingText.CallHistoryOn, ConversationSettingText.CallHistoryOff, Announcement, WayToObject);

    public static readonly SwitchSetting Geolocation = OptIn(
        "visitor.geolocation", SettingGroup.Visitors, VisitorSettingText.Geolocation, VisitorSettingText.GeolocationOn, VisitorSettingText.GeolocationOff);

    public static readonly ChoiceSetting Precision = new(
        "visitor.geolocation.precision", SettingGroup.Visitors, VisitorSettingText.Precision,
        [
            Opt("country", VisitorSettingText.Country, VisitorSettingText.CountrySees),
            Opt("region", VisitorSettingText.Region, VisitorSettingText.RegionSees),
            Opt("city", VisitorSettingText.City, VisitorSettingText.CitySees),
        ],
        "country")
    {
        Parent = "visitor.geolocation", Needs = [new("visitor.geolocation", "on")],
    };

    public static readonly SwitchSetting SelfErasure = OptOut(
        "visitor.self-erasure", SettingGroup.Visitors, VisitorSettingText.SelfErasure, VisitorSettingText.SelfErasureOn, VisitorSettingText.SelfErasureOff);

    public static readonly SetSetting Purposes = new(
        "visitor.purposes", SettingGroup.Transparency, VisitorSettingText.Purposes,
        [
            Opt("service", VisitorSettingText.Service, VisitorSettingText.InTheNotice),
            Opt("quality", VisitorSettingText.Quality, VisitorSettingText.InTheNotice),
            Opt("measurement", VisitorSettingText.Measurement, VisitorSettingText.InTheNotice),
            Opt("marketing", VisitorSettingText.Marketing, VisitorSettingText.InTheNotice),
            Opt("ai-training", VisitorSettingText.Training, VisitorSettingText.InTheNotice),
        ],
        ["service"], VisitorSettingText.PurposesSees);

    public static readonly ChoiceSetting Consent = new(
        "visitor.consent", SettingGroup.Transparency, VisitorSettingText.Consent,
        [
            Opt("consent", VisitorSettingText.ConsentFirst, VisitorSettingText.ConsentFirstSees),
            Opt("notice", VisitorSettingText.Notice, VisitorSettingText.NoticeSees),
        ],
        "consent");

    public static readonly ChoiceSetting Ip = new(
        "visitor.ip", SettingGroup.Transparency, VisitorSettingText.Ip,
        [
            Opt("none", VisitorSettingText.IpNone, VisitorSettingText.IpNoneSees),
            Opt("truncated", VisitorSettingText.IpTruncated, VisitorSettingText.IpTruncatedSees),
            Opt("full", VisitorSettingText.IpFull, VisitorSettingText.IpFullSees),
        ],
        "truncated");

    public static readonly SwitchSetting Remember = OptIn(
        "visitor.remember", SettingGroup.Transparency, VisitorSettingText.Remember, VisitorSettingText.RememberOn, VisitorSettingText.RememberOff);

    public static readonly NumberSetting MinimumAge = new(
        "visitor.minimum-age", SettingGroup.Transparency, VisitorSettingText.MinimumAge, NumberUnit.Years, 15, 13, 18, VisitorSettingText.MinimumAgeSees)
    {
        MoreProtects = true, Tier = FineTier.Obligations,
    };

    public static readonly RulesSetting Masking = new(
        "conversation.masking", SettingGroup.Content, ConversationSettingText.Masking,
        [
            new("CB · Visa · Mastercard", @"\b\d(?:[ -]?\d){11,18}\b", MaskingCheck.Luhn, MaskingAudience.Everyone),
            new("IBAN", @"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b", MaskingCheck.Iban, MaskingAudience.Everyone),
            new("NIR", @"\b[1-478] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}\b", MaskingCheck.FrenchNir, MaskingAudience.Everyone),
        ],
        ConversationSettingText.MaskingSees);

    public static readonly SwitchSetting Transcript = OptIn(
        "conversation.transcript", SettingGroup.Content, ConversationSettingText.Transcript, ConversationSettingText.TranscriptOn, ConversationSettingText.TranscriptOff);

    public static readonly ChoiceSetting Recording = new(
        "call.recording", SettingGroup.Content, ConversationSettingText.Recording,
        [
            Opt("off", ConversationSettingText.RecordingOff, ConversationSettingText.RecordingOffSees),
            Opt("contract", ConversationSettingText.RecordingContract, ConversationSettingText.RecordingContractSees, ImpactAssessment),
            Opt("sampled", ConversationSettingText.RecordingSampled, ConversationSettingText.RecordingSampledSees, ImpactAssessment),
        ],
        "off")
    {
        Needs = [new("conversation.history.call", "on")],
    };

    public static readonly SwitchSetting BotDisclosure = new(
        "bot.disclosure", SettingGroup.Assistants, PortalSettingText.BotDisclosure, On(PortalSettingText.BotDisclosureOn), Off(PortalSettingText.BotDisclosureOff), true, true)
    {
        Fixed = true,
    };

    public static readonly SwitchSetting BotHandover = OptOut(
        "bot.handover", SettingGroup.Assistants, PortalSettingText.BotHandover, PortalSettingText.BotHandoverOn, PortalSettingText.BotHandoverOff);

    public static readonly SwitchSetting AiTraining = new(
        "ai.training", SettingGroup.Assistants, PortalSettingText.AiTraining, On(PortalSettingText.AiTrainingOn), Off(PortalSettingText.AiTrainingOff), false, false)
    {
        Needs = [new("visitor.purposes", "ai-training")],
    };

    public static readonly NumberSetting RetentionChat = Retention("retention.chat", PortalSettingText.RetentionChat, 180, 1095, PortalSettingText.RetentionSees);
    public static readonly NumberSetting RetentionCall = Retention("retention.call", PortalSettingText.RetentionCall, 180, 180, PortalSettingText.RetentionSees);
    public static readonly NumberSetting RetentionBot = Retention("retention.bot", PortalSettingText.RetentionBot, 30, 1095, PortalSettingText.RetentionSees);
    public static readonly NumberSetting RetentionLogs = Retention("retention.logs", PortalSettingText.RetentionLogs, 365, 1095, PortalSettingText.LogsSees, organisationOnly: true);

    public static readonly ChoiceSetting ExportPolicy = new(
        "export.policy", SettingGroup.Governance, PortalSettingText.ExportPolicy,
        [
            Opt("denied", PortalSettingText.ExportDenied, PortalSettingText.ExportDeniedSees),
            Opt("four-eyes", PortalSettingText.ExportFourEyes, PortalSettingText.ExportFourEyesSees),
            Opt("reason", PortalSettingText.ExportReason, PortalSettingText.ExportReasonSees),
        ],
        "reason")
    {
        OrganisationOnly = true, Tier = FineTier.Obligations, NeedsTwoDpos = new("four-eyes"),
    };

    public static readonly ChoiceSetting ErasureApproval = new(
        "request.erasure.approval", SettingGroup.Governance, PortalSettingText.ErasureApproval,
        [
            Opt("two", PortalSettingText.ApprovalTwo, PortalSettingText.ApprovalTwoSees),
            Opt("one", PortalSettingText.ApprovalOne, PortalSettingText.ApprovalOneSees),
        ],
        "one")
    {
        OrganisationOnly = true, Tier = FineTier.Obligations, NeedsTwoDpos = new("two"),
    };

    public static readonly ChoiceSetting Hosting = new(
        "hosting.region", SettingGroup.Governance, PortalSettingText.Hosting,
        [
            Opt("eea", PortalSettingText.HostingEea, PortalSettingText.HostingEeaSees),
            Opt("adequate", PortalSettingText.HostingAdequate, PortalSettingText.HostingAdequateSees),
            Opt("any", PortalSettingText.HostingAny, PortalSettingText.HostingAnySees),
        ],
        "eea")
    {
        OrganisationOnly = true,
    };

    public static readonly IReadOnlyList<Setting> All =
    [
        AdvisorStatistics, Supervisor,
        Mirroring, OfferMirroring, Cobrowsing, MaskedFields, ChatHistory, CallHistory,
        Geolocation, Precision, SelfErasure,
        Purposes, Consent, Ip, Remember, MinimumAge,
        Masking, Transcript, Recording,
        BotDisclosure, BotHandover, AiTraining,
        RetentionChat, RetentionCall, RetentionBot, RetentionLogs,
        ExportPolicy, ErasureApproval, Hosting,
    ];

    private static readonly Dictionary<string, Setting> ByKey = All.ToDictionary(setting => setting.Key);

    public static Setting? Find(string key) => ByKey.GetValueOrDefault(key);

    private static SettingOption Opt(string code, Text name, Text sees, params IReadOnlyList<EvidenceKind> asks) => new(code, name, sees) { Asks = asks };

    private static SettingOption On(Text sees, params IReadOnlyList<EvidenceKind> asks) => Opt("on", SettingsText.On, sees, asks);

    private static SettingOption Off(Text sees) => Opt("off", SettingsText.Off, sees);

    /// <summary>Off until somebody decides otherwise; off protects.</summary>
    private static SwitchSetting OptIn(string key, SettingGroup group, SettingTexts texts, Text on, Text off, params IReadOnlyList<EvidenceKind> asks) =>
        new(key, group, texts, On(on, asks), Off(off), protectiveOn: false, initial: false);

    /// <summary>On until somebody decides otherwise; on protects.</summary>
    private static SwitchSetting OptOut(string key, SettingGroup group, SettingTexts texts, Text on, Text off) =>
        new(key, group, texts, On(on), Off(off), protectiveOn: true, initial: true);

    private static NumberSetting Retention(string key, SettingTexts texts, int days, int most, Text sees, bool organisationOnly = false) =>
        new(key, SettingGroup.Retention, texts, NumberUnit.Days, days, 1, most, sees) { OrganisationOnly = organisationOnly };
}
