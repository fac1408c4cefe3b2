using System.Globalization;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

/// <summary>Next year's occasion, and the presents that wait for it.</summary>
public sealed class NextYearTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private TestActor _ada = null!;
    private PersonDto _emma = null!;
    private OccasionDto _last = null!;

    private DateOnly Today => DateOnly.FromDateTime(fixture.World.Clock.GetUtcNow().UtcDateTime);

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _emma = await _ada.PersonAsync("Emma");
        _last = await _ada.Occasions.AddAsync(
            new OccasionInput { Name = $"Christmas {Today.Year - 1}", Date = Today.AddDays(-300), BudgetTotal = 500, NearThresholdPercent = 70, RecursYearly = true }, default);
        await _ada.SubBudgets.SetAsync(_last.Id, BudgetedEntity.Person, _emma.Id, 120, null, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task StartNext_CopiesWhatIsSetAsideAndNoGifts()
    {
        await _ada.GiftAsync(_last, price: 80, recipient: _emma.Id);

        var next = await _ada.Occasions.StartNextAsync(_last.Id, new NextOccasionInput(), default);

        next.Should().BeEquivalentTo(new { Date = _last.Date.AddYears(1), BudgetTotal = 500m, NearThresholdPercent = 70, RecursYearly = true, PreviousId = _last.Id });
        var page = await _ada.Gifts.PageAsync(next.Id, new OccasionPageQuery(), default);
        page.Figures.Of(_emma.Id).Should().BeEquivalentTo(new { GiftCount = 0, Meter = new { Total = 120m, Used = 0m } });
        page.Previous!.Figures.Of(_emma.Id).Should().BeEquivalentTo(new { GiftCount = 1, Meter = new { Used = 80m } });
    }

    [Fact]
    public async Task StartNext_ByWhomASurpriseIsFor_LeavesOutWhatIsKeptFromThem()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member);
        var person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        await _ada.SubBudgets.SetAsync(_last.Id, BudgetedEntity.Person, person.Id, 40, null, default);

        var next = await max.Occasions.StartNextAsync(_last.Id, new NextOccasionInput(), default);

        (await max.Occasions.FiguresAsync(next.Id, default)).SubBudgetTotal.Should().Be(120);
        (await _ada.Occasions.FiguresAsync(next.Id, default)).SubBudgetTotal.Should().Be(120, "they could switch its surprises off, and look");
    }

    [Fact]
    public async Task StartNext_AtTheEndOfTime_IsRefusedOrEndsThere()
    {
        var last = await _ada.Occasions.AddAsync(new OccasionInput { Name = "The end", Date = new DateOnly(9999, 12, 1) }, default);
        var never = await _ada.Occasions.AddAsync(new OccasionInput { Name = "Easter", Date = Today, RevealOn = DateOnly.MaxValue }, default);

        await FluentActions.Awaiting(() => _ada.Occasions.StartNextAsync(last.Id, new NextOccasionInput(), default)).ShouldBeInvalidAsync("date");
        (await _ada.Occasions.StartNextAsync(never.Id, new NextOccasionInput(), default)).RevealOn.Should().Be(DateOnly.MaxValue);
    }

    [Fact]
    public async Task StartNext_Twice_IsRefused()
    {
        await _ada.Occasions.StartNextAsync(_last.Id, new NextOccasionInput(), default);

        await FluentActions.Awaiting(() => _ada.Occasions.StartNextAsync(_last.Id, new NextOccasionInput(), default)).ShouldConflictAsync("occasion.continued");
    }

    [Fact]
    public Task StartNext_OnADayBefore_IsRefused() =>
        FluentActions.Awaiting(() => _ada.Occasions.StartNextAsync(_last.Id, new NextOccasionInput { Date = _last.Date, Name = "" }, default)).ShouldBeInvalidAsync("date", "name");

    [Fact]
    public async Task Previous_WhenItIsDeleted_IsForgotten()
    {
        var next = await _ada.Occasions.StartNextAsync(_last.Id, new NextOccasionInput(), default);

        await _ada.Occasions.DeleteAsync(_last.Id, null, default);

        (await _ada.Occasions.GetAsync(next.Id, default)).PreviousId.Should().BeNull();
    }

    [Theory]
    [InlineData("2024-02-29", "2026-11-21", "2027-02-28")]
    [InlineData("2025-12-24", "2026-11-21", "2026-12-24")]
    [InlineData("2026-12-24", "2026-11-21", "2027-12-24")]
    [InlineData("2019-11-20", "2026-11-21", "2027-11-20")]
    [InlineData("2019-11-21", "2026-11-21", "2026-11-21")]
    public void DateOf_IsTheNextTimeThatItComes(string last, string today, string next) =>
        NextYear.DateOf(Day(last), Day(today)).Should().Be(Day(next));

    [Fact]
    public async Task PresentBox_HasWhatWasBoughtForOccasionsThatAreOver()
    {
        var waiting = await _ada.GiftAsync(_last, status: GiftStatus.Purchased, name: "Puzzle");
        await _ada.GiftAsync(_last, status: GiftStatus.Received);
        await _ada.GiftAsync(_last, status: GiftStatus.Selected);
        var coming = await _ada.OccasionAsync();
        await _ada.GiftAsync(coming, status: GiftStatus.Purchased);

        (await _ada.Gifts.PresentBoxAsync(coming.Id, default)).Should().ContainSingle().Which.Should().Be(new BoxedGift(waiting, _last.Name));
        (await _ada.Gifts.PresentBoxAsync(_last.Id, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Transfer_MovesTheGiftWithItsPrice_AndTellsBothPages()
    {
        var gift = await _ada.GiftAsync(_last, price: 30, status: GiftStatus.Purchased, recipient: _emma.Id);
        var coming = await _ada.OccasionAsync();
        var told = new HashSet<Guid?>();
        void Note(IReadOnlyCollection<Core.Kernel.Changes.Change> changes) => told.UnionWith(changes.Select(c => c.Topic.Id));
        fixture.World.Feed.Published += Note;

        await _ada.Gifts.TransferAsync(gift.Id, coming.Id, gift.Version, default);
        fixture.World.Feed.Published -= Note;

        told.Should().BeEquivalentTo([(Guid?)_last.Id, coming.Id]);
        (await _ada.Occasions.FiguresAsync(_last.Id, default)).Meter.Used.Should().Be(0);
        (await _ada.Occasions.FiguresAsync(coming.Id, default)).Meter.Used.Should().Be(30);
    }

    [Fact]
    public async Task Transfer_ToWhereItWouldBeASurpriseForWhoAsks_IsRefused()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member);
        var person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        var open = await _ada.Occasions.UpdateAsync(_last.Id, _last.ToInput() with { Surprises = false }, null, default);
        var gift = await _ada.GiftAsync(open, recipient: person.Id);
        var coming = await _ada.OccasionAsync();

        await FluentActions.Awaiting(() => max.Gifts.TransferAsync(gift.Id, coming.Id, null, default)).ShouldBeInvalidAsync("occasionId");
    }

    [Fact]
    public async Task Transfer_ToAnotherOrganization_IsRefused()
    {
        var eve = await fixture.World.OrganizationAsync("Elsewhere");
        var gift = await _ada.GiftAsync(_last);
        var theirs = await eve.OccasionAsync();

        await FluentActions.Awaiting(() => _ada.Gifts.TransferAsync(gift.Id, theirs.Id, null, default)).ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => eve.Gifts.TransferAsync(gift.Id, theirs.Id, null, default)).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task TransferSubBudget_MovesWhatIsUnused()
    {
        var leo = await _ada.PersonAsync("Leo");
        await _ada.GiftAsync(_last, price: 100, recipient: _emma.Id);

        await _ada.SubBudgets.TransferAsync(_last.Id, new SubBudgetTransferInput(_emma.Id, leo.Id, 20), default);

        var figures = await _ada.Occasions.FiguresAsync(_last.Id, default);
        (figures.Of(_emma.Id).Meter.Total, figures.Of(leo.Id).Meter.Total).Should().Be((100, 20));
        await FluentActions.Awaiting(() => _ada.SubBudgets.TransferAsync(_last.Id, new SubBudgetTransferInput(_emma.Id, leo.Id, 0.01m), default)).ShouldConflictAsync("sub-budget.short");
        await FluentActions.Awaiting(() => _ada.SubBudgets.TransferAsync(_last.Id, new SubBudgetTransferInput(leo.Id, leo.Id, 0), default)).ShouldBeInvalidAsync("amount", "toId");
    }

    [Fact]
    public async Task TransferSubBudget_OfWhoAsks_IsRefusedWhetherThereIsOneOrNot()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member);
        var person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);

        await FluentActions.Awaiting(() => max.SubBudgets.TransferAsync(_last.Id, new SubBudgetTransferInput(person.Id, _emma.Id, 1), default)).ShouldConflictAsync("sub-budget.surprise");
        await FluentActions.Awaiting(() => max.SubBudgets.TransferAsync(_last.Id, new SubBudgetTransferInput(_emma.Id, person.Id, 1), default)).ShouldConflictAsync("sub-budget.surprise");
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
