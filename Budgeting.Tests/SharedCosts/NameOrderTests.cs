using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>What goes by its name is found where its reader looks for it, however it is written.</summary>
public sealed class NameOrderTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task OwnersAndProperties_AreSortedWhateverTheirCase()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        foreach (var name in new[] { "Zoe", "émile", "ann", "Fay", "Ben" })
        {
            await costs.OwnedAsync(name);
        }

        var january = await costs.MonthAsync(1);

        string[] sorted = ["ann", "Ben", "émile", "Fay", "Zoe"];
        (await costs.Owners.ListAsync(default)).Select(o => o.Name).Should().Equal(sorted);
        (await costs.Properties.ListAsync(default)).Select(p => p.Name).Should().Equal(sorted.Select(n => $"{n}'s"));
        (await costs.SheetAsync(january)).Rows.Select(r => r.Name).Should().Equal(sorted);
    }

    [Fact]
    public async Task PaymentTypes_KeepHowTheyWereWritten_AndAreSortedWhateverTheirCase()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var january = await costs.MonthAsync(1);
        foreach (var type in new[] { "Zone", "apples", "Cleaning", "lift" })
        {
            await costs.ItemAsync(january, type: type);
        }

        string[] sorted = ["apples", "Cleaning", "lift", "Zone"];
        (await costs.PaymentTypes.ListAsync(default)).Should().Equal(
            "Administration", "apples", "Cleaning", "Garden", "Insurance", "lift", "Repairs", "Reserves", "Security", "Utilities", "Zone");
        var page = await costs.Periods.PageAsync(january.Id, default);
        page.Items.Select(i => i.PaymentType).Should().Equal(sorted);
        page.ByPaymentType.Select(t => t.PaymentType).Should().Equal(sorted);
    }

    [Fact]
    public async Task PaymentType_ThatWasRespelt_IsOneInTheOverview()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var january = await costs.MonthAsync(1);
        await costs.ExpenseAsync(january, 10);
        await costs.PaymentTypes.UpdateAsync("Repairs", "REPAIRS", default);
        await costs.ExpenseAsync(january, 20);

        var page = await costs.Periods.PageAsync(january.Id, default);

        page.ByPaymentType.Should().ContainSingle().Which.Meter.Used.Should().Be(30);
    }
}
