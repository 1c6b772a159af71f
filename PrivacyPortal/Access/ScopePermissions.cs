using System.Collections.Frozen;
using static PrivacyPortal.Access.Permission;

namespace PrivacyPortal.Access;

/// <summary>The one table of what each scope of a key lets through; what the role may not do stays forbidden.</summary>
public static class ScopePermissions
{
    private static readonly FrozenDictionary<KeyScopes, Permission[]> Table = new Dictionary<KeyScopes, Permission[]>
    {
        [KeyScopes.Requests] = [ViewRequests],
        [KeyScopes.Handle] = [HandleRequests, CompleteTasks, ManageHolds, ViewRequests],
        [KeyScopes.Approve] = [ApproveRequests, ViewRequests],
        [KeyScopes.Findings] = [OpenFindings, ViewRequests],
        [KeyScopes.Sources] = [ViewDataMap],
        [KeyScopes.ManageSources] = [ManageSources, ViewDataMap],
        [KeyScopes.Maps] = [EditDataMap, GovernDataMap, ViewDataMap],
        [KeyScopes.Reports] = [DownloadReports],
        [KeyScopes.Audit] = [ViewAudit],
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<KeyScopes, FrozenSet<Permission>> Sets =
        Table.ToFrozenDictionary(row => row.Key, row => row.Value.ToFrozenSet());

    public static bool Contains(this KeyScopes scopes, Permission permission) => Sets.Any(set => scopes.HasFlag(set.Key) && set.Value.Contains(permission));

    /// <summary>The scopes that mean something for a role: those whose first permission it has.</summary>
    public static IReadOnlyList<KeyScopes> For(Role role) => [.. Table.Where(row => RolePermissions.Of(role).Contains(row.Value[0])).Select(row => row.Key).Order()];

    /// <summary>All that <see cref="For"/> lists, together.</summary>
    public static KeyScopes AllFor(Role role) => For(role).Aggregate(KeyScopes.None, (all, scope) => all | scope);
}
