using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Access;
using PrivacyPortal.Audit;
using PrivacyPortal.Data;
using PrivacyPortal.Receipts;

namespace PrivacyPortal.Settings;

/// <summary>Attests, as a signed PDF, what was in force for one scope at one instant.</summary>
public sealed class AttestationDesk(IDbContextFactory<PortalDbContext> contexts, ReceiptIssuer issuer, AuditLog audit, TimeProvider clock)
{
    /// <summary>
    /// Issues the attestation; it is archived and on record as any receipt, and so is its download. TooLate for an instant that is still to come, or
    /// from before the portal kept revisions: neither can be attested.
    /// </summary>
    /// <param name="site">Null for the organisation.</param>
    public async Task<Reply<ReceiptFile>> AttestAsync(Actor actor, DateTimeOffset instant, Guid? site, CultureInfo culture, CancellationToken ct)
    {
        if (actor.Lacks(Permission.ViewSettings) is { } refusal)
        {
            return refusal;
        }

        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var ledger = await SettingsLedger.LoadAsync(db, ct);
        if (instant > clock.GetUtcNow() || instant < ledger.Begins || ledger.Begins is null)
        {
            return Refusal.TooLate;
        }

        var name = SettingsPageText.Organisation.In(culture);
        if (site is { } id)
        {
            if (await db.Set<Site>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } known || ledger.At(instant).CountryOf(id) is null)
            {
                return Refusal.NotFound;
            }

            name = $"{known.Name} ({known.Domain})";
        }

        var organisation = (await OrganisationQueries.CurrentAsync(db, ct)).Facts;
        var facts = Facts(ledger, instant, site, site is null && organisation.ControllerName.Length > 0 ? organisation.ControllerName : name, organisation, culture);
        var receipt = await issuer.IssueAsync(db, actor, facts, ct);
        if (await audit.SaveAsync(db, ct, new AuditFact(actor, "settings", "attested", facts.Reference, new { at = instant.ToUnixTimeMilliseconds(), site, receipt = receipt.Id })) is { } stale)
        {
            return stale;
        }

        await transaction.CommitAsync(ct);
        return new ReceiptFile(ReceiptQueries.FileNameOf(facts.Reference, facts.Kind), receipt.Content);
    }

    internal static SettingsAttestationFacts Facts(SettingsLedger ledger, DateTimeOffset instant, Guid? site, string scope, OrganisationFacts organisation, CultureInfo culture)
    {
        var state = ledger.At(instant);
        var governing = ledger.Revisions.Last(r => r.EffectiveAt <= instant);
        return new SettingsAttestationFacts
        {
            Reference = string.Create(CultureInfo.InvariantCulture, $"SET-{governing.Number:0000}"),
            Language = culture.TwoLetterISOLanguageName,
            Parties = organisation.ToParties(),
            Scope = scope,
            InForceAt = instant,
            Revision = AttestationText.Revision.Format(culture, governing.Number, governing.PublishedByName),
            Groups =
            [
                .. SettingCatalogue.All.GroupBy(s => s.Group).Select(group => new AttestedGroup(
                    SettingsPageText.Of(group.Key).In(culture),
                    [.. group.Select(setting => Attested(state.Resolve(setting, site), culture))])),
            ],
        };
    }

    private static AttestedSetting Attested(InForce value, CultureInfo culture) => new(
        value.Setting.Texts.Name.In(culture),
        value.Setting.Show(value.Value, culture) + (value.Applies ? "" : " " + AttestationText.NoEffect.In(culture)),
        SettingsPageText.Of(value, culture),
        value.Setting.Texts.Law.In(culture));
}
