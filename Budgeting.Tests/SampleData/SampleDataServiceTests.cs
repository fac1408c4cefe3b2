using System.Globalization;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SampleData;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SampleData;

public sealed class SampleDataServiceTests : IAsyncLifetime
{
    private TestWorld _world = null!;

    public async Task InitializeAsync() => _world = await TestWorld.CreateAsync();

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Theory]
    [InlineData("USD")]
    [InlineData("JPY")]
    [InlineData("KWD")]
    public async Task Meters_show_every_level_in_every_currency(string currency)
    {
        var admin = await FilledAsync(currency);

        var shown = await OccasionsAsync(admin);

        shown.ToDictionary(o => o.Occasion.Name, o => o.Meter.Level).Should().BeEquivalentTo(new Dictionary<string, MeterLevel>
        {
            ["Leo's birthday"] = MeterLevel.Over,
            ["Christmas"] = MeterLevel.Near,
            ["Rose and Karl's anniversary"] = MeterLevel.Ok,
            ["Nadia and Ben's wedding"] = MeterLevel.None,
        });
        shown.Single(o => o.Occasion.Name == "Rose and Karl's anniversary").GiftCount.Should().Be(0);
    }

    [Fact]
    public async Task One_sub_budget_is_exceeded()
    {
        var admin = await FilledAsync();
        var christmas = (await OccasionsAsync(admin)).Single(o => o.Occasion.Name == "Christmas").Occasion;

        var figures = await admin.Occasions.FiguresAsync(christmas.Id, CancellationToken.None);

        var leo = (await admin.People.ListAsync(CancellationToken.None)).Single(p => p.Name == "Leo");
        figures.Recipients.Where(r => r.Meter.Level == MeterLevel.Over).Select(r => r.PersonId).Should().Equal(leo.Id);
    }

    [Fact]
    public async Task Amounts_without_decimals_are_about_a_hundred_and_fifty_times_as_many()
    {
        var admin = await FilledAsync("JPY");

        var christmas = (await OccasionsAsync(admin)).Single(o => o.Occasion.Name == "Christmas");

        christmas.Occasion.BudgetTotal.Should().Be(135_000);
        christmas.Meter.Used.Should().BeGreaterThan(100_000);
    }

    [Fact]
    public async Task The_past_occasion_is_archived_and_all_received()
    {
        var admin = await FilledAsync();

        var past = (await OccasionsAsync(admin, archived: true)).Single();

        past.Occasion.Date.Should().BeBefore(Today);
        var board = await admin.Gifts.BoardAsync(past.Occasion.Id, perColumn: 10, CancellationToken.None);
        board.Columns.Where(c => c.Count > 0).Select(c => c.Status).Should().Equal(GiftStatus.Received);
    }

    [Fact]
    public async Task There_are_eight_people_and_thirty_five_gifts_some_without_a_price()
    {
        var admin = await FilledAsync();

        var all = (await OccasionsAsync(admin)).Concat(await OccasionsAsync(admin, archived: true)).ToList();

        (await admin.People.ListAsync(CancellationToken.None)).Should().HaveCount(8);
        all.Sum(o => o.GiftCount).Should().Be(35);
        all.Sum(o => o.Meter.Unpriced).Should().Be(4);
    }

    [Fact]
    public async Task A_second_time_adds_nothing()
    {
        var admin = await FilledAsync();
        var audited = _world.Db(admin.OrganizationId).AuditEntries.Count();

        var added = await admin.Get<SampleDataService>().FillAsync(CancellationToken.None);

        added.Should().BeEmpty();
        _world.Db(admin.OrganizationId).AuditEntries.Count().Should().Be(audited);
    }

    [Fact]
    public async Task An_own_occasion_of_the_same_name_stays_as_it_is()
    {
        var admin = await _world.OrganizationAsync();
        var own = await admin.OccasionAsync(budget: 5, name: "Christmas");

        await admin.Get<SampleDataService>().FillAsync(CancellationToken.None);

        (await OccasionsAsync(admin)).Single(o => o.Occasion.Name == "Christmas").Should()
            .Match<OccasionSummary>(o => o.Occasion == own && o.GiftCount == 0);
    }

    [Theory]
    [InlineData("2027-02-28", "2027-12-24")]
    [InlineData("2028-02-29", "2028-12-24")]
    [InlineData("2027-12-24", "2027-12-24")]
    [InlineData("2027-12-25", "2028-12-24")]
    public async Task Christmas_is_the_next_one(string today, string christmas)
    {
        _world.Clock.Advance(new DateTimeOffset(Day(today), new TimeOnly(12, 0), TimeSpan.Zero) - _world.Clock.GetUtcNow());

        var admin = await FilledAsync();

        (await OccasionsAsync(admin)).Single(o => o.Occasion.Name == "Christmas").Occasion.Date.Should().Be(Day(christmas));
    }

    [Fact]
    public async Task A_viewer_may_not_fill()
    {
        var viewer = await _world.MemberAsync(await _world.OrganizationAsync(), Role.Viewer);

        var fill = () => viewer.Get<SampleDataService>().FillAsync(CancellationToken.None);

        await fill.Should().ThrowAsync<ForbiddenException>();
    }

    private DateOnly Today => DateOnly.FromDateTime(_world.Clock.GetLocalNow().DateTime);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<TestActor> FilledAsync(string currency = "USD")
    {
        var admin = await _world.OrganizationAsync(currency: currency);
        await admin.Get<SampleDataService>().FillAsync(CancellationToken.None);
        return admin;
    }

    private Task<IReadOnlyList<OccasionSummary>> OccasionsAsync(TestActor admin, bool archived = false) =>
        admin.Occasions.OverviewAsync(Today, archived, CancellationToken.None);
}
