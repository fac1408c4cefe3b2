using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.SampleData;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SampleData;

public sealed class SampleCostsTests : IAsyncLifetime
{
    private TestWorld _world = null!;

    public async Task InitializeAsync() => _world = await TestWorld.CreateAsync();

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Theory]
    [InlineData("USD")]
    [InlineData("JPY")]
    [InlineData("KWD")]
    public async Task Two_years_are_closed_and_one_is_open_in_every_currency(string currency)
    {
        var costs = await FilledAsync(currency);

        var periods = await costs.Periods.ListAsync(default);

        periods.Select(p => p.Status).Should().Equal(PeriodStatus.Open, PeriodStatus.Closed, PeriodStatus.Closed);
        periods.Should().OnlyContain(p => !p.Stale);
        periods[2].ReopenReason.Should().Be("A repair bill turned up late");
        foreach (var period in periods)
        {
            (await costs.SheetAsync(period)).Rows.Should().HaveCountGreaterThanOrEqualTo(7);
        }
    }

    [Fact]
    public async Task The_house_has_what_there_is_to_show()
    {
        var costs = await FilledAsync();
        var periods = await costs.Periods.ListAsync(default);

        (await costs.Owners.ListAsync(default)).Should().HaveCount(8);
        var properties = await costs.Properties.ListAsync(default);
        properties.Should().HaveCount(10).And.ContainSingle(p => p.Owners.Count == 2);
        var readings = (await costs.Readings.ListAsync(periods[2].Id, PageAll, default)).Items;
        readings.Should().HaveCount(9, "a meter was replaced");
        (await costs.Readings.ListAsync(periods[1].Id, PageAll, default)).Items.Should().ContainSingle(r => r.EndReading < r.StartReading).And.ContainSingle(r => r.Estimated);
        var spent = (await costs.Expenses.ListAsync(periods[1].Id, null, PageAll, default)).Items;
        spent.Should().Contain(e => e.Refund).And.Contain(e => e.PaidByOwnerId != null).And.Contain(e => e.BudgetItemId == null);
        (await costs.Statements.ListAsync(periods[2].Id, default)).Should().Contain(s => s.CorrectsId != null).And.NotContain(s => s.Outdated);
        (await costs.Statements.ListAsync(periods[1].Id, default)).Should().NotContain(s => s.Outdated);
        (await costs.Closing.CheckAsync(periods[1].Id, default)).WithoutBasis.Should().BeEmpty();
    }

    [Theory]
    [InlineData("2027-01-01")]
    [InlineData("2028-02-29")]
    [InlineData("2027-12-31")]
    public async Task It_fills_on_any_day(string today)
    {
        _world.Clock.Advance(new DateTimeOffset(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.Zero) - _world.Clock.GetUtcNow());

        var costs = await FilledAsync();

        (await costs.Periods.ListAsync(default)).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_member_gets_none_and_what_is_there_stays()
    {
        var admin = await _world.OrganizationAsync();
        var member = await _world.MemberAsync(admin, Role.Member);

        (await member.Get<SampleDataService>().FillAsync(default)).Should().Equal(new SampleCount(5, "sample occasions"));
        await new TestCosts(admin).OwnerAsync("Own");

        (await admin.Get<SampleDataService>().FillAsync(default)).Should().BeEmpty();
    }

    private static PageRequest PageAll => PageRequest.Of(200, cursor: null);

    private async Task<TestCosts> FilledAsync(string currency = "USD")
    {
        var admin = await _world.OrganizationAsync(currency: currency);
        await admin.Get<SampleDataService>().FillAsync(default);
        return new TestCosts(admin);
    }
}
