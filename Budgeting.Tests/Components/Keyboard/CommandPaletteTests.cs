using System.Reflection;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.Keyboard;
using Budgeting.Web.Modules;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

public sealed class CommandPaletteTests : IAsyncLifetime
{
    private TestWorld _world = null!;
    private TestActor _ada = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _ada = await _world.OrganizationAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Closed_HasNothingOfTheOrganization()
    {
        await _ada.OccasionAsync();
        await using var tab = new ComponentContext(_ada);

        tab.Render<CommandPalette>().Markup.Should().NotContain("Christmas").And.NotContain("role=\"option\"");
    }

    [Fact]
    public async Task Opened_ListsPagesOccasionsPeopleAndWhatCanBeAdded()
    {
        await _ada.OccasionAsync();
        await _ada.PersonAsync("Grandma");
        await using var tab = new ComponentContext(_ada);

        var palette = Opened(tab);

        Options(palette).Should().Equal(
            "Home", "Occasions", "People", "Costs", "Budgets", "Settings", "Christmas", "Grandma", "My purchases", "Archived occasions", "My balance", "Owners and properties", "Budget inbox", "Programs", "Budget statement", "Ageing of unpaid obligations",
            "Members", "Tokens", "Audit trail", "Account", "Add occasion", "Add person", "Add period", "Add gift to Christmas", "Theme: Light", "Theme: Dark", "Theme: As this device", "Keyboard shortcuts");
    }

    [Fact]
    public async Task Opened_ListsPeriodsAndOwners_AndLetsAdminsAloneAddOne()
    {
        await new TestCosts(_ada).MonthAsync(3);
        await new TestCosts(_ada).OwnerAsync("Olga");
        await using var tab = new ComponentContext(await _world.MemberAsync(_ada, Role.Member));

        var palette = Opened(tab);

        Options(palette).Should().Contain(["2026-03", "Olga"]).And.NotContain("Add period");
    }

    [Fact]
    public async Task Opened_LeadsAdminsAloneToTheAuditTrail()
    {
        await using var tab = new ComponentContext(await _world.MemberAsync(_ada, Role.Approver));

        Options(Opened(tab)).Should().Contain("Members").And.NotContain("Audit trail");
    }

    [Theory]
    [InlineData("new", "Add occasion")]
    [InlineData("create", "Add person")]
    [InlineData("invite", "Members")]
    [InlineData("sign out", "Account")]
    [InlineData("expense", "Costs")]
    [InlineData("settle", "My balance")]
    [InlineData("appearance", "Theme: Dark")]
    public async Task Typed_TheWordsThatPeopleTry_FindWhatIsMeant(string typed, string meant)
    {
        await using var tab = new ComponentContext(_ada);
        var palette = Opened(tab);

        palette.ByRole(AriaRole.Combobox).Input(typed);

        palette.WaitForAssertion(() => Options(palette).Should().Contain(meant).And.NotContain("Home"));
    }

