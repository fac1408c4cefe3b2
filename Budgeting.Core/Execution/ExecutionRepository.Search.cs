using Budgeting.Core.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Execution;

/// <summary>What is looked for, and suggested, while somebody types.</summary>
internal sealed partial class ExecutionRepository
{
    /// <summary>The last obligations that were recorded and have all words: they are read until there are enough, since no engine compares them so loosely.</summary>
    public async Task<IReadOnlyList<FoundObligation>> FindObligationsAsync(string[] words, int most, CancellationToken cancellationToken)
    {
        var newestFirst = Db.Obligations.OrderByDescending(o => o.Id).Join(
            Db.Allotments, o => o.AllotmentId, a => a.Id,
            (o, a) => new FoundObligation(o.Id, o.ProposalId, a.ProgramBudgetId, o.AllotmentId, o.ReferenceNo, o.Payee, o.Description, o.Date));
        return await newestFirst.AsAsyncEnumerable()
            .Where(o => LooseText.HasAll($"{o.ReferenceNo} {o.Payee} {o.Description}", words))
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Who was paid or is to be, those most often first.</summary>
    public async Task<IReadOnlyList<string>> PayeesAsync(int most, CancellationToken cancellationToken) => await Db.Obligations.Select(o => o.Payee)
        .Concat(Db.Set<Disbursement>().Select(d => d.Payee))
        .GroupBy(payee => payee)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
        .Select(g => g.Key)
        .Take(most)
        .ToListAsync(cancellationToken);
}
