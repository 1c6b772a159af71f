using System.Text.Json;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;
using PrivacyPortal.Tests.Connectors;

namespace PrivacyPortal.Tests.Fulfilment;

/// <summary>Erasures said shortly.</summary>
internal static class Erased
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static SourceFulfilment Fulfilment(this TestSource file, SourceMap map) => new(file.Connector(), map, new byte[32]);

    /// <summary>As it comes back from where it is kept.</summary>
    public static async Task<ErasureOrder> OrderAsync(this TestSource file, SourceMap map, WalkRequest request, params ErasureDecision[] decisions) =>
        Kept(new ErasureOrder(request, decisions, Today, await file.Fulfilment(map).PlanErasureAsync(request, decisions, Today, default)));

    /// <summary>The dry run of an order that was made before.</summary>
    public static async Task<PreflightReport> PreflightAsync(this SourceFulfilment fulfilment, ErasureOrder order, CancellationToken cancellationToken) =>
        (await fulfilment.PreflightErasureAsync(order.Request, order.Decisions, order.On, cancellationToken)).Report;

    public static T Kept<T>(T value) => JsonSerializer.Deserialize<T>(JsonSerializer.SerializeToUtf8Bytes(value))!;

    /// <summary>Plans, rehearses, executes and verifies; every part must succeed.</summary>
    public static async Task<ErasureOrder> EraseAsync(this TestSource file, SourceMap map, WalkRequest request, params ErasureDecision[] decisions)
    {
        var order = await file.OrderAsync(map, request, decisions);
        var fulfilment = file.Fulfilment(map);
        var preflight = Kept(await fulfilment.PreflightAsync(order, default));
        Assert.Equal("", preflight.Text());
        var result = await fulfilment.ExecuteAsync(order, preflight, default);
        Assert.Equal(ExecutionOutcome.Done, result.Outcome);
        Assert.Equal(preflight.Changes, result.Changes);
        var proof = await fulfilment.VerifyAsync(order, wholeText: true, default);
        Assert.True(proof.Passed, string.Join(' ', proof.Residue.Select(r => r.ToString()).Concat(proof.Sightings.Select(s => s.ToString()))));
        Assert.Equal(ExecutionOutcome.DoneBefore, (await fulfilment.ResumeAsync(order, preflight, default)).Outcome);
        return order;
    }

    public static string Text(this PreflightReport report) =>
        string.Join(" · ", report.Failures.Select(f => $"{f.Cause} {f.Table} {f.Rows} {f.Refused?.Refusal} {string.Join(',', f.Refused?.Columns ?? [])} {f.Source}".TrimEnd()));

    public static string Text(this ErasurePlan plan) => string.Join(" · ", plan.Steps.Select(s => $"{s.Action} {s.Table} {string.Join(' ', s.Rows.Select(r => r.ToString()).Order(StringComparer.Ordinal))}"
        + (s.Changes.Count == 0 ? "" : " " + string.Join(", ", s.Changes.Select(c => $"{c.Field}={c.Value ?? "null"}")))));
}
