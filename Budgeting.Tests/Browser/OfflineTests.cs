using System.Text.Json;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>The app on a home screen: what browsers want of it, and what it shows where it can't be reached.</summary>
public sealed class OfflineTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private static readonly string[] Kept = ["/icon.svg", "/js/offline.js", "/offline.css", "/offline.html", "/tokens.css"];

    [Fact]
    public async Task TheManifest_IsOneThatBrowsersTake()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync();
        var browser = await page.Context.NewCDPSessionAsync(page);

        var manifest = (await browser.SendAsync("Page.getAppManifest"))!.Value;
        var content = JsonDocument.Parse(manifest.GetProperty("data").GetString()!).RootElement;

        manifest.GetProperty("errors").EnumerateArray().Should().BeEmpty();
        content.GetProperty("display").GetString().Should().Be("standalone");
        content.GetProperty("background_color").GetString().Should().Be(await SurfaceAsync(page));
        content.GetProperty("theme_color").GetString().Should().Be(await SurfaceAsync(page));
        foreach (var icon in content.GetProperty("icons").EnumerateArray())
        {
            var size = await SizeAsync(page, icon.GetProperty("src").GetString()!);
            icon.GetProperty("sizes").GetString().Should().BeOneOf("any", $"{size}x{size}");
        }

        (await SizeAsync(page, (await page.Locator("link[rel=apple-touch-icon]").GetAttributeAsync("href"))!)).Should().Be(180);
    }

    [Fact]
    public async Task APageThatCannotBeReached_SaysSoAndComesBackByItself()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/people");
        await WorkerAsync(page);

        await page.Context.SetOfflineAsync(true);
        await page.GotoAsync("/occasions");
        await Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Budgeting can’t be reached");
        var again = page.GetByRole(AriaRole.Button, new() { Name = "Try again" });
        (await again.BoundingBoxAsync())!.Height.Should().Be(44, "its style is there, too");
        await again.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Still not reachable.");
        await page.Context.SetOfflineAsync(false);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Occasions", Exact = true })).ToBeVisibleAsync(new() { Timeout = 15_000 });
        new Uri(page.Url).AbsolutePath.Should().Be("/occasions");
    }

    [Fact]
    public async Task TheWorker_KeepsItsOwnPageAndNothingElse()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync();
        await WorkerAsync(page);

        await page.OpenAsync($"/occasions/{occasion.Id}");
        await page.OpenAsync("/people");
        await page.EvaluateAsync("() => fetch('/api/v1/occasions')");

        var kept = await page.EvaluateAsync<string[]>(
            """
            async () => {
              const caches = await Promise.all((await window.caches.keys()).map(name => window.caches.open(name)));
              const requests = await Promise.all(caches.map(cache => cache.keys()));
              return requests.flat().map(request => new URL(request.url).pathname).sort();
            }
            """);
        kept.Should().Equal(Kept);
    }

    [Fact]
    public async Task PagesThatAreLeft_WithTheWorkerInPlace_LeaveNoSubscription()
    {
        var household = await Household.CreateAsync(Fixture);
        var feed = household.Admin.Get<Core.Kernel.Changes.ChangeFeed>();
        var page = await household.OpenAsync("/people");
        await WorkerAsync(page);
        await page.OpenAsync("/people");
        await Eventually.HoldsAsync(() => feed.SubscribersOf(household.Admin.OrganizationId) > 0, "a page is open");

        for (var i = 0; i < 6; i++)
        {
            await page.OpenAsync("/people");
            await page.WaitForFunctionAsync("() => window.Blazor.disconnect");
        }

        await page.GotoAsync("/offline.html");

        await Eventually.HoldsAsync(() => feed.SubscribersOf(household.Admin.OrganizationId) == 0, "each page said goodbye");
    }

    [Fact]
    public async Task SignOut_WithTheWorkerInPlace_EndsTheSession()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync();
        await WorkerAsync(page);

        await page.GotoAsync("/account");
        await page.SignOutAsync();
        await page.GotoAsync("/people");

        new Uri(page.Url).AbsolutePath.Should().Be("/sign-in");
    }

    private static async Task WorkerAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => navigator.serviceWorker.controller?.state === 'activated'");
        (await page.EvaluateAsync<string>("async () => (await navigator.serviceWorker.ready).scope")).Should().EndWith("/").And.NotContain("js");
    }

    private static Task<string> SurfaceAsync(IPage page) => page.EvaluateAsync<string>(
        "async () => (await (await fetch('/tokens.css')).text()).match(/--surface: light-dark\\((#\\w+)/)[1]");

    private static Task<int> SizeAsync(IPage page, string address) => page.EvaluateAsync<int>(
        "async address => { const image = new Image(); image.src = address; await image.decode(); return image.naturalWidth; }", address);
}
