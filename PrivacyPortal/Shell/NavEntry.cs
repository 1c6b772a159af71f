using PrivacyPortal.Access;
using PrivacyPortal.Language;

namespace PrivacyPortal.Shell;

/// <summary>A place in the navigation, and what it takes to see it.</summary>
internal sealed record NavEntry(string Href, Text Label, string Icon, Permission? Permission)
{
    public static readonly IReadOnlyList<NavEntry> All =
    [
        new("/", ShellText.Home, "home", null),
        new("/requests", ShellText.Requests, "inbox", Access.Permission.ViewRequests),
        new("/tasks", Requests.TaskText.Title, "check", Access.Permission.CompleteTasks),
        new("/settings", ShellText.Privacy, "sliders", Access.Permission.ViewSettings),
        new("/sources", ShellText.Sources, "database", Access.Permission.ViewDataMap),
        new("/reports", ShellText.Reports, "report", Access.Permission.DownloadReports),
        new("/audit", ShellText.Audit, "log", Access.Permission.ViewAudit),
        new("/organisation", ShellText.Organisation, "building", Access.Permission.ManageOrganisation),
        new("/dpo-appointments", Accounts.AccountText.Appointments, "stamp", Access.Permission.ConfirmDpo),
        new("/users", ShellText.Users, "users", Access.Permission.ManageUsers),
        new("/api-keys", ShellText.ApiKeys, "key", Access.Permission.ViewApiKeys),
    ];
}
