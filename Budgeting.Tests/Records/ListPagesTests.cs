using Budgeting.Tests.Api;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Records;

/// <summary>Whatever an address says of the page of a list, it is shown.</summary>
public sealed class ListPagesTests
{
    private static readonly string[] Sound = ["0", "-1", "999999999", "2147483647", "-2147483648", ""];
    private static readonly string[] Garbage = ["abc", "1.5", "99999999999", "%00", "%F0%9F%98%80"];

    [Fact]
    public async Task EveryList_WithAnyNumberAsItsPage_IsShown() => (await FailedAsync(Sound)).Should().BeEmpty();

    [Fact]
    public async Task EveryList_WithGarbageAsItsPage_IsShownWithoutIt() => (await FailedAsync(Garbage)).Should().BeEmpty();

    private static async Task<IReadOnlyList<string>> FailedAsync(IReadOnlyList<string> pages)
    {
        await using var server = await TestServer.StartAsync();
        var email = TestActors.NewEmail();
        var member = await server.OrganizationAsync(email);
        using var browser = await server.BrowserAsync(email);
        var ada = server.Services.ActAs(member);
        var occasion = await ada.OccasionAsync();
        await ada.GiftAsync(occasion);
        var ids = await SharedCostsSample.CreateAsync(ada);
        var (period, closed) = (ids["periods"], ids["/api/v1/periods/{id}/statements"]);
        string[] tabs = ["contributions", "expenses", "items", "readings", "charges", "sheet", "settle"];
        var paths = tabs.Select(tab => ($"{tab}", $"/costs/periods/{period}?tab={tab}&page="))
            .Append(("statements", $"/costs/periods/{closed}?tab=sheet&statements="))
            .Append(("board", $"/occasions/{occasion.Id}?page=")).Append(("list", $"/occasions/{occasion.Id}?view=list&page="))
            .Append(("sort", $"/occasions/{occasion.Id}?view=list&sort=")).Append(("segment", $"/occasions/{occasion.Id}?view=list&segment="))
            .Append(("mine", "/costs/mine?period=")).Append(("owner", "/costs/mine?owner="));
        var failed = new List<string>();
        foreach (var (name, path) in paths)
        {
            foreach (var page in pages)
            {
                using var answer = await browser.GetAsync(path + page);
                if ((int)answer.StatusCode >= 500)
                {
                    failed.Add($"{name} {page} {(int)answer.StatusCode}");
                }
            }
        }

        return failed;
    }
}
