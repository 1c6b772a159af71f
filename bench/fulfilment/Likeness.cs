using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Bench;

/// <summary>Makes sure that both sides do the same: of two equal shops, the same customers erased by the portal and by hand, the same must be left.</summary>
internal static class Likeness
{
    private const int Customers = 50;

    public static async Task CheckAsync(int customers)
    {
        var (one, other) = (await Shop.OfAsync(customers), await Shop.OfAsync(customers));
        await using var databases = new Both(one, other);
        await using var connection = await Shop.OpenAsync(other.Database);
        var byHand = new ByHand(connection);
        for (var i = 1; i <= Customers; i++)
        {
            var email = $"customer{i * 173}@example.org";
            var request = new WalkRequest([new Identity("email", email)], []);
            var (order, preflight) = await one.Fulfilment.PreflightErasureAsync(request, [], DateOnly.FromDateTime(DateTime.UnixEpoch), default);
            await one.Fulfilment.ExecuteAsync(order, preflight, default);
            await byHand.EraseAsync((await byHand.WalkAsync(email))["customer"][0], commit: true);
        }

        var (portal, hand) = (await one.StateAsync(), await other.StateAsync());
        if (portal != hand)
        {
            throw new InvalidOperationException($"The portal and the SQL by hand do not do the same.\n{portal}\n---\n{hand}");
        }
    }

    private sealed record Both(Shop One, Shop Other) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await One.Database.DisposeAsync();
            await Other.Database.DisposeAsync();
        }
    }
}
