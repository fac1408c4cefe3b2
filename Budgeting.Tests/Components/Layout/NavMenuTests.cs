using Budgeting.Tests.Support;
using Budgeting.Web.Components.Layout;
using Budgeting.Web.Modules;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

public sealed class NavMenuTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(5, 5, 0)]
    [InlineData(6, 4, 2)]
    [InlineData(9, 4, 5)]
    public void APhonesBar_HasFivePlacesAtMost_ThatWithTheRestIncluded(int places, int onPhones, int beyond)
    {
        var map = new SiteMap([.. Enumerable.Range(0, places).Select(i => new NavItem($"/{i}", "home", $"{i}"))]);

        (map.OnPhones.Count(), map.Beyond.Count()).Should().Be((onPhones, beyond));
        map.OnPhones.Concat(map.Beyond).Should().Equal(map.Items);
    }

    [Fact]
    public async Task ThePhonesBar_LeadsToEveryPlace_AndShowsWhereOneIs()
    {
        await using var tab = new ComponentContext(await fixture.World.OrganizationAsync());
        tab.Services.GetRequiredService<NavigationManager>().NavigateTo("/settings");

        var bar = tab.Render<NavMenu>().FindAll("nav")[^1];

        bar.Children.Where(c => c.TagName is "A" or "BUTTON").Select(c => c.Words()).Should().Equal("Home", "Occasions", "People", "Costs", "More");
        bar.QuerySelectorAll("a").Select(a => a.Words()).Should().Equal(WebModule.All.SelectMany(m => m.Navigation).Where(i => !i.IsPart).Select(i => i.Text));
        bar.QuerySelector("button")!.ClassName.Should().Contain("active");
        bar.QuerySelector("[aria-current]")!.Words().Should().Be("Settings");
    }
}
