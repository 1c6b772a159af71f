using System.Collections.Concurrent;

namespace PrivacyPortal.Connectors.Http;

/// <summary>
/// A source behind an interface over HTTP. There is no transaction: a work collects its changes and looks at each row that it would change;
/// committing sends the calls one after another, each of which may be sent again without harm.
/// </summary>
public sealed class HttpConnector(HttpAddress address, HttpDeclaration declaration, bool readOnly, HttpLimits? limits = null, TimeProvider? clock = null) : IConnector
{
    private static readonly ConcurrentDictionary<string, byte> UnderWay = new(StringComparer.Ordinal);
    private readonly HttpExchange exchange = new(address, declaration, limits ?? HttpLimits.Default, clock ?? TimeProvider.System);
    private readonly SourceSchema schema = HttpSchema.Of(declaration);

    /// <inheritdoc/>
    public bool Transactional => false;

    private bool Writable => !readOnly && declaration.Resources.Any(r => r.Erase is not null || r.Rectify is not null);

    public async Task<ConnectionReport> TestAsync(CancellationToken cancellationToken)
    {
        try
        {
            await CheckAsync(cancellationToken);
            return new ConnectionReport(null, Writable, declaration.Product ?? "HTTP");
        }
        catch (SourceException e)
        {
            return new ConnectionReport(e.Failure, false, null);
        }
    }

    /// <summary>The declaration's: an interface says nothing of itself.</summary>
    public Task<SourceSchema> ReadSchemaAsync(CancellationToken cancellationToken) => Task.FromResult(schema);

    public async Task<ISourceReader> OpenAsync(CancellationToken cancellationToken)
    {
        // With a wrong address everything is "not found", which must not be taken for "no data".
        await CheckAsync(cancellationToken);
        return new HttpSession(exchange, declaration, schema, limits ?? HttpLimits.Default);
    }

    /// <summary>Of the same work one is under way per process; a second elsewhere would send the same calls, which do nothing twice.</summary>
    public async Task<ISourceTransaction> BeginAsync(string work, CancellationToken cancellationToken)
    {
        if (!Writable)
            throw new SourceException(SourceFailure.ReadOnly);
        var name = address.BaseAddress + "\n" + work;
        if (!UnderWay.TryAdd(name, 0))
            throw new SourceException(SourceFailure.Locked);
        void Release() => UnderWay.TryRemove(name, out _);
        try
        {
            await CheckAsync(cancellationToken);
            return new HttpWorkSession(exchange, declaration, schema, limits ?? HttpLimits.Default, clock ?? TimeProvider.System, Release);
        }
        catch
        {
            Release();
            throw;
        }
    }

    /// <summary>What the other side's files still hold is the other side's to say.</summary>
    public Task<TidyReport> TidyAsync(bool vacuum, CancellationToken cancellationToken) => Task.FromResult(new TidyReport(LogBusy: false, FreePages: 0, Vacuumed: false));

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var path = declaration.Check?.Path.Address(name => declaration.Values.GetValueOrDefault(name)) ?? "";
        if ((await exchange.SendAsync(declaration.Check?.Method ?? "GET", exchange.Address(path), null, cancellationToken)).Absent)
            throw new SourceException(SourceFailure.Misanswered);
    }
}
