using FsCheck;
using FsCheck.Fluent;
using PrivacyPortal.Requests;

namespace PrivacyPortal.Tests.Requests;

public sealed class DeadlineProperties
{
    private static readonly DateOnly First = new(2020, 1, 1);

    private static readonly Gen<DateOnly> Days = Gen.Choose(0, 7300).Select(First.AddDays);

    private static readonly Gen<string> Regions = Gen.Elements(Holidays.Regions.ToArray());

    private static readonly Gen<(DateOnly From, DateOnly To)[]> Stretches =
        Gen.ArrayOf(from start in Gen.Choose(0, 90) from length in Gen.Choose(0, 30) select (First.AddDays(start), First.AddDays(start + length)));

    [Fact]
    public void A_later_receipt_is_never_due_earlier() =>
        Prop.ForAll(
            (from day in Days from later in Gen.Choose(0, 40) from region in Regions from extended in Gen.Elements(true, false)
             select (day, later, region, extended)).ToArbitrary(),
            c => Due(c.day, c.region, c.extended).DueOn <= Due(c.day.AddDays(c.later), c.region, c.extended).DueOn)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void In_the_union_no_term_ends_on_a_day_off_nor_before_the_month_is_over() =>
        Prop.ForAll(
            (from day in Days from region in Regions select (day, region)).ToArbitrary(),
            c => Due(c.day, c.region, false) is var due && Holidays.IsWorkingDay(due.DueOn, c.region) && due.DueOn >= c.day.AddMonths(1))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void More_suspension_is_never_due_earlier() =>
        Prop.ForAll(
            (from day in Days from days in Gen.Choose(0, 60) from more in Gen.Choose(0, 60) select (day, days, more)).ToArbitrary(),
            c => Suspended(c.day, c.days).DueOn <= Suspended(c.day, c.days + c.more).DueOn)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Merging_overlaps_covers_the_same_days_and_twice_is_once() =>
        Prop.ForAll(Stretches.ToArbitrary(), stretches =>
        {
            var merged = Suspension.Merge(stretches);
            return Suspension.Merge(merged).SequenceEqual(merged)
                && Covered(stretches).SetEquals(Covered(merged))
                && merged.Zip(merged.Skip(1)).All(pair => pair.First.To < pair.Second.From);
        }).QuickCheckThrowOnFailure();

    private static HashSet<DateOnly> Covered(IEnumerable<(DateOnly From, DateOnly To)> stretches) =>
        [.. stretches.SelectMany(s => Enumerable.Range(0, s.To.DayNumber - s.From.DayNumber + 1).Select(s.From.AddDays))];

    private static Deadline Due(DateOnly received, string region, bool extended) =>
        Deadline.Of(DeadlineProfile.Eu, region, received, [], extended, received);

    private static Deadline Suspended(DateOnly received, int days) =>
        Deadline.Of(DeadlineProfile.Eu, "FR", received, [new(SuspensionKind.Identity, received)], false, received.AddDays(days));
}