    [Fact]
    public void EveryPageOfAMember_IsANavItem()
    {
        var pages = typeof(CommandPalette).Assembly.GetTypes()
            .Where(t => t.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .Where(path => !path.Contains('{', StringComparison.Ordinal) && path != "/organizations");

        pages.Should().HaveCountGreaterThan(5).And.BeSubsetOf(WebModule.All.SelectMany(m => m.Navigation).Select(p => p.Href));
    }

    [Fact]
    public async Task Opened_ByAViewer_AddsNothing()
    {
        await _ada.OccasionAsync();
        await using var tab = new ComponentContext(await _world.MemberAsync(_ada, Role.Viewer));

        var palette = Opened(tab);

        Options(palette).Should().Contain("Christmas").And.NotContain(text => text.StartsWith("Add", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opened_OnAnOccasion_AddsToThisOneFirst()
    {
        await _ada.OccasionAsync(name: "Birthday");
        var here = await _ada.OccasionAsync();
        await using var tab = new ComponentContext(_ada);
        tab.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/occasions/{here.Id}?view=list");

        var palette = Opened(tab);
        palette.ByRole(AriaRole.Combobox).KeyDown("Enter");

        Options(palette).Where(o => o.StartsWith("Add gift", StringComparison.Ordinal)).Should().Equal("Add gift to Christmas", "Add gift to Birthday");
        palette.WaitForAssertion(() => AddressOf(tab).Should().Be($"/occasions/{here.Id}?view=list&add=gift"));
    }

    [Theory]
    [InlineData("", "Add gift to Christmas N")]
    [InlineData("?view=wishes", "Add gift to Christmas")]
    public async Task Opened_OnAnOccasion_SaysTheKeyWhereItAddsAGift(string view, string expected)
    {
        var here = await _ada.OccasionAsync();
        await using var tab = new ComponentContext(_ada);
        tab.Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/occasions/{here.Id}{view}");

        var palette = Opened(tab);

        var option = palette.AllByRole(AriaRole.Option).Single(o => o.Words().StartsWith("Add gift", StringComparison.Ordinal));
        string.Join(' ', option.QuerySelectorAll(".text, kbd").Select(e => e.TextContent)).Should().Be(expected);
    }

    [Fact]
    public async Task Archived_CanBeGoneToAndNotAddedTo()
    {
        var occasion = await _ada.OccasionAsync();
        await _ada.Occasions.UpdateAsync(occasion.Id, occasion.ToInput() with { Archived = true }, null, default);
        await using var tab = new ComponentContext(_ada);

        var palette = Opened(tab);
        palette.ByRole(AriaRole.Combobox).Input("christmas");

        palette.WaitForAssertion(() => Options(palette).Should().Equal("Christmas"));
    }

    [Fact]
    public async Task Typed_IsFoundCountedAndChosenByEnter()
    {
        var person = await _ada.PersonAsync("Zoë");
        await using var tab = new ComponentContext(_ada);
        var palette = Opened(tab);

        palette.ByRole(AriaRole.Combobox).Input("zoe");
        palette.WaitForAssertion(() => palette.ByRole(AriaRole.Status).Words().Should().Be("1 result"));
        palette.ByRole(AriaRole.Combobox).KeyDown("Enter");

        palette.WaitForAssertion(() => AddressOf(tab).Should().Be($"/people/{person.Id}"));
    }

    [Fact]
    public async Task Arrows_GoRoundAndTellWhereTheyAre()
    {
        await using var tab = new ComponentContext(_ada);
        var palette = Opened(tab);

        palette.ByRole(AriaRole.Combobox).KeyDown("ArrowDown");
        Active(palette).Should().Be("Occasions");
        palette.ByRole(AriaRole.Combobox).KeyDown("ArrowUp");
        palette.ByRole(AriaRole.Combobox).KeyDown("ArrowUp");
        Active(palette).Should().Be("Keyboard shortcuts");
        palette.ByRole(AriaRole.Combobox).Input("p");

        palette.WaitForAssertion(() => Active(palette).Should().Be("People"));
    }

    [Fact]
    public async Task NothingFound_SaysSoAndEnterDoesNothing()
    {
        await using var tab = new ComponentContext(_ada);
        var palette = Opened(tab);
        var before = AddressOf(tab);

        palette.ByRole(AriaRole.Combobox).Input("zzz");
        palette.WaitForAssertion(() => palette.ByRole(AriaRole.Status).Words().Should().Be("Nothing found."));
        palette.ByRole(AriaRole.Combobox).KeyDown("Enter");

        palette.ByRole(AriaRole.Combobox).GetAttribute("aria-expanded").Should().Be("false");
        AddressOf(tab).Should().Be(before);
    }

    [Fact]
    public async Task ClosedAndOpenedAgain_BeginsAnewWithWhatIsNew()
    {
        await using var tab = new ComponentContext(_ada);
        var palette = Opened(tab);
        palette.ByRole(AriaRole.Combobox).Input("zzz");

        palette.Find("dialog").TriggerEvent("onclose", EventArgs.Empty);
        await _ada.PersonAsync("Zorro");
        palette.ByRole(AriaRole.Combobox).Focus();

        palette.WaitForAssertion(() => Options(palette).Should().Contain("Home").And.Contain("Zorro"));
    }

    [Fact]
    public async Task MembershipThatEnded_IsToldInWords()
    {
        var max = await _world.MemberAsync(_ada, Role.Member, "Max");
        await using var tab = new ComponentContext(max);
        await _ada.Organizations.UpdateMemberAsync(max.MemberId, new MemberInput { Name = "Max", Role = Role.Member, Active = false }, null, default);

        var palette = tab.Render<CommandPalette>();
        palette.ByRole(AriaRole.Combobox).Focus();

        palette.WaitForAssertion(() => palette.ByRole(AriaRole.Status).Words().Should().NotBeEmpty());
        palette.AllByRole(AriaRole.Option).Should().BeEmpty();
    }

    [Fact]
    public async Task SurprisesForWhoLooks_ChangeNothing()
    {
        var max = await _world.MemberAsync(_ada, Role.Member, "Max");
        var person = await _ada.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.MemberId }, default);
        var occasion = await _ada.OccasionAsync();
        await using var before = new ComponentContext(max);
        var earlier = Opened(before);

        await _ada.GiftAsync(occasion, recipient: person.Id, name: "Drone");
        await using var after = new ComponentContext(max);
        var later = Opened(after);

        Options(later).Should().Equal(Options(earlier)).And.Contain("Christmas");
        later.Markup.Should().NotContain("Drone");
    }

    [Fact]
    public async Task MoreThanFitInAList_AreCountedAndCutOff()
    {
        for (var i = 0; i < 60; i++)
        {
            await _ada.PersonAsync($"Cousin {i}");
        }

        await using var tab = new ComponentContext(_ada);
        var palette = Opened(tab);
        palette.ByRole(AriaRole.Combobox).Input("cousin");

        palette.WaitForAssertion(() => palette.ByRole(AriaRole.Status).Words().Should().Be("The first 50 of 60 results: type more to find others."));
        Options(palette).Should().HaveCount(50);
    }

    private static IRenderedComponent<CommandPalette> Opened(ComponentContext tab)
    {
        var palette = tab.Render<CommandPalette>();
        palette.ByRole(AriaRole.Combobox).Focus();
        palette.WaitForElement("[role=option]");
        return palette;
    }

    private static IEnumerable<string> Options(IRenderedComponent<CommandPalette> palette) => palette.AllByRole(AriaRole.Option).Select(o => o.QuerySelector("span")!.TextContent);

    private static string Active(IRenderedComponent<CommandPalette> palette)
    {
        var active = palette.Find("[aria-selected=true]");
        active.Id.Should().Be(palette.ByRole(AriaRole.Combobox).GetAttribute("aria-activedescendant"));
        return active.QuerySelector("span")!.TextContent;
    }

    private static string AddressOf(ComponentContext tab) => new Uri(tab.Services.GetRequiredService<BunitNavigationManager>().Uri).PathAndQuery;
}
