using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// How periods follow each other. A period's closing is the opening of one other: of those that start after it, the first. Where no
/// periods overlap, that is its successor; where some do, each closing still goes on exactly once.
/// </summary>
internal sealed class PeriodChain(IReadOnlyList<Period> inOrder)
{
    /// <summary>Every period, in the order of their starts.</summary>
    public IReadOnlyList<Period> InOrder => inOrder;

    public IReadOnlyList<Guid> Ids => inOrder.Select(p => p.Id).ToList();

    /// <exception cref="NotFoundException">No such period here.</exception>
    public Period Require(Guid id) => inOrder.FirstOrDefault(p => p.Id == id) ?? throw new NotFoundException("period");

    /// <summary>Of <see cref="SourcesOf"/>, the one that ends last; <c>null</c>: its opening is typed in.</summary>
    public Period? PreviousOf(Period period) => SourcesOf(period).MaxBy(p => p.EndDate);

    /// <summary>The one whose opening is this one's closing.</summary>
    public Period? NextOf(Period period) => inOrder.FirstOrDefault(p => p.StartDate > period.EndDate);

    /// <summary>Those whose closings make up this one's opening.</summary>
    public IEnumerable<Period> SourcesOf(Period period) => inOrder.Where(p => NextOf(p) == period);

    /// <summary>The sources of every period that has some, as they are now.</summary>
    public ILookup<Guid, Guid> Sources => inOrder.Where(p => NextOf(p) is not null).ToLookup(p => NextOf(p)!.Id, p => p.Id);

    /// <summary>The last one before it that is open.</summary>
    public Period? OpenBefore(Period period) => inOrder.LastOrDefault(p => p.Status == PeriodStatus.Open && p.EndDate < period.StartDate);

    /// <summary>Whether it is closed and one before it isn't.</summary>
    public bool IsStale(Period period) => period.Status == PeriodStatus.Closed && OpenBefore(period) is not null;

    public PeriodDto DtoOf(Period p) =>
        new(p.Id, p.Name, p.StartDate, p.EndDate, p.Status, PreviousOf(p)?.Id, IsStale(p), p.ReopenReason, p.Version);
}
