using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Budgeting.Web.Components.SharedCosts;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>Near asks somebody to act: it isn't said of what is over.</summary>
public sealed class NearTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Period_IsNearUntilItIsClosed()
    {
        var costs = new TestCosts(_ada);
        await costs.OwnedAsync("Ann");
        var period = await costs.MonthAsync(1);
        await costs.ExpenseAsync(period, 90, await costs.ItemAsync(period));
        await using var tab = new ComponentContext(_ada);
        await using var other = new ComponentContext(_ada);
        var (list, page) = (other.Open<Periods>(), tab.Open<PeriodDetails>(("Id", period.Id)));
        list.WaitFor(() => Near(list).Should().Be(1));
        page.WaitFor(() => Near(page).Should().Be(2, "it is said of the whole and of the payment type"));

        await costs.CloseAsync(period);

        list.WaitFor(() => list.Text.Should().Contain("Closed"));
        page.WaitFor(() => page.Text.Should().Contain("Closed"));
        (Near(list), Near(page)).Should().Be((0, 0));
    }

    [Theory]
    [InlineData(0, false, 1)]
    [InlineData(-1, false, 0)]
    [InlineData(30, true, 0)]
    public async Task Occasion_IsNearUntilItsDayIsOverOrItIsArchived(int days, bool archived, int near)
    {
        var today = DateOnly.FromDateTime(_ada.Get<TimeProvider>().GetLocalNow().Date);
        var occasion = await _ada.Occasions.AddAsync(new OccasionInput { Name = "Feast", Date = today.AddDays(days), BudgetTotal = 100 }, default);
        var grandma = await _ada.PersonAsync();
        await _ada.GiftAsync(occasion, price: 90, recipient: grandma.Id);
        await _ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, grandma.Id, 100, version: null, default);
        await _ada.Occasions.UpdateAsync(occasion.Id, occasion.ToInput() with { Archived = archived }, null, default);
        await using var tab = new ComponentContext(_ada);
        await using var other = new ComponentContext(_ada);
        other.Services.GetRequiredService<BunitNavigationManager>().NavigateTo(archived ? "/occasions?archived=true" : "/occasions");

        tab.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/occasions/{occasion.Id}?view=recipients");

        var (list, page) = (other.Open<Occasions>(), tab.Open<OccasionDetails>(("Id", occasion.Id)));

        list.Sees("of $100.00 left.");
        page.Sees("of $100.00 left.");
        (Near(list), Near(page)).Should().Be((near, near * 2));
    }

    private static int Near(OpenPage page) => page.Text.Split(' ').Count(word => word == "Near");
}
