using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Api;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>What happens to a surprise isn't even rendered for whom it is.</summary>
public sealed class SurpriseLiveTests : IAsyncLifetime
{
    private readonly QueryLog _queries = new();
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private TestActor _max = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync(queries: _queries);
        _ada = await _world.OrganizationAsync();
        _max = await _world.MemberAsync(_ada, Role.Member);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Surprise_ThatIsPlanned_RendersNothingOnThePageOfWhomItIsFor()
    {
        var person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = _max.MemberId }, default);
        var occasion = await _ada.OccasionAsync();
        await _ada.GiftAsync(occasion, name: "Bell");
        await using var mine = new ComponentContext(_max);
        await using var theirs = new ComponentContext(_ada);
        var page = mine.Render<OccasionDetails>(p => p.Add(o => o.Id, occasion.Id));
        var witness = theirs.Render<OccasionDetails>(p => p.Add(o => o.Id, occasion.Id));
        page.WaitForAssertion(() => page.Markup.Should().Contain("Not counting surprises for you"));
        _queries.Clear();
        var ordinary = await RendersOfAsync(page, _ada, occasion, "Kite");
        witness.WaitForAssertion(() => witness.Markup.Should().Contain("Kite"));
        var loads = Sums();

        _queries.Clear();
        await _ada.GiftAsync(occasion, price: 99, recipient: person.Id, name: "Drone");
        await Eventually.HoldsAsync(() => Sums() >= loads, "both pages load again");
        witness.WaitForAssertion(() => witness.Markup.Should().Contain("Drone"));
        var rendered = await RendersOfAsync(page, _ada, occasion, "Candle");

        rendered.Should().Be(ordinary, "changes are told in their order, and the last one alone is seen");
        page.Markup.Should().NotContain("Drone");
    }

    [Fact]
    public async Task Person_ThatIsLinkedToWhoLooks_TakesItsGiftsFromTheTotalsAtOnce()
    {
        var person = await _ada.People.AddAsync(new PersonInput { Name = "Max" }, default);
        await _ada.GiftAsync(await _ada.OccasionAsync(), price: 99, GiftStatus.Purchased, recipient: person.Id);
        await using var tab = new ComponentContext(_max);
        var (home, occasions) = (tab.Render<ComingUp>(), tab.Render<Occasions>());
        home.WaitForAssertion(() => home.Markup.Should().Contain("$99.00"));
        occasions.WaitForAssertion(() => occasions.Markup.Should().Contain("$99.00"));

        await _ada.People.UpdateAsync(person.Id, new PersonInput { Name = "Max", MemberId = _max.MemberId }, null, default);

        home.WaitForAssertion(() => home.Markup.Should().NotContain("$99.00"));
        occasions.WaitForAssertion(() => occasions.Markup.Should().NotContain("$99.00"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task WhateverOthersDoInSecret_RendersNothing(int seed)
    {
        var clock = new TestClock();
        await using var server = await TestServer.StartAsync(builder => builder.Services.AddSingleton<TimeProvider>(clock));
        using var world = await SurpriseWorld.CreateAsync(server, clock, Role.Member);
        await using var tab = new ComponentContext(world.Viewer);
        var page = tab.Render<OccasionDetails>(p => p.Add(o => o.Id, world.Occasion.Id));
        page.WaitForAssertion(() => page.Markup.Should().Contain("Not counting surprises for you"));
        await RendersOfAsync(page, world.Viewer, world.Occasion, "Bell");
        var (ordinary, random) = (await RendersOfAsync(page, world.Viewer, world.Occasion, "Kite"), new Random(seed));

        for (var i = 1; i <= 40; i++)
        {
            clock.Advance(TimeSpan.FromMilliseconds(5));
            await world.HideAsync(random);
            if (i % 10 == 0)
            {
                (await RendersOfAsync(page, world.Viewer, world.Occasion, $"Candle {i}")).Should().Be(ordinary, "it alone is seen of what was told until now");
            }
        }

        page.Markup.Should().NotContain("Secret");
    }

    // Each load of a page asks for its figures once.
    private int Sums() => _queries.Commands.Count(c => c.Contains("GROUP BY", StringComparison.Ordinal));

    // How often the page has been rendered, from its last change on, when it shows a gift that anybody may see.
    private static async Task<int> RendersOfAsync(IRenderedComponent<OccasionDetails> page, TestActor actor, OccasionDto occasion, string gift)
    {
        await page.InvokeAsync(() => { });
        var before = page.RenderCount;
        await actor.GiftAsync(occasion, name: gift);
        page.WaitForAssertion(() => page.Markup.Should().Contain(gift));
        await page.InvokeAsync(() => { });
        return page.RenderCount - before;
    }
}
