using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>What can be written as the amount of a record, and what can be added up.</summary>
public sealed class RecordAmountsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Theory]
    [InlineData("0", "2026-01-05")]
    [InlineData("-1", "2026-01-05")]
    [InlineData("1.005", "2026-01-05")]
    [InlineData("1000000000000.01", "2026-01-05")]
    [InlineData("1", "2025-12-31")]
    [InlineData("1", "2026-02-01")]
    public async Task Record_OfAWrongAmountOrDay_IsInvalid(string amount, string date)
    {
        var (costs, ann, january) = await SceneAsync();
        var (sum, day) = (decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(date, null));
        var field = amount == "1" ? "date" : "amount";

        await costs.Awaiting(c => c.ContributionAsync(january, ann, sum, day)).ShouldBeInvalidAsync(field);
        await costs.Awaiting(c => c.Expenses.AddAsync(january.Id, new ExpenseInput { PaymentType = "x", Amount = sum, Date = day }, default)).ShouldBeInvalidAsync(field);
        await costs.Awaiting(c => c.Charges.AddAsync(january.Id, new ChargeInput { OwnerId = ann.Id, Description = "x", Amount = sum, Date = day }, default))
            .ShouldBeInvalidAsync(field);
    }

    [Fact]
    public async Task WhatIsMoreThanCanBeAddedUp_IsRefused()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var (ann, flat) = await costs.OwnedAsync("Ann");
        var january = await costs.MonthAsync(1);
        var item = await costs.ItemAsync(january, AllocationStrategy.UsageBased, unitPrice: 1_000_000);

        await costs.Awaiting(c => c.ReadingAsync(january, item, flat, 0, 100_000_000)).ShouldBeInvalidAsync("unitPrice");
        await costs.Awaiting(c => c.ContributionAsync(january, ann, 10_000_000_000.01m)).ShouldBeInvalidAsync("amount");

        await costs.ContributionAsync(january, ann, 10_000_000_000);
        (await costs.RowAsync(january, ann)).Balance.Should().Be(10_000_000_000);
    }

    [Fact]
    public async Task WhatIsTooMuchTogether_IsRefused_AndThePagesStayReadable()
    {
        const decimal most = 10_000_000_000;
        var (costs, ann, january) = await SceneAsync();
        var file = $"owner,amount,date,comment\n{string.Concat(Enumerable.Range(1, 100).Select(i => $"Ann,{most},2026-01-02,{i}\n"))}";
        Task ImportAsync(string lines) => costs.Imports.ImportAsync(RecordKind.Contributions, january.Id, System.Text.Encoding.UTF8.GetBytes(lines), default);

        await FluentActions.Awaiting(() => ImportAsync($"{file}Ann,{most},2026-01-03,\n")).ShouldBeInvalidAsync("line 102, amount");
        await ImportAsync(file);

        await costs.Awaiting(c => c.ContributionAsync(january, ann, 1_000_001)).ShouldBeInvalidAsync("amount");
        await costs.ContributionAsync(january, ann, 5);
        (await costs.RowAsync(january, ann)).Balance.Should().Be((100 * most) + 5);
        var one = (await costs.Contributions.ListAsync(january.Id, null, PageRequest.First, default)).Items.First(c => c.Amount == most);
        (await costs.Contributions.UpdateAsync(one.Id, one.ToInput() with { Amount = most - 1000 }, null, default)).Amount.Should().Be(most - 1000);
    }

    [Fact]
    public async Task WhatIsTooMuchTogether_OfAnyKind_IsRefused()
    {
        var (costs, ann, january) = await SceneAsync();
        for (var i = 0; i < 100; i++)
        {
            await costs.ExpenseAsync(january, 10_000_000_000);
            await costs.ChargeAsync(january, ann, 10_000_000_000);
        }

        await costs.Items.AddAsync(january.Id, new BudgetItemInput { PaymentType = "x", BudgetedCost = Amounts.Max, Strategy = AllocationStrategy.None }, default);

        await costs.Awaiting(c => c.ExpenseAsync(january, 10_000_000_000)).ShouldBeInvalidAsync("amount");
        await costs.Awaiting(c => c.ChargeAsync(january, ann, 10_000_000_000)).ShouldBeInvalidAsync("amount");
        await costs.Awaiting(c => c.Items.AddAsync(january.Id, new BudgetItemInput { PaymentType = "x", BudgetedCost = Amounts.Max, Strategy = AllocationStrategy.None }, default))
            .ShouldBeInvalidAsync("budgetedCost");
        (await costs.Periods.PageAsync(january.Id, default)).Summary.Expenses.Should().Be(Amounts.Max);
    }

    [Fact]
    public async Task Record_InYen_HasNoDecimals()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync(currency: "JPY"));
        var ((ann, _), _, _) = (await costs.OwnedAsync("Ann"), await costs.OwnedAsync("Ben"), await costs.OwnedAsync("Cleo"));
        var january = await costs.MonthAsync(1);

        await costs.Awaiting(c => c.ContributionAsync(january, ann, 1.5m)).ShouldBeInvalidAsync("amount");
        await costs.ExpenseAsync(january, 100, await costs.ItemAsync(january));
        (await costs.SheetAsync(january)).Rows.Select(r => r.Allocated).Order().Should().Equal(33, 33, 34);
    }

    private async Task<(TestCosts Costs, OwnerDto Ann, PeriodDto January)> SceneAsync()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        return (costs, (await costs.OwnedAsync("Ann")).Owner, await costs.MonthAsync(1));
    }
}
