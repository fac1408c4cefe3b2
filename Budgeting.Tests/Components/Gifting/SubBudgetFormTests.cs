using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Gifting;
using Bunit;

namespace Budgeting.Tests.Components;

/// <summary>What is set aside, written by two people at once.</summary>
public sealed class SubBudgetFormTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;
    private OccasionDto _occasion = null!;
    private PersonDto _grandma = null!;
    private ComponentContext _tab = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
        _occasion = await _ada.OccasionAsync();
        _grandma = await _ada.PersonAsync("Grandma");
        _tab = new ComponentContext(_ada);
    }

    public async Task DisposeAsync()
    {
        await _tab.DisposeAsync();
        await _world.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(20)]
    public async Task Set_WhereSomebodySetItMeanwhile_IsRefusedAndLoadsTheirs(int? before)
    {
        await SetAsync(before);
        var form = Show();
        await SetAsync(30);

        form.Find("input").Input("40");
        form.Find("form").Submit();
        form.WaitForAssertion(() => form.ByRole(AriaRole.Alert).Words().Should().Contain("This sub-budget was changed by Ada meanwhile"));
        (await AmountAsync()).Should().Be(30);
        Press(form, "Load theirs");
        form.WaitForAssertion(() => form.Find("input").GetAttribute("value").Should().Be("30.00"));
        form.Find("input").Input("40");
        form.Find("form").Submit();

        form.WaitForAssertion(() => AmountAsync().GetAwaiter().GetResult().Should().Be(40));
    }

    [Fact]
    public async Task Remove_WhatSomebodyChangedMeanwhile_IsRefusedAndLoadsTheirs()
    {
        await SetAsync(20);
        var form = Show();
        await SetAsync(30);

        Press(form, "Remove");

        form.ByRole(AriaRole.Alert).Words().Should().Contain("meanwhile");
        Press(form, "Load theirs");
        form.WaitForAssertion(() => form.Find("input").GetAttribute("value").Should().Be("30.00"));
        Press(form, "Remove");
        form.WaitForAssertion(() => AmountAsync().GetAwaiter().GetResult().Should().BeNull());
    }

    [Fact]
    public async Task Raise_WhatSomebodyChangedMeanwhile_IsRefused()
    {
        await SetAsync(20);
        var ways = _tab.Render<OverBudgetActions>(p => p
            .Add(w => w.Form, _ada.Gifts.FormAsync(_occasion.Id, null, default).GetAwaiter().GetResult())
            .Add(w => w.RecipientId, _grandma.Id)
            .Add(w => w.ExceededBy, 5));
        await SetAsync(50);

        ways.ByRole(AriaRole.Button, "Raise it to $25.00").Click();

        ways.WaitForAssertion(() => _tab.Told.Should().ContainSingle().Which.Should().Contain("meanwhile"));
        (await AmountAsync()).Should().Be(50);
    }

    private static void Press(IRenderedComponent<SubBudgetForm> form, string name) => form.ByRole(AriaRole.Button, name).Click();

    private async Task SetAsync(decimal? amount)
    {
        if (amount is not null)
        {
            await _ada.SubBudgets.SetAsync(_occasion.Id, BudgetedEntity.Person, _grandma.Id, amount, version: null, default);
        }
    }

    private async Task<decimal?> AmountAsync() => (await _ada.SubBudgets.FindAsync(_occasion.Id, BudgetedEntity.Person, _grandma.Id, default))?.Amount;

    private IRenderedComponent<SubBudgetForm> Show() => _tab.Render<SubBudgetForm>(p => p
        .Add(f => f.OccasionId, _occasion.Id)
        .Add(f => f.EntityId, _grandma.Id)
        .Add(f => f.Currency, Currency.Of("USD")));
}
