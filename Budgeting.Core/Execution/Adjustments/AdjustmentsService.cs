using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>How approved amounts are moved: by supplement, cut and reallocation. Approvers do it, each with a reason.</summary>
public sealed class AdjustmentsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    private const int MostMoves = 100;

    /// <summary>Those of a program budget, in the order in which they were made.</summary>
    /// <exception cref="NotFoundException">No such program budget here.</exception>
    public async Task<Page<AdjustmentDto>> ListAsync(Guid programBudgetId, PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new ExecutionRepository(work);
        var budget = await repository.FindAsync<ProgramBudget>(programBudgetId, cancellationToken) ?? throw new NotFoundException("program budget");
        var left = (budget.ApprovedAmount ?? 0) - await repository.AllottedAsync(budget.Id, cancellationToken);
        var all = await repository.AdjustmentsAsync(budget.Id, page, cancellationToken);
        return all with { Items = all.Items.Select(a => a with { Remaining = left }).ToList() };
    }

    /// <exception cref="NotFoundException">No such adjustment here.</exception>
    public async Task<AdjustmentDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new ExecutionRepository(work);
        var row = await repository.FindAsync<BudgetAdjustment>(id, cancellationToken) ?? throw new NotFoundException("adjustment");
        var budget = await repository.FindAsync<ProgramBudget>(row.ProgramBudgetId, cancellationToken);
        return DtoOf(row, (budget!.ApprovedAmount ?? 0) - await repository.AllottedAsync(row.ProgramBudgetId, cancellationToken));
    }

    /// <summary>Raises an approved amount, or cuts it.</summary>
    /// <exception cref="NotFoundException">No such program budget here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong, each by its field.</exception>
    /// <exception cref="ConflictException">
    /// More is allotted than would be left, <c>allotment.exceeds-budget</c>; or the year isn't open, <c>proposal.not-approved</c>, <c>proposal.closed</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<AdjustmentDto> AdjustAsync(Guid programBudgetId, AdjustmentInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Approver, cancellationToken);
        var scope = await ExecutionScope.OpenAsync(work, current, time, cancellationToken);
        var budget = await RequireAsync(scope, programBudgetId, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(budget, version, "program budget", cancellationToken);
        await scope.RequireApprovedAsync(budget.ProposalId, cancellationToken);
        var check = new Check();
        check.That(input.Amount is not null, "amount", "Enter an amount.");
        check.That(input.Amount is null or not 0, "amount", "Enter an amount other than 0.");
        check.Amount(input.Amount is { } given ? Math.Abs(given) : null, "amount", scope.Currency);
        check.Total(await scope.Repository.ApprovedAsync(budget.ProposalId, cancellationToken), input.Amount, "amount", "All that is approved");
        var reason = check.Required(input.Reason, "reason", "the reason", 500);
        var authority = check.Optional(input.AuthorityNo, "authorityNo", 100);
        check.ThrowIfAny();
        var made = await MoveAsync(scope, budget, AdjustmentKind.Adjustment, input.Amount!.Value, reason, authority, reallocationId: null, cancellationToken);
        return await work.CommitAsync(made, cancellationToken);
    }

    /// <summary>Moves approved amounts between program budgets of one proposal (virement): all of the moves, or none.</summary>
    /// <exception cref="NotFoundException">No such proposal here.</exception>
    /// <exception cref="InvalidException">There is no reason or no move, something in one is wrong, or they cancel each other out.</exception>
    /// <exception cref="ConflictException">
    /// More of one is allotted than would be left, <c>allotment.exceeds-budget</c>; or the year isn't open, <c>proposal.not-approved</c>, <c>proposal.closed</c>.
    /// </exception>
    public async Task<ReallocationDto> ReallocateAsync(Guid proposalId, ReallocationInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Approver, cancellationToken);
        var scope = await ExecutionScope.OpenAsync(work, current, time, cancellationToken);
        await scope.RequireApprovedAsync(proposalId, cancellationToken);
        var budgets = (await scope.Repository.ProgramBudgetsAsync(proposalId, cancellationToken)).ToDictionary(b => b.Id);
        var (check, moves) = (new Check(), (input.Moves ?? []).Select(m => m ?? new ReallocationMoveInput(null, null, null)).ToList());
        var reason = check.Required(input.Reason, "reason", "the reason", 500);
        var authority = check.Optional(input.AuthorityNo, "authorityNo", 100);
        check.That(moves.Count is > 0 and <= MostMoves, "moves", $"Enter 1 to {MostMoves} moves.");
        for (var i = 0; i < moves.Count; i++)
        {
            CheckMove(check, $"moves[{i}]", moves[i], budgets, scope);
        }

        check.ThrowIfAny();
        var id = scope.NewId();
        var sides = moves.SelectMany(m => new[] { (Budget: m.FromProgramBudgetId!.Value, Amount: -m.Amount!.Value), (Budget: m.ToProgramBudgetId!.Value, Amount: m.Amount!.Value) })
            .GroupBy(s => s.Budget)
            .Select(g => (Budget: budgets[g.Key], Amount: g.Sum(s => s.Amount)))
            .Where(s => s.Amount != 0)
            .OrderBy(s => s.Amount)
            .ToList();
        check.That(sides.Count > 0, "moves", "The moves cancel each other out.");
        check.Total(0, sides.Max(s => s.Budget.ApprovedAmount + s.Amount), "moves", "What is approved of a program");
        check.ThrowIfAny();
        var made = new List<Func<AdjustmentDto>>();
        foreach (var (budget, amount) in sides)
        {
            made.Add(await MoveAsync(scope, budget, AdjustmentKind.Reallocation, amount, reason, authority, id, cancellationToken));
        }

        return await work.CommitAsync(() => new ReallocationDto(id, made.Select(side => side()).ToList()), cancellationToken);
    }

    private static void CheckMove(Check check, string field, ReallocationMoveInput move, Dictionary<Guid, ProgramBudget> budgets, ExecutionScope scope)
    {
        check.That(move.FromProgramBudgetId is { } from && budgets.ContainsKey(from), $"{field}.fromProgramBudgetId", "Choose a program budget of the proposal.");
        check.That(move.ToProgramBudgetId is { } to && budgets.ContainsKey(to), $"{field}.toProgramBudgetId", "Choose a program budget of the proposal.");
        check.That(move.FromProgramBudgetId != move.ToProgramBudgetId || move.FromProgramBudgetId is null, $"{field}.toProgramBudgetId", "Choose another program budget than the one it comes from.");
        check.AmountAboveZero(move.Amount, $"{field}.amount", scope.Currency);
    }

    private static async Task<Func<AdjustmentDto>> MoveAsync(
        ExecutionScope scope, ProgramBudget budget, AdjustmentKind kind, decimal amount, string reason, string? authority, Guid? reallocationId, CancellationToken cancellationToken)
    {
        var left = (budget.ApprovedAmount ?? 0) - await scope.Repository.AllottedAsync(budget.Id, cancellationToken);
        SumRule.Allotments.Require(-amount, left, scope.Currency);
        budget.ApprovedAmount = (budget.ApprovedAmount ?? 0) + amount;
        var row = new BudgetAdjustment
        {
            Id = scope.NewId(), OrganizationId = scope.Work.OrganizationId, ProposalId = budget.ProposalId, ProgramBudgetId = budget.Id,
            Kind = kind, Amount = amount, Date = scope.Today, Reason = reason, AuthorityNo = authority, ReallocationId = reallocationId,
        };
        scope.Repository.Add(row);
        return () => DtoOf(row, left + amount);
    }

    private static AdjustmentDto DtoOf(BudgetAdjustment a, decimal remaining) =>
        new(a.Id, a.ProgramBudgetId, a.Kind, a.Amount, a.Date, a.Reason, a.AuthorityNo, a.ReallocationId, remaining, a.Version);

    private static async Task<ProgramBudget> RequireAsync(ExecutionScope scope, Guid id, CancellationToken cancellationToken) =>
        await scope.Repository.FindAsync<ProgramBudget>(id, cancellationToken) ?? throw new NotFoundException("program budget");
}
