using Budgeting.Core.Storage;

namespace Budgeting.Core.Kernel.Audit;

/// <summary>Takes back what was written to the rows of one module. Each module whose writes can be undone registers one.</summary>
internal interface IUndoer
{
    /// <summary>The kinds of rows that it knows, such as <c>Gift</c>: a write with another one in it can't be undone.</summary>
    IReadOnlySet<string> Entities { get; }

    /// <summary>Those rows of a write that decide whether it can be undone: nothing may have changed them since.</summary>
    IReadOnlyList<WrittenRow> DecidingRows(IReadOnlyList<WrittenRow> write);

    /// <summary>Writes the rows back to what they were before, by the rules that hold for every write; the caller commits.</summary>
    /// <param name="work">For writing; permission was decided.</param>
    /// <param name="write">All its rows, in the order in which they were written.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <returns>What couldn't be brought back, in sentences.</returns>
    Task<IReadOnlyList<string>> UndoAsync(UnitOfWork work, IReadOnlyList<WrittenRow> write, CancellationToken cancellationToken);
}
