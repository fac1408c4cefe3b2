using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class OccasionsServiceTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly OccasionInput Plain = new() { Name = "Christmas", Date = new DateOnly(2026, 12, 24) };

    private TestWorld World => fixture.World;

    public static TheoryData<OccasionInput, string> Wrong => new()
    {
        { Plain with { Name = null }, "name" },
        { Plain with { Name = "  " }, "name" },
        { Plain with { Name = new string('x', 101) }, "name" },
        { Plain with { Date = null }, "date" },
        { Plain with { Kind = new string('x', 41) }, "kind" },
        { Plain with { NearThresholdPercent = 0 }, "nearThresholdPercent" },
        { Plain with { NearThresholdPercent = 101 }, "nearThresholdPercent" },
        { Plain with { BudgetTotal = -0.01m }, "budgetTotal" },
        { Plain with { BudgetTotal = 0.001m }, "budgetTotal" },
        { Plain with { BudgetTotal = Amounts.Max + 0.01m }, "budgetTotal" },
    };

    [Fact]
    public async Task AddAsync_OnlyWhatMustBe_TakesTheDefaults()
    {
        var ada = await World.OrganizationAsync();

        var occasion = await ada.Occasions.AddAsync(Plain, default);

        occasion.Should().BeEquivalentTo(new
        {
            BudgetTotal = (decimal?)null, NearThresholdPercent = 80, IdeasCountAsPlanned = true, Surprises = true, Archived = false, RecursYearly = false, Version = 1,
        });
        (await ada.Occasions.GetAsync(occasion.Id, default)).Should().Be(occasion);
    }

    [Fact]
    public async Task AddAsync_Everything_CanBeReadBack()
    {
        var ada = await World.OrganizationAsync();
        var input = new OccasionInput
        {
            Name = "Birthday", Date = Today, Kind = "Round", RecursYearly = true, BudgetTotal = Amounts.Max, NearThresholdPercent = 100,
            IdeasCountAsPlanned = false, Surprises = false, RevealOn = Today.AddDays(1), Archived = true,
        };

        var occasion = await ada.Occasions.AddAsync(input, default);

        (await ada.Occasions.GetAsync(occasion.Id, default)).ToInput().Should().Be(input);
    }

    [Fact]
    public async Task ListAsync_IsEveryOneOfTheOrganizationTheNextFirstAndTheArchivedLast()
    {
        var (ada, stranger) = (await World.OrganizationAsync(), await World.OrganizationAsync());
        await stranger.OccasionAsync(name: "Elsewhere");
        foreach (var (name, days, archived) in new[] { ("Past", -9, false), ("Later", 9, false), ("Kept", 5, true), ("Just past", -1, false), ("Today", 0, false) })
        {
            await ada.Occasions.AddAsync(Plain with { Name = name, Date = Today.AddDays(days), Archived = archived }, default);
        }

        (await ada.Occasions.ListAsync(Today, default)).Select(o => o.Name).Should().Equal("Today", "Later", "Just past", "Past", "Kept");
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task AddAsync_Wrong_NamesTheField(OccasionInput input, string field)
    {
        var ada = await World.OrganizationAsync();

        await FluentActions.Awaiting(() => ada.Occasions.AddAsync(input, default)).ShouldBeInvalidAsync(field);
    }

    [Fact]
    public async Task AddAsync_SeveralWrong_NamesThemAll()
    {
        var ada = await World.OrganizationAsync();
        var input = new OccasionInput { NearThresholdPercent = 0, BudgetTotal = -1 };

        await FluentActions.Awaiting(() => ada.Occasions.AddAsync(input, default)).ShouldBeInvalidAsync("name", "date", "nearThresholdPercent", "budgetTotal");
    }

    [Fact]
    public async Task UpdateAsync_StaleVersion_OverwritesNothing()
    {
        var ada = await World.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        await ada.Occasions.SetBudgetAsync(occasion.Id, 100, occasion.Version, default);

        await FluentActions.Awaiting(() => ada.Occasions.UpdateAsync(occasion.Id, Plain, occasion.Version, default)).ShouldRefuseAsync<StaleException>();
        await FluentActions.Awaiting(() => ada.Occasions.SetBudgetAsync(occasion.Id, 1, occasion.Version, default)).ShouldRefuseAsync<StaleException>();
        await FluentActions.Awaiting(() => ada.Occasions.DeleteAsync(occasion.Id, occasion.Version, default)).ShouldRefuseAsync<StaleException>();

        (await ada.Occasions.GetAsync(occasion.Id, default)).BudgetTotal.Should().Be(100);
    }

    [Fact]
    public async Task SetBudgetAsync_ZeroOrNone_AreTwoThings()
    {
        var ada = await World.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 100);

        (await ada.Occasions.SetBudgetAsync(occasion.Id, 0, version: null, default)).BudgetTotal.Should().Be(0);
        (await ada.Occasions.FiguresAsync(occasion.Id, default)).Meter.Level.Should().Be(MeterLevel.Ok);
        (await ada.Occasions.SetBudgetAsync(occasion.Id, amount: null, version: null, default)).BudgetTotal.Should().BeNull();
        (await ada.Occasions.FiguresAsync(occasion.Id, default)).Meter.Level.Should().Be(MeterLevel.None);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0.005")]
    [InlineData("1000000000000.01")]
    public async Task SetBudgetAsync_Wrong_NamesTheAmount(string amount)
    {
        var ada = await World.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        var wrong = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);

        await FluentActions.Awaiting(() => ada.Occasions.SetBudgetAsync(occasion.Id, wrong, version: null, default)).ShouldBeInvalidAsync("amount");
    }

    [Fact]
    public async Task DeleteAsync_WithGifts_IsRefused()
    {
        var ada = await World.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        var gift = await ada.GiftAsync(occasion);
        await FluentActions.Awaiting(() => ada.Occasions.DeleteAsync(occasion.Id, version: null, default)).ShouldConflictAsync("occasion.not-empty");

        await ada.Gifts.DeleteAsync(gift.Id, gift.Version, default);
        await ada.Occasions.DeleteAsync(occasion.Id, occasion.Version, default);

        await FluentActions.Awaiting(() => ada.Occasions.GetAsync(occasion.Id, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task DeleteAsync_WithSubBudgets_TakesThemAlong()
    {
        var ada = await World.OrganizationAsync();
        var (occasion, person) = (await ada.OccasionAsync(), await ada.PersonAsync());
        await ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, person.Id, amount: 10, version: null, default);

        await ada.Occasions.DeleteAsync(occasion.Id, version: null, default);

        await ada.People.DeleteAsync(person.Id, version: null, default);
    }

    [Fact]
    public async Task OverviewAsync_Occasions_AreUpcomingThenLatestPast()
    {
        var ada = await World.OrganizationAsync();
        int[] days = [-1, 30, -30, 0, 1];
        foreach (var day in days)
        {
            await ada.Occasions.AddAsync(Plain with { Name = $"{day}", Date = Today.AddDays(day) }, default);
        }

        await ada.Occasions.AddAsync(Plain with { Name = "old", Archived = true }, default);

        (await ada.Occasions.OverviewAsync(Today, archived: false, default)).Select(o => o.Occasion.Name).Should().Equal("0", "1", "30", "-1", "-30");
        (await ada.Occasions.OverviewAsync(Today, archived: true, default)).Select(o => o.Occasion.Name).Should().Equal("old");
    }

    [Fact]
    public async Task OverviewAsync_EachOccasion_HasItsOwnFigures()
    {
        var ada = await World.OrganizationAsync();
        var (one, two) = (await ada.OccasionAsync(budget: 100, "One"), await ada.OccasionAsync(budget: 50, "Two", ideasCount: false));
        await ada.GiftAsync(one, price: 30, GiftStatus.Received);
        await ada.GiftAsync(two, price: 20, GiftStatus.Idea);
        await ada.GiftAsync(two, price: 60, GiftStatus.Selected);

        var overview = (await ada.Occasions.OverviewAsync(Today, archived: false, default)).ToDictionary(o => o.Occasion.Name);

        (overview["One"].Meter.Remaining, overview["One"].GiftCount).Should().Be((70, 1));
        (overview["Two"].Meter.Remaining, overview["Two"].GiftCount).Should().Be((-10, 2));
    }

    [Fact]
    public async Task NextAsync_Occasions_AreTheNextWithABudgetOrWithout()
    {
        var ada = await World.OrganizationAsync();
        await ada.Occasions.AddAsync(Plain with { Name = "no budget", Date = Today.AddDays(1) }, default);
        await ada.Occasions.AddAsync(Plain with { Name = "past", Date = Today.AddDays(-1), BudgetTotal = 1 }, default);
        await ada.Occasions.AddAsync(Plain with { Name = "archived", Archived = true, BudgetTotal = 1 }, default);
        await ada.Occasions.AddAsync(Plain with { Name = "later", BudgetTotal = 1 }, default);
        await ada.Occasions.AddAsync(Plain with { Name = "today", Date = Today, BudgetTotal = 0 }, default);

        (await ada.Occasions.NextAsync(Today, count: 5, default)).Select(o => o.Occasion.Name).Should().Equal("today", "no budget", "later");
        (await ada.Occasions.NextAsync(Today, count: 1, default)).Select(o => o.Occasion.Name).Should().Equal("today");
    }

    [Fact]
    public async Task ListAsync_Pages_AreInTheOrderOfAdding()
    {
        var ada = await World.OrganizationAsync();
        string[] names = ["c", "a", "b"];
        foreach (var name in names)
        {
            World.Clock.Tick();
            await ada.OccasionAsync(name: name);
        }

        var first = await ada.Occasions.ListAsync(PageRequest.Of(limit: 2, cursor: null), default);
        var second = await ada.Occasions.ListAsync(PageRequest.Of(limit: 2, first.NextCursor), default);

        first.Items.Concat(second.Items).Select(o => o.Name).Should().Equal(names);
    }
}
