using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Budgeting.Web.Components.Ui;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

public sealed class OwnersTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestCosts _costs = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _costs = new TestCosts(await _world.OrganizationAsync());
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Nobody_LeadsToAnOwner_ThenToAProperty_ThenToTheFirstPeriod()
    {
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Owners>();

        page.Press("Add owner");
        page.Type("Name", "Ann");
        page.Submit();
        page.Sees("Owns nothing here");
        page.Press("Add property");
        page.Type("Name or number", "Flat 1");
        page.Field("Share").Input("72.5");
        page.Submit();

        page.WaitFor(() => page.Rows()[0].TextContent.Should().ContainAll("Flat 1", "Ann"));
        (await _costs.Properties.ListAsync(default)).Should().ContainSingle(p => p.ShareWeight == 72.5m);
        page.ByRole(AriaRole.Link, "Add period").GetAttribute("href").Should().Be("/costs?add=period");
        await _costs.MonthAsync(1);
        page.NoLongerSees("Now the first period");
    }

    [Fact]
    public async Task SeveralOwnersAndProperties_AreAddedInOneDialogEach_AndNobodyIsGuessed()
    {
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Owners>();

        page.Press("Add owner");
        page.Type("Name", "Ann");
        page.Press("Save and add another");
        page.WaitFor(() => page.Field("Name").GetAttribute("value").Should().BeNullOrEmpty());
        page.Type("Name", "Ben");
        page.Submit();
        page.WaitFor(() => page.Items("Owners").Should().HaveCount(2));
        page.Press("Add property");
        page.ChosenOf("Owner").Should().Be("Choose…");
        page.Type("Name or number", "Flat 1");
        page.Press("Save and add another");
        page.WaitFor(() => page.Errors.Should().Equal("Choose an owner."));
        page.Choose("Owner", "Ben");
        page.Press("Save and add another");

        page.WaitFor(() => page.Field("Name or number").GetAttribute("value").Should().BeNullOrEmpty());
        page.ChosenOf("Owner").Should().Be("Choose…");
        (await _costs.Properties.ListAsync(default)).Should().ContainSingle(p => p.Name == "Flat 1");
    }

    [Fact]
    public async Task Edit_BeginsWithWhatIs_AndChangesIt()
    {
        var ann = await _costs.OwnerAsync("Ann", _costs.Actor.MemberId);
        await _costs.Owners.UpdateAsync(ann.Id, ann.ToInput() with { Iban = "DE02120300000000202051" }, null, default);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Owners>();

        page.Press("Edit", within: "Ann");
        page.Field("IBAN").GetAttribute("value").Should().Be("DE02120300000000202051");
        page.Field("IBAN").GetAttribute("autocomplete").Should().Be("off");
        page.Choose("Linked member", "Nobody");
        page.Type("Name", "Anna");
        page.Submit();

        page.WaitFor(() => tab.Services.GetRequiredService<UndoableActions>().Offer?.Text.Should().Be("Anna changed."));
        (await _costs.Owners.GetAsync(ann.Id, default)).Should().Match<OwnerDto>(o => o.Name == "Anna" && o.MemberId == null && o.Iban == "DE02120300000000202051");
    }

    [Fact]
    public async Task Edit_OfWhatSomebodyChanged_LoadsTheirs()
    {
        var ann = await _costs.OwnerAsync("Ann");
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Owners>();
        page.Press("Edit", within: "Ann");
        await _costs.Owners.UpdateAsync(ann.Id, ann.ToInput() with { Email = "ann@example.org" }, null, default);
        page.Type("Name", "Anna");

        page.Submit();
        page.Press("Load theirs");
        page.WaitFor(() => page.Field("E-mail").GetAttribute("value").Should().Be("ann@example.org"));
        page.Type("Name", "Anna");
        page.Submit();

        page.Sees("Anna");
        (await _costs.Owners.GetAsync(ann.Id, default)).Should().Match<OwnerDto>(o => o.Name == "Anna" && o.Email == "ann@example.org");
    }

    [Fact]
    public async Task Edit_OfAProperty_LeavesWhoseItIs()
    {
        var (ann, flat) = await _costs.OwnedAsync("Ann");
        flat = await _costs.Properties.UpdateAsync(flat.Id, flat.ToInput() with { From = new DateOnly(2026, 3, 1) }, null, default);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Owners>();

        page.Buttons.Should().Contain("Edit");
        page.Row("Ann's").ByRole(AriaRole.Button, "Edit").Click();
        page.All("form select, form input[type=date]").Should().BeEmpty("it is sold another way");
        page.Type("Name or number", "Loft");
        page.Submit();

        page.Sees("Loft");
        (await _costs.Properties.GetAsync(flat.Id, default)).Should().BeEquivalentTo(flat with { Name = "Loft", Version = flat.Version + 1 });
        flat.OwnerId.Should().Be(ann.Id);
    }

    [Fact]
    public async Task Weight_IsEditedInItsPlace_AndWhatIsWrongIsSaidThere()
    {
        await _costs.OwnedAsync("Ann");
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Owners>();

        page.Field("Share of Ann's").Change("much");
        page.Sees("Enter a number such as 12.5.");
        page.Field("Share of Ann's").Change("-1");
        page.Sees("Enter a share of 0 or more.");
        page.Field("Share of Ann's").Change("1,234.567");

        await Eventually.HoldsAsync(async () => (await _costs.Properties.ListAsync(default))[0].ShareWeight == 1234.567m, "it is saved");
    }

    [Fact]
    public async Task Sold_IsTheBuyersFromTheDayOn()
    {
        await _costs.OwnedAsync("Ann");
        var ben = await _costs.OwnerAsync("Ben");
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Owners>();

        page.Press("Sold…");
        page.Choose("New owner", "Ben");
        page.Type("Sold on", "2026-07-01");
        page.Submit();

        page.Sees("Ann until the day before");
        (await _costs.Properties.ListAsync(default))[0].Should().Match<PropertyDto>(p => p.OwnerId == ben.Id && p.From == new DateOnly(2026, 7, 1));
    }

    [Fact]
    public async Task Delete_OfAnOwnerWithSomething_IsRefusedInWords()
    {
        await _costs.OwnedAsync("Ann");
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Owners>();

        page.Press("Delete", within: "Ann");

        page.Sees("Ann owns something, or something is recorded of them. Make them inactive instead.");
        page.Press("Make inactive", within: "Ann");
        page.WaitFor(() => page.Items("Owners").Should().ContainSingle().Which.Words().Should().Contain("Inactive"));
    }

    [Fact]
    public async Task WhateverIsDone_CanBeUndone()
    {
        var (ann, flat) = await _costs.OwnedAsync("Ann");
        var ben = await _costs.OwnerAsync("Ben");
        await using var tab = new ComponentContext(_costs.Actor);
        var (page, undoable) = (tab.Open<Owners>(), tab.Services.GetRequiredService<UndoableActions>());

        page.Press("Delete", within: "Ben");
        await UndoneAsync("Ben deleted.", async () => (await _costs.Owners.ListAsync(default)).Any(o => o.Id == ben.Id));
        page.Field("Share of Ann's").Change("7");
        await UndoneAsync("Ann's has a share of 7 now.", async () => (await _costs.Properties.GetAsync(flat.Id, default)).ShareWeight == 1);
        page.Press("Sold…");
        page.Choose("New owner", "Ben");
        page.Submit();
        await UndoneAsync("Ann's sold to Ben.", async () => (await _costs.Properties.GetAsync(flat.Id, default)).OwnerId == ann.Id);

        async Task UndoneAsync(string told, Func<Task<bool>> isBack)
        {
            page.WaitFor(() => undoable.Offer?.Text.Should().Be(told));
            await tab.Renderer.Dispatcher.InvokeAsync(undoable.UndoAsync);
            await Eventually.HoldsAsync(isBack, told);
            page.Sees("Ben");
        }
    }

    [Fact]
    public async Task WhatWasDeletedOrChanged_IsBroughtBack()
    {
        var ann = await _costs.OwnerAsync("Ann", _costs.Actor.MemberId);
        await _costs.Owners.UpdateAsync(ann.Id, ann.ToInput() with { Name = "Anna", MemberId = null }, null, default);
        var garage = await _costs.PropertyAsync(ann, 7, "Garage");
        await _costs.Properties.DeleteAsync(garage.Id, null, default);
        await using var tab = new ComponentContext(_costs.Actor);
        var page = tab.Open<Owners>();

        page.Press("Deleted properties");
        page.Sees("Anna, share of 7 · deleted by");
        page.Press("Restore Garage");
        page.WaitFor(() => page.Rows()[0].TextContent.Should().ContainAll("Garage", "Anna"));
        page.Press("History", within: "Anna");
        page.WaitFor(() => page.WordsOf(AriaRole.Listitem).Last(c => c.StartsWith("Linked member", StringComparison.Ordinal)).Should().NotContainAny($"{_costs.Actor.MemberId}", "gone"));
        page.Press("Restore this version: 1");

        await Eventually.HoldsAsync(async () => (await _costs.Owners.GetAsync(ann.Id, default)) is { Name: "Ann", MemberId: { } member } && member == _costs.Actor.MemberId, "it is as it was");
    }

    [Fact]
    public async Task Member_ReadsAndChangesNothing()
    {
        await _costs.OwnedAsync("Ann");
        await using var tab = new ComponentContext(await _world.MemberAsync(_costs.Actor, Role.Member));

        var page = tab.Open<Owners>();

        page.Sees("Ann's");
        page.All("input").Should().BeEmpty();
        page.Buttons.Should().NotContain(b => b.StartsWith("Add", StringComparison.Ordinal) || b.StartsWith("More for", StringComparison.Ordinal));
    }
}
