using System.Data.Common;
using Budgeting.Core.Kernel.Changes;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Budgeting.Core.Storage;

/// <summary>What a database engine does in its own way. Its context has it; nothing outside the engine's folder knows which it is.</summary>
internal abstract class Dialect
{
    /// <summary>The folder of <c>Storage</c> in which its scripts are.</summary>
    public abstract string Name { get; }

    /// <summary>Whether all writers of the database wait for each other: they queue in the process then, where waiting blocks no thread.</summary>
    public abstract bool HasOneWriter { get; }

    /// <summary>An expression for the year of a column with a date.</summary>
    public abstract string YearOf(string column);

    /// <summary>A condition: what stands in a column of ids is one, as the program writes it.</summary>
    public virtual string IsId(string column) => "true";

    /// <summary>What it means that the engine failed; <c>null</c>: nothing that is known.</summary>
    public abstract DatabaseError? ErrorOf(Exception failed);

    /// <summary>Begins the transaction of a writer, which sees what every writer of the organization before it has committed.</summary>
    public abstract Task BeginAsync(BudgetingDbContext db, CancellationToken cancellationToken);

    /// <summary>Has the other writers of an organization wait until this transaction ends.</summary>
    /// <param name="organizationId">Empty: of what belongs to no organization, such as accounts.</param>
    public abstract Task LockAsync(BudgetingDbContext db, Guid organizationId, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that reads everything as of one instant.</summary>
    public abstract Task<DbTransaction> BeginSnapshotAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Writes new rows at once, in the transaction of the context.</summary>
    public abstract Task InsertAsync<T>(BudgetingDbContext db, BulkColumns columns, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Which of many values a column has among the rows of which others have a value each.</summary>
    public abstract Task<IReadOnlySet<Guid>> KnownAsync(
        BudgetingDbContext db, string table, (IProperty Property, Guid Value)[] where, IProperty property, IReadOnlyCollection<Guid> values, CancellationToken cancellationToken);

    /// <summary>The audit entries that were committed since a position.</summary>
    /// <param name="position">Where the last look ended; <c>null</c>: only where things stand.</param>
    public abstract Task<ChangeTail> TailAsync(BudgetingDbContext db, string? position, CancellationToken cancellationToken);

    /// <summary>Has other processes look at once, when the transaction is committed.</summary>
    public abstract Task AnnounceAsync(BudgetingDbContext db, CancellationToken cancellationToken);

    public abstract Task<bool> HasTableAsync(BudgetingDbContext db, string table, CancellationToken cancellationToken);

    /// <summary>Makes what protects the data in the database, the model's triggers above all, in place of what was there.</summary>
    public abstract Task MakeGuardsAsync(BudgetingDbContext db, CancellationToken cancellationToken);

    /// <summary>What of that is missing, switched off or not as it was made, if there is something.</summary>
    public abstract Task<string?> BrokenGuardAsync(BudgetingDbContext db, CancellationToken cancellationToken);

    /// <summary>Where triggers keep totals: those of an organization that aren't what they are the total of, each in a sentence.</summary>
    public virtual Task<IReadOnlyList<string>> BrokenTotalsAsync(BudgetingDbContext db, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public IReadOnlyList<TriggerScript> TriggersOf(IReadOnlyModel model) => TriggerScripts.Of(model, Name);
}

/// <summary>What was committed, and where to go on.</summary>
internal sealed record ChangeTail(string Position, IReadOnlyList<(Guid EntryId, Change Change)> Changes);

internal enum DatabaseErrorKind
{
    /// <summary>A trigger or a rule of a table has the last word.</summary>
    Refused,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>Others are in the way, and won't be for long.</summary>
    Busy,

    /// <summary>The data can't be reached or written.</summary>
    Failed,
}

/// <param name="Refusal">The code that a trigger raised.</param>
/// <param name="Remaining">What was left of the limit that it is about, where the trigger says so.</param>
internal sealed record DatabaseError(DatabaseErrorKind Kind, string? Refusal = null, decimal? Remaining = null);
