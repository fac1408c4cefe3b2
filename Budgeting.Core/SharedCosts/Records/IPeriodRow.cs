using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.SharedCosts;

/// <summary>A row that is recorded in a period.</summary>
public interface IPeriodRow : IAudited
{
    Guid PeriodId { get; }
}

/// <summary>A row that is recorded in a period for a day of it: such rows are listed by their days.</summary>
public interface IDatedRow : IPeriodRow
{
    DateOnly Date { get; }
}

/// <summary>A dated row that a line of a file may stand for.</summary>
public interface IImportedRow : IDatedRow
{
    /// <summary>What it was imported from: the same one twice adds nothing.</summary>
    Guid? ImportKey { get; set; }
}

/// <summary>What is read of a dated row.</summary>
public interface IDated : IVersioned
{
    DateOnly Date { get; }
}
