namespace PrivacyPortal.Access;

/// <summary>
/// What a person is here for. A person has exactly one role, so nobody is both administrator and DPO
/// (GDPR art. 38(6): a DPO's other tasks must not conflict).
/// </summary>
public enum Role
{
    /// <summary>Keeps the settings, sites, data sources and users; never decides on a request.</summary>
    Administrator,

    /// <summary>Data protection officer or deputy: processes the requests and advises; never changes settings or users.</summary>
    Dpo,

    /// <summary>Reads and downloads; changes nothing.</summary>
    Auditor,
}
