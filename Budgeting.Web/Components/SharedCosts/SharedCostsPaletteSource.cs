using System.Globalization;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.SharedCosts;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.SharedCosts;

/// <summary>Periods and owners, in the palette, and expenses by what they are called.</summary>
internal sealed class SharedCostsPaletteSource(PeriodsService periods, OwnersService owners, ExpensesService expenses, NavigationManager navigation) : IPaletteSource
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

    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string typed, Role role, CancellationToken cancellationToken) =>
        [.. (await expenses.FindAsync(typed, IPaletteSource.MostFound, cancellationToken)).Select(EntryOf)];

    private PaletteEntry EntryOf(FoundExpense found)
    {
        var (expense, page) = (found.Expense, Pager.PageOf(found.Place));
        return navigation.EntryTo(
            $"/costs/periods/{expense.PeriodId}?tab=expenses" + (page == 1 ? null : string.Create(CultureInfo.InvariantCulture, $"&page={page}")),
            PaletteGroup.Records,
            RecordSentences.TitleOf(expense),
            "costs",
            $"Expense, {PeriodWords.Day(expense.Date)}",
            also: $"{expense.Description} {expense.PaymentType}");
    }
}
