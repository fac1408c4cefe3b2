using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>What only a browser knows of meters and charts: sizes, places, and what style alone shows.</summary>
public sealed class MeterTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData(360, 2)]
    [InlineData(1280, 3)]
    public async Task Meter_OfLargeAmounts_FitsItsCardAndItsNumberIsTheLargest(int width, int columns)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.Admin.OccasionAsync(budget: 1_000_000);
        await household.Admin.GiftAsync(occasion, price: 1_234_567.89m, GiftStatus.Purchased);
        await household.Admin.GiftAsync(occasion, price: 0.01m);
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", new() { ViewportSize = new() { Width = width, Height = 800 } });

        var shown = await page.Locator(".meter").EvaluateAsync<Shown>("""
            meter => ({
                Cut: [...meter.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > e.parentElement.getBoundingClientRect().right + 0.5).length,
                Columns: new Set([...meter.querySelectorAll('li')].map(e => e.getBoundingClientRect().left)).size,
                Largest: [...meter.querySelectorAll('*')].sort((a, b) => parseFloat(getComputedStyle(b).fontSize) - parseFloat(getComputedStyle(a).fontSize))[0].textContent,
                Thinnest: Math.min(...[...meter.querySelectorAll('.piece')].map(e => e.getBoundingClientRect().width)) })
            """);

        shown.Should().Be(new Shown { Cut = 0, Columns = columns, Largest = "$234,567.90", Thinnest = 5 });
    }

    [Fact]
    public async Task Amounts_OnAPhone_StayInTheirTiles_AndTheBoardsTotalsInPairs()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.Admin.OccasionAsync(budget: 9_876_543.21m);
        foreach (var status in Enum.GetValues<GiftStatus>())
        {
            await household.Admin.GiftAsync(occasion, price: 1_234_567.89m, status);
        }

        var page = await household.OpenAsync($"/occasions/{occasion.Id}", new() { ViewportSize = new() { Width = 390, Height = 844 } });

        (await page.Locator(".legend .face, .strip button").EvaluateAllAsync<string[]>("""
            tiles => tiles.filter(t => [...t.querySelectorAll('.amount')].some(a => a.getBoundingClientRect().right > t.getBoundingClientRect().right)).map(t => t.textContent)
            """)).Should().BeEmpty();
        (await page.Locator(".strip button").EvaluateAllAsync<double[]>("all => all.map(b => b.getBoundingClientRect().top)")).Distinct().Should().HaveCount(2);
        (await page.Locator(".strip button").EvaluateAllAsync<double[]>("all => all.map(b => b.getBoundingClientRect().left)")).Distinct().Should().HaveCount(2);
    }

    [Fact]
    public async Task Chart_PointedAtOrFocused_ShowsTheMonthInPlaceOfTheSums()
    {
        var household = await Household.CreateAsync(Fixture);
        var costs = new TestCosts(household.Admin);
        var (ann, _) = await costs.OwnedAsync("Ann");
        var period = await costs.Periods.AddAsync(TestCosts.MonthInput(1) with { EndDate = new DateOnly(2026, 12, 31) }, default);
        await costs.ContributionAsync(period, ann, 400, new DateOnly(2026, 3, 1));
        await costs.ExpenseAsync(period, 350);
        var page = await household.OpenAsync($"/costs/periods/{period.Id}");
        var values = page.Locator(".chart .values:visible");
        await Assertions.Expect(values).ToHaveTextAsync("In all Contributions $400.00 Expenses $350.00");

        await page.GetByRole(AriaRole.Img, new() { Name = "Mar 2026" }).HoverAsync();
        await Assertions.Expect(values).ToHaveTextAsync("Mar 2026 Contributions $400.00 Expenses $0.00");
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).HoverAsync();
        await Assertions.Expect(values).ToHaveTextAsync("In all Contributions $400.00 Expenses $350.00");
        await page.GetByRole(AriaRole.Img, new() { Name = "Jan 2026" }).FocusAsync();
        await Assertions.Expect(values).ToHaveTextAsync("Jan 2026 Contributions $0.00 Expenses $350.00");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(values).ToHaveTextAsync("Mar 2026 Contributions $400.00 Expenses $0.00");
    }

    private sealed record Shown
    {
        public int Cut { get; init; }

        public int Columns { get; init; }

        public string Largest { get; init; } = "";

        public double Thinnest { get; init; }
    }
}
