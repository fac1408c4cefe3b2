using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Keyboard;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>Periods, in the palette.</summary>
internal sealed class SharedCostsPaletteSource(PeriodsService periods, NavigationManager navigation) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteEntry>> LoadAsync(Role role, CancellationToken cancellationToken)
    {
        var all = await periods.ListAsync(cancellationToken);
        return
        [
            .. all.Select(p => navigation.EntryTo($"/costs/periods/{p.Id}", PaletteGroup.Records, p.Name, "costs", p.Status == PeriodStatus.Open ? "Period" : "Closed period")),
            .. role == Role.Admin ? [navigation.EntryTo("/costs?add=period", PaletteGroup.Additions, "Add period", "plus")] : Array.Empty<PaletteEntry>(),
        ];
    }
}
