using System.Linq.Expressions;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>What budgets pay for. Admins write them.</summary>
internal sealed class ProgramRecords(UnitOfWork work, CurrentMember current, TimeProvider time) : OrganizationRecords<Program, ProgramInput, ProgramDto>(work, current, time)
{
    private readonly ExecutionRepository _repository = new(work);

    public static Expression<Func<Program, ProgramDto>> Projection { get; } = p => new ProgramDto(p.Id, p.Code, p.Name, p.Description, p.Status, p.Version);

    protected override string Noun => "program";

    protected override Role LeastRole => Role.Admin;

    protected override Expression<Func<Program, ProgramDto>> Dto => Projection;

    public override Program New(Guid id, Guid parentId) => new() { Id = id, OrganizationId = parentId, Code = "", Name = "" };

    /// <exception cref="ConflictException">Another program has the code: <c>program.exists</c>.</exception>
    public override async Task WriteAsync(Program row, ProgramInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        row.Code = check.Required(input.Code, "code", "a code", 20);
        row.Name = check.Required(input.Name, "name", "a name", 100);
        row.Description = check.Optional(input.Description, "description", 1000);
        check.That(Enum.IsDefined(input.Status), "status", "Choose a status.");
        check.ThrowIfAny();
        row.Status = input.Status;
        if (await _repository.IsCodeTakenAsync(row.Code, row.Id, cancellationToken))
        {
            throw new ConflictException("program.exists", $"There is a program {row.Code} already.") { Field = "code" };
        }
    }

    /// <exception cref="ConflictException">A budget is for it: <c>program.in-use</c>.</exception>
    protected override async Task RemovingAsync(Program row, CancellationToken cancellationToken)
    {
        if (await _repository.IsProgramInUseAsync(row.Id, cancellationToken))
        {
            throw new ConflictException("program.in-use", $"{row.Name} has a budget in some year. Make it inactive instead.");
        }
    }
}
