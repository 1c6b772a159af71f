using System.Collections.Frozen;
using static PrivacyPortal.Access.Permission;

namespace PrivacyPortal.Access;

/// <summary>The one table of who may do what.</summary>
public static class RolePermissions
{
    private static readonly FrozenDictionary<Role, FrozenSet<Permission>> Table = new Dictionary<Role, FrozenSet<Permission>>
    {
        [Role.Administrator] = Set(ViewSettings, ManageSettings, ManageOrganisation, ManageUsers, ViewApiKeys, ManageApiKeys, ManageSources, ViewDataMap, EditDataMap, CompleteTasks),
        [Role.Dpo] = Set(
            ViewSettings, AdviseOnSettings, ConfirmDpo, ViewApiKeys, ViewDataMap, EditDataMap, GovernDataMap, ViewRequests, HandleRequests, CompleteTasks,
            ApproveRequests, OpenFindings, ManageHolds, DownloadReports, ViewAudit),
        [Role.Auditor] = Set(ViewSettings, ViewDataMap, ViewRequests, DownloadReports, ViewAudit),
    }.ToFrozenDictionary();

    private static FrozenSet<Permission> Set(params Permission[] permissions) => permissions.ToFrozenSet();

    /// <summary>What the role may do.</summary>
    public static IReadOnlySet<Permission> Of(Role role) => Table[role];
}
