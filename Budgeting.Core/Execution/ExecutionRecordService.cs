using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>One kind of record of budgets, each call in a unit of work of its own.</summary>
public abstract class ExecutionRecordService<TInput, TDto> : RecordService<TInput, TDto>
    where TInput : class, new()
    where TDto : class, IVersioned
{
    private readonly TimeProvider _time;

    private protected ExecutionRecordService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time, Role least)
        : base(units, least) => (Current, _time) = (current, time);

    private protected CurrentMember Current { get; }

    private protected abstract IRecords<TInput, TDto> In(ExecutionScope scope);

    private protected sealed override async ValueTask<IRecords<TInput, TDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        In(await ScopeAsync(work, cancellationToken));

    private protected Task<ExecutionScope> ScopeAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        ExecutionScope.OpenAsync(work, Current, _time, cancellationToken);

    /// <summary>One transaction in which one or more records are written by rules of their own.</summary>
    /// <param name="least">The least role that may.</param>
    /// <param name="write">Writes, and says what is answered once it is saved.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    private protected async Task<TAnswer> WriteAsync<TAnswer>(
        Role least, Func<ExecutionScope, Task<Func<TAnswer>>> write, CancellationToken cancellationToken)
        where TAnswer : notnull
    {
        await using var work = await Units.WriteAsync(least, cancellationToken);
        return await work.CommitAsync(await write(await ScopeAsync(work, cancellationToken)), cancellationToken);
    }
}
