using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.SharedCosts;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>What the buttons do that issue statements.</summary>
internal static class StatementActions
{
    /// <summary>Issues what is to be issued, and tells how much that was.</summary>
    public static async Task IssueAsync(StatementsService statements, Actions actions, Guid periodId, Guid? ownerId)
    {
        IssuedStatements? issued = null;
        if (await actions.TryAsync(async () => issued = await statements.IssueAsync(periodId, ownerId, CancellationToken.None)))
        {
            actions.Tell(StatementWords.IssuedText(issued!));
        }
    }
}
