using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>What can be changed of a period.</summary>
public sealed record PeriodPatchInput
{
    /// <summary>1–100 characters, of no other period that starts in the same calendar year.</summary>
    public string? Name { get; init; }

    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, after the first, at most ten years on.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary><c>OPEN</c> with a reason reopens a closed period.</summary>
    public PeriodStatus? Status { get; init; }

    /// <summary>Why the period is reopened, 1–500 characters.</summary>
    public string? Reason { get; init; }

    internal PeriodInput ToInput() => new() { Name = Name, StartDate = StartDate, EndDate = EndDate };

    /// <summary>Whether the period is to be reopened, and not edited.</summary>
    /// <exception cref="InvalidException">It is to be closed, or both.</exception>
    internal bool Reopens(PeriodDto current)
    {
        var status = Status ?? current.Status;
        if (status == current.Status && Reason is null)
        {
            return false;
        }

        var check = new Check();
        check.That(status == PeriodStatus.Open || Reason is not null, "status", "Close a period with POST to its address and /close.");
        check.That(status == PeriodStatus.Open || Reason is null, "status", "Say OPEN to reopen it.");
        check.That(ToInput() == current.ToInput(), "status", "Reopen the period first, then change it.");
        check.ThrowIfAny();
        return true;
    }
}

/// <summary>What an owner's balance begins with.</summary>
public sealed record OpeningAmountInput
{
    /// <summary>In whole minor units; positive: the fund owes the owner.</summary>
    public required decimal Amount { get; init; }
}
