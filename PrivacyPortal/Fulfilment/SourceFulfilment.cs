using System.Runtime.CompilerServices;
using PrivacyPortal.Connectors;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Fulfilment;

/// <summary>
/// The one door to the fulfilment of requests in one source: search, read, plan, dry run, execute, verify. It keeps nothing between calls;
/// what it returns is plain data for its caller to keep. A source that does not answer is a <see cref="SourceException"/>, never "no data".
/// </summary>
public sealed class SourceFulfilment(IConnector connector, SourceMap map)
{
    /// <summary>Finds what the source holds of the subject. Reads keys and links only.</summary>
    public async Task<WalkResult> SearchAsync(WalkRequest request, CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        var walk = await Walk.RunAsync(map, reader, request, cancellationToken);
        return await walk.ResultAsync(cancellationToken);
    }

    /// <summary>Streams the rows found.</summary>
    /// <param name="plan">What the subject is shown; null: for the DPO's review, where every value is there and what would be withheld is marked.</param>
    public async IAsyncEnumerable<FoundRow> ReadAsync(WalkResult found, AccessPlan? plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await connector.OpenAsync(cancellationToken);
        await foreach (var row in new FoundRows(map, reader).ReadAsync(found, plan, cancellationToken))
            yield return row;
    }
}
