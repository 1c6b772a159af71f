namespace PrivacyPortal.Connectors.PostgreSql;

/// <summary>How long the server lets the portal go on.</summary>
/// <param name="Statement">Longer than any lookup by an index; a search that reads a whole large table comes near it.</param>
/// <param name="Lock">A row or table that others hold is told, not waited for.</param>
/// <param name="Pause">A portal that stands still in the middle of an erasure keeps rows locked; after this the server lets go of them.</param>
/// <param name="Connect">Until the server must have let the portal in.</param>
internal sealed record PostgresLimits(TimeSpan Statement, TimeSpan Lock, TimeSpan Pause, TimeSpan Connect)
{
    public static readonly PostgresLimits Usual = new(TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(10));
}
