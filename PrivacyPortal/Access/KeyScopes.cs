namespace PrivacyPortal.Access;

/// <summary>What an API key is for: of what its role may do, only this. The names are stable: they are stored and shown.</summary>
[Flags]
public enum KeyScopes
{
    None = 0,

    /// <summary>See requests, their state and progress; without findings.</summary>
    Requests = 1,

    /// <summary>Every verb on requests but the approval.</summary>
    Handle = 2,

    /// <summary>The second pair of eyes on an erasure, and on a download of personal data.</summary>
    Approve = 4,

    /// <summary>Open findings, packages and a person's own copies.</summary>
    Findings = 8,

    /// <summary>See data sources and their maps.</summary>
    Sources = 16,

    /// <summary>Add, test, describe and remove data sources.</summary>
    ManageSources = 32,

    /// <summary>Change and confirm data maps, as far as the role goes.</summary>
    Maps = 64,

    /// <summary>Download receipts.</summary>
    Reports = 128,

    /// <summary>Read and export the audit log.</summary>
    Audit = 256,
}
