using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Core.SampleData;

/// <summary>Fills an organization with the shared costs of a house: two years that are closed, of which one was put right, and this one.</summary>
internal sealed class CommunitySampleData(
    CurrentMember current,
    OwnersService owners,
    PropertiesService properties,
    PeriodsService periods,
    BudgetItemsService items,
    RecordImportService imports,
    ChargesService charges,
    ExpensesService expenses,
    ClosingService closing,
    StatementsService statements,
    TimeProvider time) : ISampleData
{
    public int Order => 2;

    public string Name => "periods of shared costs";

    // Nothing where there are owners or periods, or whoever acts is no admin.
    public async Task<int> FillAsync(CancellationToken cancellationToken)
    {
        if (await current.RoleAsync(cancellationToken) < Role.Admin ||
            (await owners.ListAsync(cancellationToken)).Count > 0 || (await periods.ListAsync(cancellationToken)).Count > 0)
        {
            return 0;
        }

        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var community = new SampleCommunity(today, await current.CurrencyAsync(cancellationToken));
        var ids = await AddOwnersAsync(cancellationToken);
        var sold = await AddPropertiesAsync(ids, cancellationToken);
        var first = await AddYearAsync(community, today.Year - 2, cancellationToken);
        foreach (var (owner, amount) in community.Openings)
        {
            await periods.SetOpeningAsync(first.Period.Id, new OpeningInput(ids[owner], amount), cancellationToken);
        }

        await FinishAsync(first.Period, isFirst: true, cancellationToken);
        await properties.UpdateAsync(
            sold.Id, sold.ToInput() with { OwnerId = ids[SampleCommunity.Lena], From = community.Sale }, version: null, cancellationToken);
        var second = await AddYearAsync(community, today.Year - 1, cancellationToken);
        await charges.AddAsync(second.Period.Id, new ChargeInput { OwnerId = ids[SampleCommunity.Lena], Description = "Two new keys", Amount = community.Keys, Date = community.Sale.AddDays(3) }, cancellationToken);
        await FinishAsync(second.Period, isFirst: false, cancellationToken);
        await AddYearAsync(community, today.Year, cancellationToken);
        await CorrectAsync(community, first, cancellationToken);

        // The year behind it opens with other balances now.
        await statements.IssueAsync(second.Period.Id, ownerId: null, cancellationToken);
        return 3;
    }

    private async Task<IReadOnlyDictionary<string, Guid>> AddOwnersAsync(CancellationToken cancellationToken)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var name in SampleCommunity.Owners)
        {
            ids[name] = (await owners.AddAsync(new OwnerInput { Name = name }, cancellationToken)).Id;
        }

        return ids;
    }

    /// <returns>The flat that is sold later.</returns>
    private async Task<PropertyDto> AddPropertiesAsync(IReadOnlyDictionary<string, Guid> ids, CancellationToken cancellationToken)
    {
        PropertyDto? sold = null;
        foreach (var (name, owner, weight) in SampleCommunity.Properties)
        {
            var property = await properties.AddAsync(new PropertyInput { Name = name, OwnerId = ids[owner], ShareWeight = weight }, cancellationToken);
            sold = name == SampleCommunity.SoldFlat ? property : sold;
        }

        return sold!;
    }

    private async Task<(PeriodDto Period, IReadOnlyList<BudgetItemDto> Items)> AddYearAsync(SampleCommunity community, int year, CancellationToken cancellationToken)
    {
        var period = await periods.AddAsync(SampleCommunity.YearOf(year), cancellationToken);
        var added = new List<BudgetItemDto>();
        foreach (var item in community.Items)
        {
            added.Add(await items.AddAsync(period.Id, item, cancellationToken));
        }

        await imports.ImportAsync(RecordKind.Contributions, period.Id, community.ContributionsOf(year), cancellationToken);
        await imports.ImportAsync(RecordKind.Expenses, period.Id, community.ExpensesOf(year), cancellationToken);
        return (period, added);
    }

    private async Task FinishAsync(PeriodDto period, bool isFirst, CancellationToken cancellationToken)
    {
        await imports.ImportAsync(RecordKind.Readings, period.Id, SampleCommunity.ReadingsOf(isFirst), cancellationToken);
        await CloseAsync(period, cancellationToken);
    }

    private async Task CorrectAsync(SampleCommunity community, (PeriodDto Period, IReadOnlyList<BudgetItemDto> Items) year, CancellationToken cancellationToken)
    {
        await closing.ReopenAsync(year.Period.Id, "A repair bill turned up late", version: null, cancellationToken);
        var bill = community.LateBill(year.Period.StartDate.Year, year.Items.Single(i => i.PaymentType == SampleCommunity.Repairs).Id);
        await expenses.AddAsync(year.Period.Id, bill, cancellationToken);
        await CloseAsync(year.Period, cancellationToken);
    }

    private async Task CloseAsync(PeriodDto period, CancellationToken cancellationToken)
    {
        await closing.CloseAsync(period.Id, new CloseInput(ConfirmUnallocated: true, ConfirmMissingReadings: true), version: null, cancellationToken);
        await statements.IssueAsync(period.Id, ownerId: null, cancellationToken);
    }
}
