using System.Text;
using System.Text.RegularExpressions;
using Budgeting.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Budgeting.Tests.Browser;

/// <summary>The statement of a budget: what it is made of, saved, printed, and moved by others.</summary>
public sealed partial class BudgetReportsTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AStatement_OpensItsFigures_IsSaved_AndMovesWithWhatOthersObligate()
    {
        var household = await Household.CreateAsync(Fixture);
        var office = await Office.CreateAsync(household.Admin);
        await office.PaidAsync(await office.ActiveAsync(100), 30);
        var page = await household.OpenAsync("/budgets");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Budgets" }).GetByRole(AriaRole.Link, new() { Name = "Statement" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "1000, not paid: 70.00" }).ClickAsync();
        await Expect(page.Locator(".figure-large")).ToHaveTextAsync("$70.00");
        (await page.Locator("tbody tr td.amount-cell").AllInnerTextsAsync()).Select(a => a.Trim()).Should().Equal("100.00", "−30.00");
        await Expect(page.Locator("tfoot")).ToContainTextAsync("70.00");
        await page.GetByRole(AriaRole.Link, new() { Name = "Payment" }).ClickAsync();
        await Expect(page.GetByText("Payments")).ToBeVisibleAsync();

        await page.OpenAsync("/budgets/statement");
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export" }).ClickAsync());
        saved.SuggestedFilename.Should().StartWith("Statement 2026 as of ").And.EndWith(".csv");
        (await File.ReadAllLinesAsync(await saved.PathAsync())).Should().Contain(l => l.StartsWith("Total,,,1500.00,0.00,1500.00,300.00,100.00", StringComparison.Ordinal));

        await office.RequestedAsync(23.45m);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "1000, obligated: 123.45" })).ToBeVisibleAsync();
        await Expect(page.Locator("tfoot")).ToContainTextAsync("123.45");
        await Expect(page.Locator(Looks.Glow).First).ToContainTextAsync("123.45");
    }

    [Fact]
    public async Task OnPaper_AStatementFitsAPage_AndIsSigned()
    {
        var household = await Household.CreateAsync(Fixture);
        var office = await Office.CreateAsync(household.Admin, approved: 98_765_432.10m, released: 45_678_901.23m);
        await office.PaidAsync(await office.ActiveAsync(12_345_678.90m), 1_234_567.89m);
        var page = await household.OpenAsync("/budgets/statement");
        await Expect(page.GetByText("Prepared by")).ToBeHiddenAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var text in new[] { "Prepared by", "Certified correct", "Approved by", "Fiscal year 2026 (January 1 – December 31, 2026)" })
        {
            await Expect(page.GetByText(text).First).ToBeVisibleAsync();
        }

        await Expect(page.Locator("nav:visible, .mud-button-root:visible, select:visible, figure:visible")).ToHaveCountAsync(0);
        var paper = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Pages().Count(paper).Should().Be(1);
        paper.Should().Contain("/MediaBox [0 0 841.", "it is A4, laid across");
    }

    [Fact]
    public async Task OnAPhone_AStatementIsCards_WithoutScrollingInABox()
    {
        var household = await Household.CreateAsync(Fixture);
        var office = await Office.CreateAsync(household.Admin, approved: 98_765_432.10m, released: 45_678_901.23m);
        await office.PaidAsync(await office.ActiveAsync(12_345_678.90m), 1_234_567.89m);

        var page = await household.OpenAsync("/budgets/statement", new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true });

        var obligated = page.GetByRole(AriaRole.Link, new() { Name = "1000, obligated in quarter 1: 12,345,678.90", Exact = true });
        await Expect(obligated).ToBeVisibleAsync();
        (await obligated.Locator("..").EvaluateAsync<string>("cell => getComputedStyle(cell, '::before').content")).Should().Be("\"Obligations Q1\"");
        (await page.EvaluateAsync<bool>(
            "() => [document.documentElement, ...document.querySelectorAll('.statement, .statement *:not(thead, thead *, caption)')].some(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')"))
            .Should().BeFalse("nothing is wider than its place");
        (await page.Locator(".statement .mud-simple-table").EvaluateAsync<bool>("table => table.scrollHeight > table.clientHeight + 1")).Should().BeFalse("only the page scrolls");
        await Expect(page.GetByText("The table scrolls sideways.")).ToBeHiddenAsync();
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pages();
}
