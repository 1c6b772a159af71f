using PrivacyPortal.Access;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;
using PrivacyPortal.Fulfilment;

namespace PrivacyPortal.Requests;

/// <summary>What it would cost to seek an identity in whole text columns of a source: told before a DPO asks for it.</summary>
public sealed class TextSearchCosts(DataSourceQueries sources)
{
    /// <returns>Neither cost nor refusal where the source does not answer now.</returns>
    public async Task<Reply<TextSearchCost>> OfAsync(Actor actor, Guid source, CancellationToken ct)
    {
        if (actor.Lacks(Permission.HandleRequests) is { } refusal)
        {
            return refusal;
        }

        if (await sources.MappedAsync(source, ct) is not { } mapped || await sources.OpenAsync(source, ct) is not { } connector)
        {
            return Refusal.NotFound;
        }

        try
        {
            return await new SourceFulfilment(connector, mapped.Map).TextSearchCostAsync(ct);
        }
        catch (SourceException)
        {
            return new Reply<TextSearchCost>(null, null);
        }
    }
}
