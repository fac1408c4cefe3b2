using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>What periods that are added, moved and deleted do to what others open with.</summary>
public sealed class PeriodOrderTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Opening_OfAPeriodThatNoClosingGoesTo_StaysTypedIn_AndIsInTheJournal()
    {
        var (costs, ann) = await SceneAsync();
        await costs.Periods.AddAsync(Days("B", 2026, 7, 1, 12, 31), default);
        var late = await costs.Periods.AddAsync(Days("C", 2026, 7, 15, 12, 31), default);
        await costs.Periods.SetOpeningAsync(late.Id, new OpeningInput(ann.Id, 100), default);
        await costs.Periods.AddAsync(Days("A", 2026, 1, 1, 6, 30), default);

        (await JournalAsync(costs)).Should().Contain("100.00");
        (await costs.Periods.GetAsync(late.Id, default)).PreviousId.Should().BeNull();
        await costs.Periods.SetOpeningAsync(late.Id, new OpeningInput(ann.Id, 0), default);

        (await costs.RowAsync(late, ann)).Opening.Should().Be(0);
    }

    [Fact]
    public async Task Delete_OfAPeriodWhoseOpeningsWereTypedIn_IsRefused()
    {
        var (costs, ann) = await SceneAsync();
        var january = await costs.MonthAsync(1);
        await costs.Periods.SetOpeningAsync(january.Id, new OpeningInput(ann.Id, 100), default);

        await costs.Awaiting(c => c.Periods.DeleteAsync(january.Id, null, default)).ShouldConflictAsync("period.not-empty");
        await costs.Periods.SetOpeningAsync(january.Id, new OpeningInput(ann.Id, 0), default);
        await costs.Periods.DeleteAsync(january.Id, null, default);

        (await costs.Periods.ListAsync(default)).Should().BeEmpty();
    }

    [Fact]
    public async Task DeletingOrMoving_WhatAClosedPeriodOpenedWith_IsRefused_UntilThatIsReopened()
    {
        var (costs, ann, first, second) = await FollowedAsync();

        await costs.Awaiting(c => c.Periods.DeleteAsync(first.Id, null, default)).ShouldConflictAsync("period.followed");
        await costs.Closing.TakeOverPropertiesAsync(first.Id, version: null, default);
        var moved = Days("2042", 2042, 1, 1, 12, 31);
        await costs.Awaiting(c => c.Periods.UpdateAsync(first.Id, moved, null, default)).ShouldConflictAsync("period.followed");
        (await costs.RowAsync(second, ann)).Opening.Should().Be(100);
        await costs.ReopenAsync(second);
        await costs.Periods.UpdateAsync(first.Id, moved, null, default);

        (await costs.RowAsync(second, ann)).Opening.Should().Be(0);
    }

    [Fact]
    public async Task Delete_OfAPeriodThatWasClosedAgainWithNothing_IsPossible()
    {
        var (costs, _, first, second) = await FollowedAsync();
        await costs.CloseAsync(first);
        await costs.ReopenAsync(first);

        await costs.Periods.DeleteAsync(first.Id, version: null, default);

        (await costs.Periods.ListAsync(default)).Should().ContainSingle().Which.Should().Match<PeriodDto>(p => p.Id == second.Id && !p.Stale);
    }

    [Fact]
    public async Task Add_OfAPeriodThatTakesAClosedOnesSourceAway_IsRefused()
    {
        var (costs, ann) = await SceneAsync();
        var (january, march) = (await costs.MonthAsync(1), await costs.MonthAsync(3));
        await costs.ContributionAsync(january, ann, 5);
        await costs.CloseAsync(january);
        await costs.CloseAsync(march);

        var overlapping = Days("Overlapping", 2026, 2, 1, 3, 15);
        var refusal = await costs.Awaiting(c => c.Periods.AddAsync(overlapping, default)).ShouldRefuseAsync<ConflictException>();

        (refusal.Code, refusal.Message).Should().Be(
            ("period.followed", "2026-03 is closed, and would open with other balances than it was closed with. Reopen 2026-03 first."));
        (await costs.RowAsync(march, ann)).Opening.Should().Be(5);
    }

    [Fact]
    public async Task Add_OfAPeriodElsewhere_LeavesWhatOthersOpenWith()
    {
        var (costs, ann) = await SceneAsync();
        var (january, march) = (await costs.MonthAsync(1), await costs.MonthAsync(3));
        await costs.ContributionAsync(january, ann, 100);
        await costs.CloseAsync(january);
        await costs.CloseAsync(march);
        await costs.MonthAsync(2);
        await costs.ReopenAsync(march);

        await costs.MonthAsync(20);

        (await costs.RowAsync(march, ann)).Opening.Should().Be(100);
        (await costs.CloseAsync(march)).Changes.Should().NotContain(c => c.PeriodId == march.Id);
    }

    [Fact]
    public async Task Undo_ThatWouldTakeAReadPropertysPartAway_IsRefused()
    {
        var (costs, ann) = await SceneAsync();
        var january = await costs.MonthAsync(1);
        var late = await costs.Properties.AddAsync(new PropertyInput { Name = "Late", OwnerId = ann.Id, ShareWeight = 1, From = new DateOnly(2051, 1, 1) }, default);
        using var capture = WriteCapture.Open();
        await costs.Properties.UpdateAsync(late.Id, late.ToInput() with { From = january.StartDate }, null, default);
        var written = capture.WriteId!.Value;
        var water = await costs.ItemAsync(january, AllocationStrategy.UsageBased);
        await costs.ReadingAsync(january, water, late, 0, 30);

        await costs.Actor.Awaiting(a => a.Undo.UndoAsync(written, default)).ShouldConflictAsync("reading.without-part");
    }

    [Fact]
    public async Task Close_WithABalanceThatIsTooLarge_IsRefused()
    {
        await using var world = await TestWorld.CreateAsync();
        var (costs, ann) = await SceneAsync(world);
        var january = await costs.MonthAsync(1);
        await costs.Periods.SetOpeningAsync(january.Id, new OpeningInput(ann.Id, 1), default);
        await costs.ContributionAsync(january, ann, 0.01m);
        using (var shell = world.Shell())
        {
            shell.Execute("UPDATE opening_balances SET amount = 1000000000000000000");
        }

        await costs.Awaiting(c => c.CloseAsync(january)).ShouldConflictAsync("balance.too-large");
    }

    [Fact]
    public async Task Reading_WhoseTariffsCouldNotBeAddedUp_IsRefused()
    {
        var (costs, ann) = await SceneAsync();
        var (january, flat) = (await costs.MonthAsync(1), await costs.PropertyAsync(ann));
        for (var i = 0; i < 100; i++)
        {
            await costs.ReadingAsync(january, await costs.ItemAsync(january, AllocationStrategy.UsageBased, 1_000_000), flat, 0, 10_000);
        }

        var item = await costs.ItemAsync(january, AllocationStrategy.UsageBased, 1_000_000);
        await costs.Awaiting(c => c.ReadingAsync(january, item, flat, 0, 10_000)).ShouldBeInvalidAsync("unitPrice");

        (await costs.SheetAsync(january)).Tariffs.Should().Be(1_000_000_000_000);
    }

    private static PeriodInput Days(string name, int year, int fromMonth, int from, int toMonth, int to) =>
        new() { Name = name, StartDate = new DateOnly(year, fromMonth, from), EndDate = new DateOnly(year, toMonth, to) };

    private static async Task<string> JournalAsync(TestCosts costs)
    {
        await using var text = new StringWriter();
        await (await costs.Journals.FileAsync(periodId: null, default)).WriteAsync(text, default);
        return text.ToString();
    }

    // The first is open again and empty; the second is closed and opened with 100 of it.
    private async Task<(TestCosts Costs, OwnerDto Ann, PeriodDto First, PeriodDto Second)> FollowedAsync()
    {
        var (costs, ann) = await SceneAsync();
        var (first, second) = (await costs.MonthAsync(1), await costs.MonthAsync(2));
        var paid = await costs.ContributionAsync(first, ann, 100);
        await costs.CloseAsync(first);
        await costs.CloseAsync(second);
        await costs.ReopenAsync(first);
        await costs.Contributions.DeleteAsync(paid.Id, null, default);
        return (costs, ann, first, second);
    }

    private async Task<(TestCosts Costs, OwnerDto Ann)> SceneAsync(TestWorld? world = null)
    {
        var costs = new TestCosts(await (world ?? fixture.World).OrganizationAsync());
        return (costs, (await costs.OwnedAsync("Ann")).Owner);
    }
}
