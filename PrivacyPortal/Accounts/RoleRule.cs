using PrivacyPortal.Access;
using PrivacyPortal.Data;

namespace PrivacyPortal.Accounts;

/// <summary>What is demanded of everybody in a role.</summary>
public sealed class RoleRule : IVersioned
{
    public Role Role { get; init; }

    /// <summary>Without two-factor set up, people of the role can do nothing but set it up.</summary>
    public bool TwoFactorRequired { get; set; }

    public int Version { get; set; }
}
