namespace PrivacyPortal.Access;

/// <summary>What an actor may do. Demanded by the desks, never only by a page.</summary>
public enum Permission
{
    /// <summary>See the settings, their history and attestations.</summary>
    ViewSettings,

    /// <summary>Draft, propose and publish settings; keep sites and country rules.</summary>
    ManageSettings,

    /// <summary>Give the DPO's opinion on a loosened setting (art. 39(1)(c)).</summary>
    AdviseOnSettings,

    /// <summary>Keep the organisation: controller, DPO, authority, region, time zone.</summary>
    ManageOrganisation,

    /// <summary>Invite, disable, change role, sign out everywhere.</summary>
    ManageUsers,

    /// <summary>Confirm that somebody becomes a DPO (after the first).</summary>
    ConfirmDpo,

    /// <summary>See which API keys there are, and revoke those that are one's own to revoke.</summary>
    ViewApiKeys,

    /// <summary>Make API keys and ask for those with a DPO's rights.</summary>
    ManageApiKeys,

    /// <summary>Add, test and re-read data sources.</summary>
    ManageSources,

    /// <summary>See data sources and their maps.</summary>
    ViewDataMap,

    /// <summary>Edit the descriptive part of a data map: fields, identities, references, purposes.</summary>
    EditDataMap,

    /// <summary>Edit whose rows are, what erasure does to them and how long they are kept.</summary>
    GovernDataMap,

    /// <summary>See the requests: list, page, timeline; without findings.</summary>
    ViewRequests,

    /// <summary>Every verb on a request but the approval.</summary>
    HandleRequests,

    /// <summary>See and complete tasks on sources kept by hand; without <see cref="HandleRequests"/> only one's own.</summary>
    CompleteTasks,

    /// <summary>The second pair of eyes on an erasure, and on a download of personal data.</summary>
    ApproveRequests,

    /// <summary>Open the rows found for a subject, and the packages made of them.</summary>
    OpenFindings,

    /// <summary>Place and release legal holds.</summary>
    ManageHolds,

    /// <summary>Download receipts, registers and other reports.</summary>
    DownloadReports,

    /// <summary>Read, verify and export the audit log.</summary>
    ViewAudit,
}
