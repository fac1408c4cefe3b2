using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>Takes back what was written to the rows of one module. Each module whose writes can be undone registers one.</summary>
internal interface IUndoHandler
{
    /// <summary>The kinds of rows that it knows, such as <c>Gift</c>: a write with another one in it can't be undone.</summary>
    IReadOnlySet<string> Entities { get; }

    /// <summary>Those rows of a write that decide whether it can be undone: nothing may have changed them since.</summary>
    IReadOnlyList<WrittenRow> DecidingRows(IReadOnlyList<WrittenRow> write);

    /// <summary>Whether who acts may know what became of rows: of one that is kept from them, not even whether it still is as they left it.</summary>
    Task<bool> IsSeenAsync(UnitOfWork work, IReadOnlyList<WrittenRow> rows, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Writes the rows back to what they were before, by the rules that hold for every write; the caller commits.</summary>
    /// <param name="work">For writing; permission was decided.</param>
    /// <param name="write">All its rows, in the order in which they were written.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <returns>What couldn't be brought back, in sentences.</returns>
    Task<IReadOnlyList<string>> UndoAsync(UnitOfWork work, IReadOnlyList<WrittenRow> write, CancellationToken cancellationToken);
}
