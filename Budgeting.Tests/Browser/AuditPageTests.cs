using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>An admin finds out who changed what, and takes it along.</summary>
public sealed class AuditPageTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AnEntry_IsFound_LeadsToItsRecordsHistory_AndIsDownloaded()
    {
        var household = await Household.CreateAsync(Fixture);
        var office = await Office.CreateAsync(household.Admin);
        var obligation = await office.ActiveAsync(100);
        await office.RequestedAsync(50);
        var page = await household.OpenAsync("/settings");
        await page.GetByRole(AriaRole.Link, new() { Name = "Audit trail" }).ClickAsync();
        var entries = page.GetByRole(AriaRole.List, new() { Name = "Audit trail" }).Locator("> li");

        await page.GetByLabel("Kind of record").SelectOptionAsync(new SelectOptionValue { Label = "Obligation" });
        await Expect(entries).ToHaveCountAsync(3);
        await page.GetByRole(AriaRole.Link, new() { Name = "obligation “2026-0001”" }).First.ClickAsync();
        await Expect(entries).ToHaveCountAsync(2);
        await Expect(entries.First).ToContainTextAsync("Paul changed obligation “2026-0001”");
        await entries.First.GetByText("Details").ClickAsync();
        await Expect(entries.First).ToContainTextAsync($"{obligation.Id}");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export" }).ClickAsync());

        download.SuggestedFilename.Should().Be("audit.csv");
        (await File.ReadAllTextAsync(await download.PathAsync())).Should().Contain("status,Requested,Active").And.NotContain("2026-0002");
        await page.GoBackAsync();
        await Expect(entries).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task WhoIsNoAdmin_IsToldSo_WithTheStatusOfIt()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/", email: await household.MemberAsync(Core.Organizations.Role.Approver, "Mara"));

        var answer = await page.GotoAsync("/audit");

        answer!.Status.Should().Be(403);
        await Expect(page.GetByText("Only an admin of the organization can do that.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ThePlacesBeyondAPhonesBar_AreBehindMore()
    {
        var household = await Household.CreateAsync(Fixture);
        var page = await household.OpenAsync("/", new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });
        var more = page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true });

        await more.TapAsync();
        var settings = page.GetByRole(AriaRole.Group, new() { Name = "More", Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Settings" });
        await Expect(settings).ToBeInViewportAsync(new() { Ratio = 1 });
        (await settings.BoundingBoxAsync())!.Y.Should().BeGreaterThan(600, "it opens above its button");
        await settings.TapAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Settings", Level = 1 })).ToBeVisibleAsync();
        await Expect(settings).ToBeHiddenAsync();
    }
}
