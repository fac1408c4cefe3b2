using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>What budgets pay for. Admins write them.</summary>
public sealed class ProgramsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : OrganizationRecordService<ProgramInput, ProgramDto>(units, current, Role.Admin)
{
    /// <summary>All of them, by code.</summary>
    public async Task<IReadOnlyList<ProgramDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return await new ExecutionRepository(work).ProgramsAsync(cancellationToken);
    }

    private protected override ValueTask<IRecords<ProgramInput, ProgramDto>> InAsync(UnitOfWork work, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IRecords<ProgramInput, ProgramDto>>(new ProgramRecords(work, Current, time));
}
