using PrivacyPortal.Tests.Accounts;
using PrivacyPortal.Tests.Audit;
using PrivacyPortal.Tests.Data;
using PrivacyPortal.Tests.DataMap;
using PrivacyPortal.Tests.Reports;
using PrivacyPortal.Tests.Requests;
using PrivacyPortal.Tests.Settings;
using PrivacyPortal.Tests.Support;

namespace PrivacyPortal.Tests.Providers;

// The tests of the desks once more, each with its portal on PostgreSQL: what a verb promises, it promises on either database.
[OnPostgres]
public sealed class MigrationsOnPostgres : MigrationTests;

[OnPostgres]
public sealed class AuditChainOnPostgres : AuditChainTests;

[OnPostgres]
public sealed class AuditFileOnPostgres : AuditFileTests;

[OnPostgres]
public sealed class AccountDeskOnPostgres : AccountDeskTests;

[OnPostgres]
public sealed class ApiKeyDeskOnPostgres : ApiKeyDeskTests;

[OnPostgres]
public sealed class EnrolmentOnPostgres : EnrolmentTests;

[OnPostgres]
public sealed class SignInOnPostgres : SignInTests;

[OnPostgres]
public sealed class SettingsDeskOnPostgres : SettingsDeskTests;

[OnPostgres]
public sealed class OpinionDeskOnPostgres : OpinionDeskTests;

[OnPostgres]
public sealed class OrganisationOnPostgres : OrganisationTests;

[OnPostgres]
public sealed class AttestationOnPostgres : AttestationTests;

[OnPostgres]
public sealed class DataMapDeskOnPostgres : DataMapDeskTests;

[OnPostgres]
public sealed class DataSourceDeskOnPostgres : DataSourceDeskTests;

[OnPostgres]
public sealed class ExportsOnPostgres : ExportTests;

[OnPostgres]
public sealed class RequestDeskOnPostgres : RequestDeskTests;

[OnPostgres]
public sealed class RequestListOnPostgres : RequestListTests;

[OnPostgres]
public sealed class RequestPermissionOnPostgres : RequestPermissionTests;

[OnPostgres]
public sealed class StatementsOnPostgres : StatementTests;

[OnPostgres]
public sealed class LegalHoldOnPostgres : LegalHoldTests;

[OnPostgres]
public sealed class PackageOnPostgres : PackageTests;

[OnPostgres]
public sealed class ChinookRequestOnPostgres : ChinookRequestTests;

[OnPostgres]
public sealed class ReportDeskOnPostgres : ReportDeskTests;
