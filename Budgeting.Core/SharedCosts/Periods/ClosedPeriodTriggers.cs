using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.SharedCosts;

/// <summary>The triggers that keep a closed period as it is: for each table, one for what is inserted, changed and deleted.</summary>
internal static class ClosedPeriodTriggers
{
    public static void Guard(TableBuilder table, string name)
    {
        table.HasTrigger($"{name}_closed_insert");
        table.HasTrigger($"{name}_closed_update");
        table.HasTrigger($"{name}_closed_delete");
    }
}
