using Budgeting.Core.Execution;

namespace Budgeting.Tests.Support;

/// <summary>The short way to have something of a budget, as whoever acts.</summary>
public static class ExecutionRecords
{
    public static Task<ProgramDto> ProgramAsync(this TestActor actor, string code) =>
        actor.Get<ProgramsService>().AddAsync(new ProgramInput { Code = code, Name = $"Program {code}" }, default);

    /// <summary>A draft.</summary>
    public static Task<ProposalDto> ProposalAsync(this TestActor actor, int year) =>
        actor.Get<ProposalsService>().AddAsync(new ProposalInput { FiscalYear = year, Title = $"Budget {year}" }, default);

    /// <summary>With all that its proposal needs to be submitted: one line item of the whole amount, and a justification.</summary>
    public static async Task<ProgramBudgetDto> ProgramBudgetAsync(this TestActor actor, ProposalDto proposal, ProgramDto program, decimal requested)
    {
        var budget = await actor.Get<ProgramBudgetsService>().AddAsync(proposal.Id, new ProgramBudgetInput { ProgramId = program.Id, RequestedAmount = requested }, default);
        await actor.Get<LineItemsService>().AddAsync(budget.Id, new LineItemInput { Description = "All of it", UnitCost = requested }, default);
        await actor.Get<JustificationsService>().AddAsync(budget.Id, new JustificationInput { Text = "It is needed." }, default);
        return budget;
    }

    /// <summary>As it is now.</summary>
    public static Task<ProgramBudgetDto> NowAsync(this TestActor actor, ProgramBudgetDto budget) => actor.Get<ProgramBudgetsService>().GetAsync(budget.Id, default);

    /// <inheritdoc cref="NowAsync(TestActor,ProgramBudgetDto)"/>
    public static Task<AllotmentDto> NowAsync(this TestActor actor, AllotmentDto allotment) => actor.Get<AllotmentsService>().GetAsync(allotment.Id, default);

    /// <summary>On <see cref="Office.Day"/> or the same day of an earlier year; of a later one, today.</summary>
    public static Task<ProposalDto> ApproveAsync(this TestActor actor, ProposalDto proposal, params (Guid ProgramBudgetId, decimal Amount)[] amounts)
    {
        var input = new ApprovalsInput
        {
            Approvals = [.. amounts.Select(a => new ApprovalInput(a.ProgramBudgetId, a.Amount))],
            ApprovedOn = proposal.FiscalYear <= Office.Year ? Office.Day.AddYears(proposal.FiscalYear - Office.Year) : null,
        };
        return actor.Get<ProposalsService>().ApproveAsync(proposal.Id, input, version: null, default);
    }

    /// <summary>Released at once, unless it is only planned.</summary>
    public static Task<AllotmentDto> AllotmentAsync(
        this TestActor actor, ProgramBudgetDto budget, decimal amount, int quarter = 1, AllotmentStatus status = AllotmentStatus.Released) =>
        actor.Get<AllotmentsService>().AddAsync(
            budget.Id,
            new AllotmentInput { Quarter = quarter, Amount = amount, Status = status, ReleasedOn = status == AllotmentStatus.Released ? Office.Day : null, Reason = "As agreed" },
            default);

    public static Task<ObligationDto> ObligationAsync(this TestActor actor, AllotmentDto allotment, decimal amount, DateOnly? date = null) =>
        actor.Get<ObligationsService>().AddAsync(
            allotment.Id, new ObligationInput { Payee = "Paper Ltd", Description = "Paper", Amount = amount, Date = date ?? Office.Day }, default);
}
