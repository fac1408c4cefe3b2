using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Tests.Components;

public sealed class LiveRegionTests
{
    [Fact]
    public async Task AChangeBySomebodyElse_IsShownWithoutAsking()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 100);
        await using var tab = new ComponentContext(ada);
        var region = Show(tab, ada, occasion.Id);
        region.WaitForAssertion(() => region.Markup.Should().Contain("100 left"));

        await ada.GiftAsync(occasion, price: 30);

        region.WaitForAssertion(() => region.Markup.Should().Contain("70 left"));
    }

    [Fact]
    public async Task ChangesOfOtherOccasions_CauseNoLoad()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var (shown, other) = (await ada.OccasionAsync(), await ada.OccasionAsync());
        await using var tab = new ComponentContext(ada);
        var loads = 0;
        var region = Show(tab, ada, shown.Id, () => loads++);
        region.WaitForAssertion(() => loads.Should().Be(1));

        await ada.GiftAsync(other);
        await ada.GiftAsync(shown);

        region.WaitForAssertion(() => loads.Should().Be(2));
    }

    [Fact]
    public async Task ABurstOfChanges_IsLoadedFarFewerTimesThanItHasChanges()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync(budget: 1000);
        await using var tab = new ComponentContext(ada);
        var (loads, gate) = (0, new TaskCompletionSource());
        var region = Show(tab, ada, occasion.Id, () => loads++, gate.Task);

        for (var i = 0; i < 20; i++)
        {
            await ada.GiftAsync(occasion, price: 1);
        }

        gate.SetResult();
        region.WaitForAssertion(() => region.Markup.Should().Contain("980 left"));
        loads.Should().BeLessThan(5);
    }

    [Fact]
    public async Task AClosedPage_IsNotToldAnyMore()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        var occasion = await ada.OccasionAsync();
        await using var tab = new ComponentContext(ada);
        Show(tab, ada, occasion.Id);
        world.Feed.SubscribersOf(ada.OrganizationId).Should().Be(1);

        await tab.DisposeComponentsAsync();

        world.Feed.SubscribersOf(ada.OrganizationId).Should().Be(0);
    }

    [Fact]
    public async Task WhatTheServiceRefuses_IsSaidInItsWords()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        await using var tab = new ComponentContext(ada);

        var region = Show(tab, ada, Guid.NewGuid());

        region.ByRole(AriaRole.Alert).Words().Should().Contain(new NotFoundException("occasion").Message);
    }

    [Fact]
    public async Task ARefusalThatStays_IsNotShownAgainAtEachChange()
    {
        await using var world = await TestWorld.CreateAsync();
        var ada = await world.OrganizationAsync();
        await using var tab = new ComponentContext(ada);
        var (id, loads) = (Guid.NewGuid(), 0);
        var region = Show(tab, ada, id, () => loads++);
        region.ByRole(AriaRole.Alert);
        var renders = region.RenderCount;

        world.Feed.Publish([new Change(ada.OrganizationId, GiftingTopics.Occasion(id))]);

        await Eventually.HoldsAsync(() => loads == 2, "it is loaded again");
        await region.InvokeAsync(() => { });
        region.RenderCount.Should().Be(renders);
    }

    private static IRenderedComponent<LiveRegion<OccasionFigures>> Show(
        ComponentContext tab, TestActor actor, Guid occasionId, Action? loading = null, Task? gate = null) =>
        tab.Render<LiveRegion<OccasionFigures>>(p => p
            .Add(r => r.Watch, [GiftingTopics.Occasion(occasionId)])
            .Add(r => r.Load, async cancellationToken =>
            {
                loading?.Invoke();
                await (gate ?? Task.CompletedTask);
                return await actor.Occasions.FiguresAsync(occasionId, cancellationToken);
            })
            .Add(r => r.ChildContent, (RenderFragment<OccasionFigures>)(figures => builder => builder.AddContent(0, $"{figures.Meter.Remaining:0} left"))));
}
