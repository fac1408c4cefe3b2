using Budgeting.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>What pages about proposals show.</summary>
internal sealed partial class ExecutionRepository
{
    public async Task<ProposalDto?> ProposalAsync(Guid id, CancellationToken cancellationToken) =>
        (await WithTotalsAsync(await Db.Proposals.Where(p => p.Id == id).Select(ProposalRecords.Projection).ToListAsync(cancellationToken), cancellationToken)).FirstOrDefault();

    public async Task<ProgramBudgetDto?> ProgramBudgetAsync(Guid id, CancellationToken cancellationToken) =>
        (await WithSumsAsync(await Db.ProgramBudgets.Where(b => b.Id == id).Select(ProgramBudgetRecords.Projection).ToListAsync(cancellationToken), cancellationToken)).FirstOrDefault();

    /// <summary>By the code of the program.</summary>
    public async Task<IReadOnlyList<BudgetedProgram>> BudgetedProgramsAsync(Guid proposalId, CancellationToken cancellationToken)
    {
        var budgets = await WithSumsAsync(
            await Db.ProgramBudgets.Where(b => b.ProposalId == proposalId).Select(ProgramBudgetRecords.Projection).ToListAsync(cancellationToken), cancellationToken);
        var programs = (await ProgramsAsync(cancellationToken)).ToDictionary(p => p.Id);
        var justified = await Db.Justifications.Where(j => j.ProposalId == proposalId).GroupBy(j => j.ProgramBudgetId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(s => s.Key, s => s.Count, cancellationToken);
        var adjusted = await Db.BudgetAdjustments.Where(a => a.ProposalId == proposalId).GroupBy(a => a.ProgramBudgetId)
            .Select(g => new { g.Key, Sum = g.Sum(a => a.Amount) }).ToDictionaryAsync(s => s.Key, s => s.Sum, cancellationToken);
        return budgets
            .Select(b => new BudgetedProgram(b, programs[b.ProgramId], justified.GetValueOrDefault(b.Id), adjusted.GetValueOrDefault(b.Id)))
            .OrderBy(b => b.Program.Code, StringComparer.OrdinalIgnoreCase).ToList();
    }

    /// <summary>Those of a proposal, the latest first.</summary>
    public async Task<IReadOnlyList<AdjustmentDto>> LatestAdjustmentsAsync(Guid proposalId, int most, CancellationToken cancellationToken) => await Db.BudgetAdjustments
        .Where(a => a.ProposalId == proposalId).OrderByDescending(a => a.Id).Take(most)
        .Select(a => new AdjustmentDto(a.Id, a.ProgramBudgetId, a.Kind, a.Amount, a.Date, a.Reason, a.AuthorityNo, a.ReallocationId, 0, a.Version))
        .ToListAsync(cancellationToken);

    public async Task<(IReadOnlyList<LineItemDto> Rows, int Count)> LineItemsAsync(LineItemQuery query, CancellationToken cancellationToken)
    {
        var all = Db.LineItems.Where(l => l.ProgramBudgetId == query.ProgramBudgetId);
        return (
            await all.OrderBy(l => l.Id).Skip(query.Skip).Take(query.Take).Select(LineItemRecords.Projection).ToListAsync(cancellationToken),
            await all.CountAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<JustificationDto>> JustificationsAsync(Guid programBudgetId, CancellationToken cancellationToken) => await Db.Justifications
        .Where(j => j.ProgramBudgetId == programBudgetId).OrderBy(j => j.Id).Take(PageRequest.MaxLimit).Select(JustificationRecords.Projection).ToListAsync(cancellationToken);
}
