using Microsoft.EntityFrameworkCore;
using PrivacyPortal.Data;
using PrivacyPortal.DataMap;

namespace PrivacyPortal.Requests;

/// <summary>The systems of which an answer cannot speak, because nobody has looked there.</summary>
internal static class Unsearched
{
    /// <summary>
    /// The names of the sources that were connected before the request was closed and that its search did not go through: as long as nothing is decided,
    /// those without a confirmed map. A replay concerns the one source that was restored.
    /// </summary>
    public static async Task<IReadOnlyList<string>> OfAsync(PortalDbContext db, SubjectRequest request, CancellationToken ct)
    {
        if (request.Replay is not null)
        {
            return [];
        }

        var searched = await db.Set<RequestSource>().Where(s => s.RequestId == request.Id).Select(s => s.SourceId).ToListAsync(ct);
        var connected = await DataSourceQueries.ConnectedAsync(db, ct);
        return [.. connected
            .Where(s => !searched.Contains(s.Id) && (!s.Mapped || request.DecidedAt is not null) && !(s.AddedAt > request.ClosedAt))
            .Select(s => s.Name)];
    }
}
