using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

public sealed class RecordListsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Contributions_LatestFirst_EachWithWhatItsOwnerHadPaidUntilThen()
    {
        var (costs, period, ann) = await StartAsync();
        var ben = await costs.OwnerAsync("Ben");
        await costs.ContributionAsync(period, ann, 20, period.StartDate.AddDays(9));
        await costs.ContributionAsync(period, ann, 10);
        await costs.ContributionAsync(period, ben, 5, period.StartDate.AddDays(1));
        var paidOut = new ContributionInput { OwnerId = ann.Id, Amount = 7, Payout = true, Date = period.EndDate };
        await costs.Contributions.AddAsync(period.Id, paidOut, default);

        var list = await costs.Contributions.PageAsync(new RecordQuery(period.Id, 3), default);

        list.Rows.Select(r => (r.Amount, r.Cumulative)).Should().Equal((7, 23), (20, 30), (5, 5));
        (list.Count, list.Total).Should().Be((4, 28m));
        var rest = await costs.Contributions.PageAsync(new RecordQuery(period.Id, 3, Skip: 3), default);
        rest.Rows.Select(r => (r.Amount, r.Cumulative)).Should().Equal((10, 10));
    }

    [Fact]
    public async Task Expenses_AreCountedAndAdded_RefundsSubtracted()
    {
        var (costs, period, _) = await StartAsync();
        await costs.ExpenseAsync(period, 100);
        await costs.ExpenseAsync(period, 30, refund: true);

        var list = await costs.Expenses.PageAsync(new RecordQuery(period.Id, 10), default);

        (list.Count, list.Total).Should().Be((2, 70m));
        list.Names.PaymentTypes.Should().Contain("Repairs");
    }

    [Fact]
    public async Task Items_AreByPaymentType_AndBothListsKnowThem()
    {
        var (costs, period, _) = await StartAsync();
        await costs.ItemAsync(period, type: "water");
        var early = await costs.ItemAsync(period, type: "lift");

        var list = await costs.Items.PageAsync(new RecordQuery(period.Id, 1), default);

        list.Rows.Should().ContainSingle().Which.Id.Should().Be(early.Id);
        (list.Count, list.Total).Should().Be((2, 200m));
        list.Names.Items.Select(i => i.PaymentType).Should().Equal("lift", "water");
    }

    [Fact]
    public async Task Period_HasWhatWasPaidInAndSpentByMonth()
    {
        var (costs, _, ann) = await StartAsync();
        var year = await costs.Periods.AddAsync(
            new PeriodInput { Name = "2027", StartDate = new DateOnly(2027, 1, 1), EndDate = new DateOnly(2027, 12, 31) }, default);
        await costs.ContributionAsync(year, ann, 50, new DateOnly(2027, 3, 31));
        await costs.ContributionAsync(year, ann, 60, new DateOnly(2027, 11, 1));
        await costs.ExpenseAsync(year, 20);
        await costs.ExpenseAsync(year, 5, refund: true);

        var page = await costs.Periods.PageAsync(year.Id, default);

        page.ByMonth.Should().Equal(
            new MonthFigures(new DateOnly(2027, 1, 1), 0, 15),
            new MonthFigures(new DateOnly(2027, 3, 1), 50, 0),
            new MonthFigures(new DateOnly(2027, 11, 1), 60, 0));
    }

    private async Task<(TestCosts Costs, PeriodDto Period, OwnerDto Owner)> StartAsync()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var (owner, _) = await costs.OwnedAsync("Ann");
        return (costs, await costs.MonthAsync(1), owner);
    }
}
