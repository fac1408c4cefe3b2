using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>One kind of record of a period: none is written while it is closed.</summary>
internal abstract class PeriodRecords<TRow, TInput, TDto>(PeriodContext period) : Records<TRow, TInput, TDto>(period.Work, period.Current, period.Time)
    where TRow : class, IPeriodRow
    where TInput : class, new()
    where TDto : class, IVersioned
{
    protected PeriodContext Period => period;

    protected SharedCostsRepository Repository => period.Repository;

    protected override Task<Page<TDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken) =>
        Rows.PageAsync(r => r.PeriodId == parentId, Dto, page, cancellationToken);

    protected override Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken) =>
        RecordRules.RequirePeriodAsync(Repository, parentId, cancellationToken);

    protected override Guid ParentOf(TRow row) => row.PeriodId;

    protected override Guid ParentIn(RowState state) => state.Get<Guid>("periodId");

    protected override Task RequireOpenAsync(Guid parentId, CancellationToken cancellationToken) => period.Rules.RequireOpenAsync(parentId, cancellationToken);

    /// <summary>The period of a row that is being written, which is open.</summary>
    protected Task<Period> PeriodOfAsync(TRow row, CancellationToken cancellationToken) => period.Rules.RequireOpenAsync(row.PeriodId, cancellationToken);

    public override Task FinishAsync(CancellationToken cancellationToken) => period.ReallocateAsync(cancellationToken);
}
