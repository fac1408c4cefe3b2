using System.Text.Json;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

public sealed class ApiPageTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task ApiPage_ShowsEveryOperation_WithinTheContentSecurityPolicy()
    {
        var page = await Fixture.Browser.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(new Uri(Fixture.Server.Address, "/api").ToString());
        await Assertions.Expect(page.Locator(".opblock-tag")).ToHaveCountAsync(await TagsAsync());
        await page.Locator(".opblock-tag[data-tag=Occasions]").ClickAsync();
        await page.GetByText("/api/v1/occasions/{id}/meter").ClickAsync();

        await Assertions.Expect(page.Locator(".opblock-body")).ToContainTextAsync("hiddenSurprises");
        (await page.Locator(".opblock").CountAsync()).Should().BeGreaterThan(5);
        complaints.Should().BeEmpty();
        await page.CloseAsync();
    }

    private async Task<int> TagsAsync()
    {
        using var client = new HttpClient { BaseAddress = Fixture.Server.Address };
        using var document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json"));
        return document.RootElement.GetProperty("tags").GetArrayLength();
    }
}
