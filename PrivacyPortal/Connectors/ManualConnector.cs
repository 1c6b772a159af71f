namespace PrivacyPortal.Connectors;

/// <summary>
/// A source that no machine reaches, such as paper files. Its schema is one table with a column for each category of data that its owner
/// names, so that a map can say of it what it says of any other; its rows are read and changed by the owner, as tasks.
/// </summary>
public sealed class ManualConnector(IReadOnlyList<string> categories) : IConnector
{
    /// <summary>The only table of a source kept by hand.</summary>
    public const string Table = "by-hand";

    private const string Record = "record";

    public Task<ConnectionReport> TestAsync(CancellationToken cancellationToken) => Task.FromResult(new ConnectionReport(null, true, null));

    public Task<SourceSchema> ReadSchemaAsync(CancellationToken cancellationToken) => Task.FromResult(new SourceSchema(
    [
        new SchemaTable
        {
            Name = Table,
            Path = [Table],
            Columns = [new SchemaColumn(Record, "record", ValueKind.Integer, false), .. categories.Select(c => new SchemaColumn(c, "text", ValueKind.Text, true))],
            Key = [Record],
        },
    ]));

    public Task<ISourceReader> OpenAsync(CancellationToken cancellationToken) => throw new SourceException(SourceFailure.Unreachable);

    public Task<ISourceTransaction> BeginAsync(string work, CancellationToken cancellationToken) => throw new SourceException(SourceFailure.Unreachable);

    public Task<TidyReport> TidyAsync(bool vacuum, CancellationToken cancellationToken) => throw new SourceException(SourceFailure.Unreachable);
}
