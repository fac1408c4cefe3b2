using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Components.SharedCosts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Components;

/// <summary>A list of records that is longer than a page.</summary>
public sealed class RecordPagesTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task List_LongerThanAPage_IsShownInPages_WithTheSumOfAll()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var (ann, _) = await costs.OwnedAsync("Ann");
        var period = await costs.MonthAsync(1);
        var lines = string.Join('\n', Enumerable.Range(1, 101).Select(i => $"Ann,{i},2026-01-02"));
        await costs.Imports.ImportAsync(RecordKind.Contributions, period.Id, System.Text.Encoding.UTF8.GetBytes("owner,amount,date\n" + lines), default);
        await using var tab = new ComponentContext(costs.Actor);

        var navigation = tab.Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo($"/costs/periods/{period.Id}?tab=contributions");

        var page = tab.Open<PeriodDetails>(("Id", period.Id));

        page.WaitFor(() => page.Rows().Should().HaveCount(100));
        page.Sees("1–100 of 101");
        page.Find("tfoot").TextContent.Should().Contain("101 contributions").And.Contain("5,151.00");
        page.ByRole(AriaRole.Navigation, "Pages of contributions").ByRole(AriaRole.Link, "Next").GetAttribute("href").Should().EndWith("&page=2");

        navigation.NavigateTo($"/costs/periods/{period.Id}?tab=contributions&page=2");

        page.WaitFor(() => page.Rows().Should().ContainSingle().Which.TextContent.Should().Contain(ann.Name));
        page.Sees("101–101 of 101");
        page.Find("tfoot").TextContent.Should().Contain("5,151.00");
    }
}
