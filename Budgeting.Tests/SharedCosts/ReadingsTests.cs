using System.Text;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>What meters showed: it counts, or somebody is told that it doesn't.</summary>
public sealed class ReadingsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Add_ForAPropertyThatIsNewerThanThePeriodsShares_SaysWhy()
    {
        var (costs, january, water, flat) = await SceneAsync();
        await costs.CloseAsync(january);
        var (_, newer) = await costs.OwnedAsync("Ben");
        await costs.ReopenAsync(january);

        var refused = await FluentActions.Awaiting(() => costs.ReadingAsync(january, water, newer, 0, 5)).ShouldRefuseAsync<InvalidException>();
        await costs.ReadingAsync(january, water, flat, 0, 5);
        await costs.Closing.TakeOverPropertiesAsync(january.Id, version: null, default);

        refused.Errors.Should().ContainKey("propertyId").WhoseValue.Should().Equal(
            "Ben's has no part in 2026-01, which goes by the properties that it was first closed with. Have it take over those of now first.");
        (await costs.ReadingAsync(january, water, newer, 0, 5)).PropertyId.Should().Be(newer.Id);
    }

    [Fact]
    public async Task Add_ForAPropertyWithoutAnOwnerInThePeriodsDays_SaysWhy()
    {
        var (costs, january, water, _) = await SceneAsync();
        var (owner, from) = (await costs.OwnerAsync("Ben"), january.EndDate.AddDays(1));
        var later = await costs.Properties.AddAsync(new PropertyInput { Name = "Flat 9", OwnerId = owner.Id, ShareWeight = 1, From = from }, default);

        var refused = await FluentActions.Awaiting(() => costs.ReadingAsync(january, water, later, 0, 5)).ShouldRefuseAsync<InvalidException>();

        refused.Errors.Should().ContainKey("propertyId").WhoseValue.Should().Equal(
            "Flat 9 belongs to nobody on the days of 2026-01, so nobody would pay for it. Say first since when it has its owner.");
        await FluentActions.Awaiting(() => costs.Imports.ImportAsync(
            RecordKind.Readings, january.Id, Encoding.UTF8.GetBytes("budgetItem,property,meterSerial,startReading,endReading\nrepairs,Flat 9,A,0,5"), default)).ShouldBeInvalidAsync("line 2, property");
    }

    [Fact]
    public async Task Update_OfAPeriodToDaysOnWhichAReadPropertyHasNoOwner_IsRefused()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var owner = await costs.OwnerAsync("Ann");
        var february = await costs.MonthAsync(2);
        var flat = await costs.Properties.AddAsync(new PropertyInput { Name = "Flat", OwnerId = owner.Id, ShareWeight = 1, From = february.StartDate }, default);
        await costs.ReadingAsync(february, await costs.ItemAsync(february, AllocationStrategy.UsageBased), flat, 0, 5);

        await costs.Awaiting(c => c.Periods.UpdateAsync(february.Id, TestCosts.MonthInput(1), null, default)).ShouldConflictAsync("reading.without-part");
    }

    [Fact]
    public async Task SaleOfAPropertyThatWasRead_LosesNothing()
    {
        var (costs, january, water, flat) = await SceneAsync();
        var ben = await costs.OwnerAsync("Ben");
        await costs.ReadingAsync(january, water, flat, 0, 5);
        await costs.ExpenseAsync(january, 31, water);

        await costs.Properties.UpdateAsync(flat.Id, flat.ToInput() with { OwnerId = ben.Id, From = january.StartDate.AddDays(10), Active = false }, null, default);
        await costs.Properties.UpdateAsync(flat.Id, flat.ToInput() with { OwnerId = ben.Id, From = january.EndDate.AddDays(10), Active = false }, null, default);

        (await costs.SheetAsync(january)).Totals.Allocated.Should().Be(31);
    }

    [Fact]
    public async Task Close_WithReadingsOfSomeProperties_AsksFirst()
    {
        var (costs, january, water, flat) = await SceneAsync();
        var (_, bens) = await costs.OwnedAsync("Ben");
        await costs.ItemAsync(january, AllocationStrategy.UsageBased, unitPrice: 2, type: "Heating");
        await costs.ReadingAsync(january, water, flat, 0, 5);
        (await costs.Closing.CheckAsync(january.Id, default)).MissingReadings.Should().BeEmpty("nothing is to be shared yet");
        await costs.ExpenseAsync(january, 30, water);

        var check = await costs.Closing.CheckAsync(january.Id, default);
        var refused = await FluentActions.Awaiting(() => costs.Closing.CloseAsync(january.Id, new CloseInput(ConfirmUnallocated: true), null, default)).ShouldRefuseAsync<ConflictException>();

        check.CanClose.Should().BeTrue();
        check.MissingReadings.Should().BeEquivalentTo([new MissingReadings(water, [new PropertyName(bens.Id, "Ben's")])]);
        (refused.Code, refused.Message).Should().Be(("reading.missing", "Some properties have no reading and would pay nothing (Repairs: Ben's). Confirm that, or enter readings."));
        (await costs.Closing.CloseAsync(january.Id, new CloseInput(ConfirmMissingReadings: true), null, default)).Period.Status.Should().Be(PeriodStatus.Closed);
    }

    [Fact]
    public async Task Close_WithoutAReadingOfWhatIsInactive_AsksNothing()
    {
        var (costs, january, water, flat) = await SceneAsync();
        var (_, bens) = await costs.OwnedAsync("Ben");
        await costs.Properties.UpdateAsync(bens.Id, bens.ToInput() with { Active = false }, null, default);
        await costs.ReadingAsync(january, water, flat, 0, 5);
        await costs.ExpenseAsync(january, 30, water);

        (await costs.CloseAsync(january)).Period.Status.Should().Be(PeriodStatus.Closed);
    }

    [Fact]
    public async Task NextMeter_OfAReplacedOne_IsOnlyTheNewOne()
    {
        var (costs, january, water, flat) = await SceneAsync();
        await costs.ReadingAsync(january, water, flat, 0, 90, serial: "old");
        fixture.World.Clock.Tick();
        await costs.ReadingAsync(january, water, flat, 0, 12, serial: "new");
        var february = await costs.MonthAsync(2);
        var again = await costs.ItemAsync(february, AllocationStrategy.UsageBased);

        await costs.ReadingAsync(february, again, flat, 12, 20, serial: "new");

        (await costs.Readings.NextMeterAsync(again.Id, flat.Id, default)).Should().BeNull();
    }

    [Fact]
    public async Task NextMeter_OfTwoItemsOfOneType_IsNotGuessed()
    {
        var (costs, january, cold, flat) = await SceneAsync();
        var hot = await costs.ItemAsync(january, AllocationStrategy.UsageBased, type: cold.PaymentType);
        await costs.ReadingAsync(january, cold, flat, 0, 5, serial: "COLD");
        await costs.ReadingAsync(january, hot, flat, 0, 7, serial: "HOT");
        var february = await costs.MonthAsync(2);
        var again = await costs.ItemAsync(february, AllocationStrategy.UsageBased, type: cold.PaymentType);
        var other = await costs.ItemAsync(february, AllocationStrategy.UsageBased, type: cold.PaymentType);
        (await costs.Readings.NextMeterAsync(again.Id, flat.Id, default)).Should().BeNull("it may be either");

        await costs.ReadingAsync(february, again, flat, 5, 9, serial: "COLD");

        (await costs.Readings.NextMeterAsync(other.Id, flat.Id, default)).Should().Be(new MeterBefore("HOT", 7, null));
    }

    [Fact]
    public async Task NextMeter_GoesOnWhereTheLastPeriodEnded()
    {
        var (costs, january, water, flat) = await SceneAsync();
        await costs.ReadingAsync(january, water, flat, 0, 90, serial: "old");
        fixture.World.Clock.Tick();
        await costs.ReadingAsync(january, water, flat, 0, 12.5m, capacity: 1000, serial: "new");
        var (february, march) = (await costs.MonthAsync(2), await costs.MonthAsync(3));
        var (again, other) = (await costs.ItemAsync(march, AllocationStrategy.UsageBased), await costs.ItemAsync(march, AllocationStrategy.UsageBased, type: "gas"));

        (await costs.Readings.NextMeterAsync(again.Id, flat.Id, default)).Should().Be(new MeterBefore("new", 12.5m, 1000));
        (await costs.Readings.NextMeterAsync(other.Id, flat.Id, default)).Should().BeNull("it is of another payment type");
        (await costs.Readings.NextMeterAsync(water.Id, flat.Id, default)).Should().BeNull("nothing was before");
        await costs.ReadingAsync(february, await costs.ItemAsync(february, AllocationStrategy.UsageBased), flat, 12.5m, 20, serial: "new");
        (await costs.Readings.NextMeterAsync(again.Id, flat.Id, default)).Should().Be(new MeterBefore("new", 20, null));
        await costs.ReadingAsync(march, again, flat, 20, 30, serial: "new");
        (await costs.Readings.NextMeterAsync(again.Id, flat.Id, default)).Should().BeNull("it is read already");
    }

    [Fact]
    public async Task Cost_OfAPropertyWithTwoMeters_IsPartedBetweenThem()
    {
        var (costs, january, water, flat) = await SceneAsync();
        var (_, bens) = await costs.OwnedAsync("Ben");
        var old = await costs.ReadingAsync(january, water, flat, 0, 1, serial: "old");
        var replaced = await costs.ReadingAsync(january, water, flat, 0, 2, serial: "new");
        await costs.ReadingAsync(january, water, bens, 0, 3);
        await costs.ExpenseAsync(january, 20, water);

        (await costs.Readings.GetAsync(old.Id, default)).Cost.Should().Be(3.33m);
        (await costs.Readings.GetAsync(replaced.Id, default)).Cost.Should().Be(6.67m);
        (await costs.Readings.PageAsync(new RecordQuery(january.Id, 100), default)).Rows.Sum(r => r.Cost).Should().Be(20);
        await costs.Items.UpdateAsync(water.Id, water.ToInput() with { Strategy = AllocationStrategy.FixedFee }, null, default);
        (await costs.Readings.PageAsync(new RecordQuery(january.Id, 100), default)).Rows.Sum(r => r.Cost).Should().Be(20);
    }

    private async Task<(TestCosts Costs, PeriodDto January, BudgetItemDto Water, PropertyDto Flat)> SceneAsync()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var (_, flat) = await costs.OwnedAsync("Ann");
        var january = await costs.MonthAsync(1);
        return (costs, january, await costs.ItemAsync(january, AllocationStrategy.UsageBased), flat);
    }
}
