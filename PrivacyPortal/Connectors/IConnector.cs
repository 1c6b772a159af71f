using System.Runtime.CompilerServices;

namespace PrivacyPortal.Connectors;

/// <summary>
/// A door to one data source. It knows schemas and rows, not the data map. Everything that cannot be done for a cause outside the portal
/// is a <see cref="SourceException"/> with that cause: a source that does not answer is never "no data".
/// </summary>
public interface IConnector
{
    /// <summary>
    /// Whether changes come about together or not at all. Where they do not, a commit that ends in the middle leaves some of them made; each can
    /// be made again without harm, and the same work done again makes the rest.
    /// </summary>
    bool Transactional => true;

    /// <summary>Tries to reach and read the source, and whether it may be written. Never throws for a cause it can name.</summary>
    Task<ConnectionReport> TestAsync(CancellationToken cancellationToken);

    Task<SourceSchema> ReadSchemaAsync(CancellationToken cancellationToken);

    /// <summary>Opens a reader. Where the source can, everything read through it is of one instant.</summary>
    Task<ISourceReader> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction. Disposing it without commit leaves the source as it was.</summary>
    /// <param name="work">What it is for. Of the same work only one is under way in a source at a time, whichever node began it: another is <see cref="SourceFailure.Locked"/>.</param>
    /// <exception cref="SourceException"><see cref="SourceFailure.ReadOnly"/> where nothing may be written.</exception>
    Task<ISourceTransaction> BeginAsync(string work, CancellationToken cancellationToken);

    /// <summary>
    /// After a committed erasure: makes sure that what was deleted is not left in the source's own files. <paramref name="vacuum"/> also
    /// rewrites space that was freed before the portal came, which can take long and locks the source meanwhile.
    /// </summary>
    Task<TidyReport> TidyAsync(bool vacuum, CancellationToken cancellationToken);
}

/// <summary>Reads rows. Not safe for use by several threads at once, and one stream at a time.</summary>
public interface ISourceReader : IAsyncDisposable
{
    SourceSchema Schema { get; }

    /// <summary>
    /// Streams the rows asked for, each as the values of <see cref="RowQuery.Columns"/> in that order. A row that several of the asked
    /// values lead to can come more than once; the caller knows rows by their keys. Lookups are sent in batches.
    /// </summary>
    IAsyncEnumerable<object?[]> ReadAsync(RowQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Streams the rows of several questions, in the order of the questions, each row with the place of its own. Where the source can, all are
    /// sent at once: of many small questions it is the way there and back that costs.
    /// </summary>
    async IAsyncEnumerable<(int Query, object?[] Row)> ReadAsync(IReadOnlyList<RowQuery> queries, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < queries.Count; i++)
        {
            await foreach (var row in ReadAsync(queries[i], cancellationToken))
                yield return (i, row);
        }
    }

    /// <summary>A value as the column gives it back once it was written: some sources spell JSON or dates their own way.</summary>
    Task<object?> AsHeldAsync(string table, string column, object? value, CancellationToken cancellationToken);

    /// <summary>How many rows a table has: what a search through all of it costs.</summary>
    Task<long> CountAsync(string table, CancellationToken cancellationToken);
}

/// <summary>A transaction on the source: reads see its own changes.</summary>
public interface ISourceTransaction : ISourceReader
{
    /// <summary>Applies one change and says how many rows it changed itself, without what triggers and cascades did.</summary>
    /// <exception cref="ChangeException">The source refuses it; the transaction is still usable, as if it had not been tried.</exception>
    Task<int> ApplyAsync(RowChange change, CancellationToken cancellationToken);

    /// <summary>Applies changes in their order. One that is refused is told, and the others are tried all the same.</summary>
    Task<IReadOnlyList<AppliedChange>> ApplyAsync(IReadOnlyList<RowChange> changes, CancellationToken cancellationToken) => AppliedChange.OneByOneAsync(this, changes, cancellationToken);

    /// <summary>What a commit would still refuse: references left pointing at nothing. Empty if nothing.</summary>
    Task<IReadOnlyList<ChangeFailure>> PendingFailuresAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Rows that triggers and cascades changed beside what was asked for. Of deleted rows the keys may be known only once the transaction was
    /// rolled back.
    /// </summary>
    Task<IReadOnlyList<RowEffect>> EffectsAsync(CancellationToken cancellationToken);

    /// <summary>The calls that a commit sent, one by one, where the source is not <see cref="IConnector.Transactional"/>.</summary>
    IReadOnlyList<CallProof> Calls => [];

    Task CommitAsync(CancellationToken cancellationToken);

    Task RollBackAsync(CancellationToken cancellationToken);
}
