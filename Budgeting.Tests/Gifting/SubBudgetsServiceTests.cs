using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Gifting;

public sealed class SubBudgetsServiceTests(WorldFixture fixture) : IAsyncLifetime, IClassFixture<WorldFixture>
{
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;
    private PersonDto _grandma = null!;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        (_occasion, _grandma) = (await _ada.OccasionAsync(budget: 100), await _ada.PersonAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task SetAsync_First_IsAddedAndThenChanged()
    {
        var added = await SetAsync(50);
        added.Should().Be(new SubBudgetDto(added.Id, _occasion.Id, BudgetedEntity.Person, _grandma.Id, 50, Version: 1));

        var changed = await SetAsync(60, added.Version);

        changed.Should().Be(added with { Amount = 60, Version = 2 });
        (await GetAsync()).Should().Be(changed);
    }

    [Fact]
    public async Task SetAsync_MoreThanTheOccasionsBudget_IsAllowedAndPointedOut()
    {
        var max = await _ada.PersonAsync("Max");
        await SetAsync(80);
        await SetAsync(80, person: max.Id);

        var figures = await _ada.Occasions.FiguresAsync(_occasion.Id, default);

        (figures.SubBudgetTotal, figures.Meter.Total).Should().Be((160, 100));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("-0.01")]
    [InlineData("0.001")]
    [InlineData("1000000000000.01")]
    public async Task SetAsync_Wrong_NamesTheAmount(string? amount)
    {
        decimal? wrong = amount is null ? null : decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);

        await FluentActions.Awaiting(() => SetAsync(wrong)).ShouldBeInvalidAsync("amount");
    }

    [Fact]
    public async Task SetAsync_SumBeyondWhatAmountsCanBe_IsRefused()
    {
        var max = await _ada.PersonAsync("Max");
        await SetAsync(GiftRules.MaxSum);
        await SetAsync(GiftRules.MaxSum);

        await FluentActions.Awaiting(() => SetAsync(0.01m, person: max.Id)).ShouldBeInvalidAsync("amount");
        await SetAsync(0, person: max.Id);
    }

    [Fact]
    public async Task SetAsync_StaleVersion_OverwritesNothing()
    {
        var read = await SetAsync(50);
        await SetAsync(60, read.Version);

        await FluentActions.Awaiting(() => SetAsync(70, read.Version)).ShouldRefuseAsync<StaleException>();
        await FluentActions.Awaiting(() => DeleteAsync(read.Version)).ShouldRefuseAsync<StaleException>();

        (await GetAsync()).Amount.Should().Be(60);
    }

    [Fact]
    public async Task SetAsync_EditOfOneTakenAwayMeanwhile_IsStale()
    {
        var read = await SetAsync(50);
        await DeleteAsync(read.Version);

        await FluentActions.Awaiting(() => SetAsync(70, read.Version)).ShouldRefuseAsync<StaleException>();

        await FluentActions.Awaiting(GetAsync).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task SetAsync_UnknownOrOthersOccasionOrPerson_IsNotFound()
    {
        var other = await fixture.World.OrganizationAsync();
        var (occasion, person) = (await other.OccasionAsync(), await other.PersonAsync());

        await FluentActions.Awaiting(() => SetAsync(1, person: person.Id)).ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => _ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, _grandma.Id, 1, version: null, default))
            .ShouldRefuseAsync<NotFoundException>();
        await FluentActions.Awaiting(() => SetAsync(1, person: Guid.NewGuid())).ShouldRefuseAsync<NotFoundException>();
    }

    [Fact]
    public async Task SetAsync_UnknownEntityType_IsRefused() =>
        await FluentActions.Awaiting(() => _ada.SubBudgets.SetAsync(_occasion.Id, (BudgetedEntity)5, _grandma.Id, 1, version: null, default))
            .ShouldBeInvalidAsync("entityType");

    [Fact]
    public async Task DeleteAsync_NotSet_IsNotFound() => await FluentActions.Awaiting(() => DeleteAsync(version: null)).ShouldRefuseAsync<NotFoundException>();

    private Task<SubBudgetDto> SetAsync(decimal? amount, long? version = null, Guid? person = null) =>
        _ada.SubBudgets.SetAsync(_occasion.Id, BudgetedEntity.Person, person ?? _grandma.Id, amount, version, default);

    private Task<SubBudgetDto> GetAsync() => _ada.SubBudgets.GetAsync(_occasion.Id, BudgetedEntity.Person, _grandma.Id, default);

    private Task DeleteAsync(long? version) => _ada.SubBudgets.DeleteAsync(_occasion.Id, BudgetedEntity.Person, _grandma.Id, version, default);
}
