using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Keyboard;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>Periods and owners, in the palette.</summary>
internal sealed class SharedCostsPaletteSource(PeriodsService periods, OwnersService owners, NavigationManager navigation) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteEntry>> LoadAsync(Role role, CancellationToken cancellationToken)
    {
        var all = await periods.ListAsync(cancellationToken);
        var everybody = await owners.ListAsync(cancellationToken);
        return
        [
            .. all.Select(p => navigation.EntryTo($"/costs/periods/{p.Id}", PaletteGroup.Records, p.Name, "costs", p.Status == PeriodStatus.Open ? "Period" : "Closed period")),
            .. everybody.Select(o => navigation.EntryTo("/costs/owners", PaletteGroup.Records, o.Name, "user", "Owner")),
            .. role == Role.Admin ? [navigation.EntryTo("/costs?add=period", PaletteGroup.Additions, "Add period", "plus")] : Array.Empty<PaletteEntry>(),
        ];
    }
}
