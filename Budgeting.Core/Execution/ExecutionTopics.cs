using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Execution;

/// <summary>What pages about the execution of budgets watch.</summary>
public static class ExecutionTopics
{
    public static Topic Programs { get; } = new("programs");

    /// <summary>Any proposal, with its program budgets and all that is executed of them.</summary>
    public static Topic Proposals { get; } = new("proposals");

    /// <summary>One proposal, with its program budgets and all that is executed of them.</summary>
    public static Topic Proposal(Guid id) => new("proposals", id);
}
