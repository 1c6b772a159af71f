using FsCheck;
using FsCheck.Fluent;
using PrivacyPortal.Settings;

namespace PrivacyPortal.Tests.Settings;

/// <summary>What must hold for any settings whatsoever.</summary>
public class CatalogueProperties
{
    private static readonly Guid[] Sites = [new("11111111-0000-0000-0000-000000000000"), new("22222222-0000-0000-0000-000000000000")];
    private static readonly string[] CountryCodes = ["DE", "FR"];
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Setting> AnySetting = Gen.Elements(SettingCatalogue.All.Where(s => !s.Fixed));

    [Fact]
    public void A_cap_makes_nothing_looser_and_gives_no_more_than_both()
    {
        var cases = from setting in AnySetting from value in ValueOf(setting) from cap in ValueOf(setting) select (setting, value, cap);
        Check(cases, c => c.setting.Tightest(c.value, c.cap) is var tightest
            && c.setting.IsValid(tightest)
            && c.setting.AtLeastAsProtective(tightest, c.value) && c.setting.AtLeastAsProtective(tightest, c.cap)
            && c.setting.Tightest(tightest, c.cap) == tightest);
    }

    [Fact]
    public void The_protective_order_is_reflexive_and_transitive()
    {
        var cases = from s in AnySetting from a in ValueOf(s) from b in ValueOf(s) from c in ValueOf(s) select (s, a, b, c);
        Check(cases, x => x.s.AtLeastAsProtective(x.a, x.a)
            && (!x.s.AtLeastAsProtective(x.a, x.b) || !x.s.AtLeastAsProtective(x.b, x.c) || x.s.AtLeastAsProtective(x.a, x.c)));
    }

    [Fact]
    public void No_site_is_ever_looser_than_the_rule_of_its_country() =>
        Check(AnyState(), state => SettingCatalogue.All.All(setting => Sites.All(site =>
            state[Slot.Country(setting, state.CountryOf(site)!)] is not { } cap || setting.AtLeastAsProtective(state.Resolve(setting, site).AsSet, cap))));

    [Fact]
    public void Under_a_lock_every_site_has_the_organisations_value_or_a_tighter_one_of_its_country() =>
        Check(AnyState(), state => SettingCatalogue.All.Where(state.IsLocked).All(setting => Sites.All(site =>
        {
            var (general, own) = (state.Resolve(setting, null).AsSet, state.Resolve(setting, site));
            return own.Source == ValueSource.CountryRule ? setting.AtLeastAsProtective(own.AsSet, general) : own.AsSet == general;
        })));

    [Fact]
    public void Whatever_is_drafted_what_takes_effect_without_an_opinion_loosens_nothing_at_any_time()
    {
        var cases = from first in Changes() from later in Changes() from laterDays in Gen.Choose(0, 40) from draft in Changes() from days in Gen.Choose(0, 40)
                    select (first, later, laterDays, draft, days);
        Check(cases, c =>
        {
            var ledger = new SettingsLedger(
            [
                new SettingsRevision { Number = 1, PublishedAt = Start, EffectiveAt = Start, Changes = [.. Homes(), .. c.first] },
                new SettingsRevision { Number = 2, PublishedAt = Start, EffectiveAt = Start.AddDays(c.laterDays), Changes = c.later },
            ]);
            var at = Start.AddDays(c.days);
            var (atOnce, waiting) = ledger.Part(c.draft, at);
            var after = ledger.With(new SettingsRevision { Number = 3, PublishedAt = Start, EffectiveAt = at, Changes = atOnce });
            int[] days = [0, c.days, c.laterDays, 41];
            return atOnce.Count + waiting.Count == c.draft.Count
                && days.All(day => !SettingsLedger.IsLooser(ledger.At(Start.AddDays(day)), after.At(Start.AddDays(day))));
        });
    }

    [Fact]
    public void A_difference_applied_gives_the_other_state()
    {
        var cases = from a in AnyState() from b in AnyState() select (a, b);
        Check(cases, c => c.a.With(c.a.DifferenceTo(c.b), 9).DifferenceTo(c.b).Count == 0);
    }

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds) => Prop.ForAll(cases.ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private static Gen<SettingsState> AnyState() => from changes in Changes() select SettingsState.Empty.With(Homes(), 1).With(changes, 2);

    private static IEnumerable<SettingChange> Homes() => Sites.Zip(CountryCodes, (site, country) => new SettingChange(Slot.CountryOf(site), null, new SettingValue(country)));

    private static Gen<IReadOnlyList<SettingChange>> Changes() =>
        from changes in AnyChange().ListOf()
        select (IReadOnlyList<SettingChange>)[.. changes.GroupBy(c => c.Slot).Select(g => g.First())];

    private static Gen<SettingChange> AnyChange() =>
        from setting in AnySetting
        from value in ValueOf(setting)
        from site in Gen.Elements(Sites)
        from country in Gen.Elements(CountryCodes)
        from kind in setting.OrganisationOnly ? Gen.Constant(0) : Gen.Choose(0, 3)
        from taken in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new SettingChange(
            kind switch { 0 => Slot.Organisation(setting), 1 => Slot.Lock(setting), 2 => Slot.OfSite(setting, site), _ => Slot.Country(setting, country) },
            null,
            taken ? null : kind == 1 ? SettingValue.On : value);

    private static Gen<SettingValue> ValueOf(Setting setting) => setting switch
    {
        ChoiceSetting choice => Gen.Elements(choice.Options.Select(o => new SettingValue(o.Code))),
        NumberSetting number => Gen.Choose(number.Least, number.Most).Select(SettingValue.Of),
        SetSetting set => Gen.SubListOf(set.Options.Select(o => o.Code)).Select(items => SettingValue.Of(items)),
        ListSetting => Gen.SubListOf(["input", ".card", "#iban", "[name=phone]"]).Select(items => SettingValue.Of(items)),
        RulesSetting => Gen.SubListOf(
        [
            new MaskingRule("A", "a+", MaskingCheck.None, MaskingAudience.Everyone), new MaskingRule("A", "a+", MaskingCheck.None, MaskingAudience.Visitors),
            new MaskingRule("B", @"\d{16}", MaskingCheck.Luhn, MaskingAudience.Advisors), new MaskingRule("B", @"\d{16}", MaskingCheck.None, MaskingAudience.Advisors),
        ]).Select(rules => SettingValue.Of(rules)),
        _ => throw new ArgumentOutOfRangeException(nameof(setting), setting.Key),
    };
}
