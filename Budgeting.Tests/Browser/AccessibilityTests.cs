using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>Every page and dialog, wide and narrow, light and dark; no page wider than the phone it is on.</summary>
public sealed class AccessibilityTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    private const int Wide = 1280;
    private const int Narrow = 390;

    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task EveryPage_IsAccessible(int width)
    {
        var household = await Household.CreateAsync(Fixture);
        var (addresses, withoutCircuit) = (await AddressesAsync(household), AppPages.Addresses(AppPages.WithoutCircuit, _ => "").ToHashSet(StringComparer.Ordinal));
        var page = await household.OpenAsync("/", OptionsOf(width));

        foreach (var address in addresses)
        {
            await (withoutCircuit.Contains(address) ? page.GotoAsync(address) : page.OpenAsync(address));
            await LookAtAsync(page, $"{address} at {width}");
            if (width == Narrow)
            {
                await ShouldFitAsync(page, address);
            }
        }
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task EveryPageForAnybody_IsAccessible(int width)
    {
        var household = await Household.CreateAsync(Fixture);
        var invitation = await household.Admin.Invitations.CreateAsync(Role.Member, note: null, CancellationToken.None);
        var options = OptionsOf(width);
        options.BaseURL = Fixture.Server.Address.ToString();
        await using var context = await Fixture.Browser.NewContextAsync(options);
        var page = await context.NewPageAsync();

        foreach (var address in AppPages.Addresses(AppPages.ForEverybody, before => before == "/error/" ? 503 : invitation.Secret).Append("/offline.html").Append("/nowhere"))
        {
            await page.GotoAsync(address);
            await page.Locator("h1").First.WaitForAsync();
            await LookAtAsync(page, $"{address} at {width}");
        }
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task EveryDialogOfAnOccasion_IsAccessible(int width)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", OptionsOf(width));

        foreach (var (menu, entry) in Dialogs(occasion))
        {
            if (menu is not null)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = menu, Exact = true }).ClickAsync();
            }

            await page.GetByRole(AriaRole.Button, new() { Name = entry, Exact = true }).First.ClickAsync();
            var dialog = page.GetByRole(AriaRole.Dialog);
            await dialog.Locator("button").First.WaitForAsync();
            await Assertions.Expect(dialog.Locator(".skeleton")).ToHaveCountAsync(0);
            foreach (var closed in await dialog.Locator("details:not([open]) > summary").AllAsync())
            {
                await closed.ClickAsync();
            }

            await LookAtAsync(page, $"“{entry}” at {width}");
            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(dialog).ToHaveCountAsync(0);
        }
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task EveryDialogOfSharedCosts_IsAccessible(int width)
    {
        var household = await Household.CreateAsync(Fixture);
        var (house, _, open) = await HouseAsync(household);
        var page = await household.OpenAsync("/", OptionsOf(width));

        foreach (var (address, ways) in CostDialogs(house, open, isWide: width >= 640))
        {
            await page.OpenAsync(address);
            foreach (var way in ways)
            {
                await OpenedAsync(page, $"{address}: {way} at {width}", way.Split(" > "));
            }
        }

        await house.Costs.ReopenAsync(house.January);
        await house.Costs.ContributionAsync(house.January, house.Owners[0], 5);
        await page.OpenAsync($"/costs/periods/{house.January.Id}");
        await OpenedAsync(page, $"the first balances at {width}", "More for 2026-01", "Balances at the start…");
        await OpenedAsync(page, $"the corrected balances at {width}", "More for 2026-01", "Close period…", "Close period");
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task EveryDialogOfBudgets_IsAccessible(int width)
    {
        var household = await Household.CreateAsync(Fixture);
        var office = await FilledOffice.CreateAsync(household.Admin);
        var page = await household.OpenAsync("/", OptionsOf(width));

        foreach (var (address, ways) in BudgetDialogs(office))
        {
            await page.OpenAsync(address);
            foreach (var way in ways)
            {
                await OpenedAsync(page, $"{address}: {way} at {width}", way.Split(" > "));
            }
        }
    }

    [Theory]
    [InlineData(Wide)]
    [InlineData(Narrow)]
    public async Task ThePaletteAndTheShortcuts_AreAccessible(int width)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}", OptionsOf(width));

        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Home" }).WaitForAsync();
        await LookAtAsync(page, $"the palette at {width}");
        await page.Keyboard.TypeAsync("nowhere");
        await page.GetByText("Nothing found.").WaitForAsync();
        await LookAtAsync(page, $"the palette without a result at {width}");

        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Keyboard shortcuts" }).WaitForAsync();
        await LookAtAsync(page, $"the shortcuts at {width}");
    }

    // What is pressed to open each: the whole name, or, up to a colon, its beginning.
    private static IEnumerable<(string Address, string[] Ways)> CostDialogs(SharedHouse house, Guid open, bool isWide)
    {
        var (owner, period) = ("Wilhelmina Brandenburg-Schwedt-Hohenheim", $"/costs/periods/{open}");
        string[] figures =
        [
            $"{owner}, balance:", .. isWide ? [$"{owner}, share of costs:", $"{owner}, carried over:", "All, contributions:"] : Array.Empty<string>(),
        ];
        return
        [
            ("/costs", ["Add period"]),
            ("/costs/owners", ["Add owner", "Add property", $"More for {owner}", $"More for {owner} > Edit", $"More for {owner}'s > Edit", $"More for {owner}'s > Sold…"]),
            ("/costs/mine", ["Your e-mail and account"]),
            (period, ["More for 2026-02", "More for 2026-02 > Edit period", "More for 2026-02 > History", "More for 2026-02 > Close period…"]),
            ($"{period}?tab=expenses", ["Import and export > Import…", "More for Repairs > Edit", "More for Repairs > Receipt…", "More for Repairs > History"]),
            ($"{period}?tab=contributions", ["Import and export > Import…", $"More for {owner} > Edit"]),
            ($"{period}?tab=items", ["More for water > Edit"]),
            ($"{period}?tab=readings", ["Import and export", $"More for {owner}'s > Edit"]),
            ($"{period}?tab=charges", [$"More for {owner} > Edit"]),
            ($"{period}?tab=sheet", [.. figures, "Money in the fund:", "Not shared:", "All balances:"]),
            ($"/costs/periods/{house.January.Id}", ["Reopen…"]),
        ];
    }

    private static IEnumerable<(string Address, string[] Ways)> BudgetDialogs(FilledOffice office)
    {
        const string program = "More for Program 1000";
        return
        [
            ("/budgets", ["New proposal", "Deleted proposals"]),
            ("/budgets/programs", [$"{program} > Edit", $"{program} > History"]),
            ($"/budgets/{office.Draft.Id}", ["Add program budget", "More for Budget 2027", "More for Budget 2027 > Edit proposal", "Submit…", $"{program} > Edit", $"{program} > History"]),
            ($"/budgets/{office.Submitted.Id}", ["Approve…", "Reject…", "More for Budget 2030 > Take back to a draft…"]),
            ($"/budgets/{office.Office.Proposal.Id}", ["Reallocate…", $"{program} > Supplement or cut…", "More for Budget 2026 > Close the year…"]),
            ($"/budgets/{office.Closing.Id}", ["More for Budget 2025 > Close the year…"]),
            ($"/budgets/program-budgets/{office.DraftBudget.Id}", ["More for All of it > Edit", "Add justification", "More for need > History"]),
        ];
    }

    // Presses one after the other, looks at what that opened, and leaves it again.
    private static async Task OpenedAsync(IPage page, string where, params string[] names)
    {
        foreach (var name in names)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = !name.EndsWith(':') }).First.ClickAsync();
        }

        var opened = page.Locator(".mud-dialog, .menu:popover-open, .editing");
        await opened.Locator("button").First.WaitForAsync();
        await Assertions.Expect(opened.Locator(".skeleton")).ToHaveCountAsync(0);
        await opened.Locator("details").EvaluateAllAsync<bool>("all => { all.forEach(details => (details.open = true)); return true; }");

        await LookAtAsync(page, where);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(opened).ToHaveCountAsync(0);
    }

    private static IEnumerable<(string? Menu, string Entry)> Dialogs(OccasionDto occasion)
    {
        var menu = $"More for {occasion.Name}";
        return
        [
            (null, "Add gift"),
            (null, "Edit budget"),
            (menu, "Edit occasion"),
            (menu, "Start next year's…"),
            (menu, "Guest links…"),
            (menu, "Present box…"),
            (menu, "Import gifts…"),
            (menu, "Deleted gifts…"),
            ("More for Scarf", "Edit"),
            ("More for Scarf", "History"),
        ];
    }

    // With a gift, a name and an amount that are long, for the person whose page is looked at.
    private static async Task<IReadOnlyList<string>> AddressesAsync(Household household)
    {
        var occasion = await household.ChristmasAsync();
        await household.Admin.PersonAsync("Aunt Josephine Wilhelmina of Brandenburg-Schwedt");
        var person = (await household.Admin.People.ListAsync(CancellationToken.None)).Single(p => p.Name == "Grandma").Id;
        await household.Admin.GiftAsync(occasion, 999_999.99m, recipient: person, name: "Donaudampfschifffahrtsgesellschaftskapitänsmütze");
        var (house, statement, open) = await HouseAsync(household);
        var office = await FilledOffice.CreateAsync(household.Admin);
        var pages = AppPages.Addresses(AppPages.ForMembers, before => before switch
        {
            "/budgets/" => office.Office.Proposal.Id,
            "/budgets/program-budgets/" => office.StartedBudget.Id,
            "/budgets/registry/" => office.Office.Budget.Id,
            "/people/" => person,
            "/costs/periods/" => house.January.Id,
            "/costs/statements/" => statement,
            _ when before.EndsWith("/owners/", StringComparison.Ordinal) => house.Owners[2].Id,
            _ => occasion.Id,
        });
        var tabs = new[] { "contributions", "expenses", "items", "readings", "charges", "sheet", "settle" }.Select(tab => $"/costs/periods/{open}?tab={tab}");
        var proposals = new[] { office.Draft, office.Empty, office.Started, office.Submitted }.Select(p => $"/budgets/{p.Id}").Append($"/budgets/program-budgets/{office.DraftBudget.Id}");
        return [.. pages, .. tabs, .. proposals, $"/costs/periods/{open}", $"/costs/periods/{house.January.Id}?tab=sheet", $"/occasions/{occasion.Id}?view=list", $"/occasions/{occasion.Id}?view=recipients", $"/occasions/{occasion.Id}?view=wishes", "/occasions?archived=true"];
    }

    // A closed period with statements, and one that an admin who is an owner looks at.
    private static async Task<(SharedHouse House, Guid Statement, Guid Open)> HouseAsync(Household household)
    {
        var house = await SharedHouse.CreateAsync(household.Admin, household.Admin.MemberId);
        var costs = house.Costs;
        await costs.ChargeAsync(house.January, house.Owners[0], 1_234_567.89m);
        await costs.CloseAsync(house.January);
        var statement = (await costs.Statements.IssueAsync(house.January.Id, house.Owners[0].Id, CancellationToken.None)).Issued[0].Id;

        var open = await costs.MonthAsync(2);
        var (owner, property) = await costs.OwnedAsync("Wilhelmina Brandenburg-Schwedt-Hohenheim");
        var water = await costs.ItemAsync(open, AllocationStrategy.UsageBased, type: "water");
        await costs.ReadingAsync(open, water, property, 0, 5);
        await costs.ExpenseAsync(open, 1_234_567.89m, water, paidBy: owner);
        await costs.ExpenseAsync(open, 12);
        await costs.ContributionAsync(open, owner, 20);
        await costs.ChargeAsync(open, owner, 5);
        return (house, statement, open.Id);
    }

    // The page stays as it is loaded; only its colours change.
    private static async Task LookAtAsync(IPage page, string where)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.ShouldBeAccessibleAsync($"{where}, light");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.ShouldBeLegibleAsync($"{where}, dark");
    }

    // On the narrowest phone nothing scrolls sideways.
    private static async Task ShouldFitAsync(IPage page, string address)
    {
        await page.SetViewportSizeAsync(320, 844);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).Should().BeLessThanOrEqualTo(0, "{0} must fit", address);
        await page.SetViewportSizeAsync(Narrow, 844);
    }

    private static BrowserNewContextOptions OptionsOf(int width) =>
        new() { ViewportSize = new() { Width = width, Height = 844 }, ReducedMotion = ReducedMotion.Reduce, HasTouch = width < 640, IsMobile = width < 640 };
}
