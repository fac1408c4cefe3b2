using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Browser;

/// <summary>Each form of the app, filled in and not saved, comes back as it stood.</summary>
public sealed class TypedFormsTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    // As a person does: the page is told of each field when it is left. Numbers and days are what their fields can read.
    private const string FillIn = """
        async () => {
            const form = document.querySelector('.mud-dialog form') ?? document.querySelector('.editing form') ?? document.querySelector('.add form');
            form.querySelectorAll('details').forEach(d => (d.open = true));
            const fields = [...form.querySelectorAll('input:not([type=hidden], [type=file], [data-anew], [readonly]), select, textarea')].filter(f => !f.disabled);
            for (const f of fields) {
                f.focus();
                if (f.type === 'checkbox') f.click();
                else {
                    f.value = f.matches('select') ? f.options[f.options.length - 1].value : f.type === 'date' ? '2026-02-17' : f.inputMode ? '7' : f.type === 'url' ? 'https://127.0.0.1/' : 'Typed';
                    ['input', 'change'].forEach(type => f.dispatchEvent(new Event(type, { bubbles: true })));
                }
                await new Promise(r => setTimeout(r, 20));
            }
            await new Promise(r => setTimeout(r, 150));
            return form.dataset.form;
        }
        """;

    private const string Stand = """
        form => JSON.stringify([...document.querySelectorAll(`form[data-form="${form}"] :is(input:not([type=hidden], [type=file]), select, textarea)`)]
            .map(f => [f.labels?.[0]?.textContent ?? f.ariaLabel, f.type === 'checkbox' ? f.checked : f.matches('select') ? f.selectedOptions[0]?.textContent : f.value]))
        """;

    [Fact]
    public async Task EveryForm_ComesBackAsItStood()
    {
        var household = await Household.CreateAsync(Fixture);
        var forms = await FormsAsync(household);
        var page = await household.OpenAsync();
        var said = new List<string>();
        page.Console += (_, message) => said.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => said.Add(error);
        var different = new List<string>();

        foreach (var (address, way) in forms)
        {
            await page.OpenAsync(address);
            foreach (var name in way.Split(" > ", StringSplitOptions.RemoveEmptyEntries))
            {
                await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).Filter(new() { Visible = true }).First.ClickAsync();
            }

            await page.Locator(way.Length == 0 ? ".add form" : ".mud-dialog form, .editing form").WaitForAsync();
            var form = await page.EvaluateAsync<string>(FillIn);
            var stood = await page.EvaluateAsync<string>(Stand, form);

            await page.LoseCircuitAsync(isPaused: true);

            try
            {
                await page.WaitForFunctionAsync($"([form, stood]) => ({Stand})(form) === stood", new[] { form, stood }, new() { Timeout = 8_000 });
            }
            catch (TimeoutException)
            {
                different.Add($"{address} {way}\n  was {stood}\n  is  {await page.EvaluateAsync<string>(Stand, form)}");
            }
        }

        different.Should().BeEmpty();
        said.Where(s => s.StartsWith("error", StringComparison.Ordinal)).Should().BeEmpty();
    }

    private static async Task<IEnumerable<(string Address, string Way)>> FormsAsync(Household household)
    {
        var occasion = await household.ChristmasAsync();
        await household.Admin.People.AddAsync(new PersonInput { Name = "Ada", MemberId = household.Admin.MemberId }, default);
        await household.Admin.Wishes.AddAsync(occasion.Id, new WishInput { Name = "Globe" }, default);
        await household.MemberAsync(Role.Member, "Ben");
        var costs = new TestCosts(household.Admin);
        var closed = await costs.MonthAsync(1);
        await costs.CloseAsync(closed);
        var open = await costs.MonthAsync(2);
        var (ann, flat) = await costs.OwnedAsync("Ann");
        await costs.OwnerAsync("Cleo");
        var water = await costs.ItemAsync(open, AllocationStrategy.UsageBased, type: "Water");
        await costs.ReadingAsync(open, water, flat, 0, 5);
        await costs.ExpenseAsync(open, 12);
        await costs.ContributionAsync(open, ann, 20);
        await costs.ChargeAsync(open, ann, 5);
        var office = await FilledOffice.CreateAsync(household.Admin);
        var (gifts, period) = ($"/occasions/{occasion.Id}", $"/costs/periods/{open.Id}");
        return
        [
            (gifts, "Add gift"), (gifts, "More for Scarf > Edit"), (gifts, "Edit budget"), (gifts, $"More for {occasion.Name} > Edit occasion"),
            (gifts, $"More for {occasion.Name} > Start next year's…"), (gifts, $"More for {occasion.Name} > Guest links…"),
            ($"{gifts}?view=recipients", "Set sub-budget for Grandma"), ($"{gifts}?view=wishes", "Add wish"), ($"{gifts}?view=wishes", "More for Globe > Edit"),
            ("/occasions", "Add occasion"), ("/people", "Add person"), ("/people", "More for Grandma > Edit"),
            ("/costs", "Add period"), ("/costs/owners", "Add owner"), ("/costs/owners", "More for Ann > Edit"), ("/costs/owners", "Add property"),
            ("/costs/owners", "More for Ann's > Edit"), ("/costs/owners", "More for Ann's > Sold…"), ($"/costs/periods/{closed.Id}", "Reopen…"),
            (period, $"More for {open.Name} > Edit period"),
            .. from tab in new[] { ("expenses", "Repairs"), ("contributions", "Ann"), ("items", "Water"), ("readings", "Ann's"), ("charges", "Ann") }
               from way in new[] { "", $"More for {tab.Item2} > Edit" }
               select ($"{period}?tab={tab.Item1}", way),
            .. BudgetForms(office),
            ("/settings", "Edit"), ("/settings/members", "Invite somebody"), ("/settings/members", "More for Ben > Change name or role"), ("/settings/tokens", "Make a token"),
        ];
    }

    private static IEnumerable<(string Address, string Way)> BudgetForms(FilledOffice office)
    {
        var (draft, lines, submitted, approved) =
            ($"/budgets/{office.Draft.Id}", $"/budgets/program-budgets/{office.DraftBudget.Id}", $"/budgets/{office.Submitted.Id}", $"/budgets/{office.Office.Proposal.Id}");
        return
        [
            ("/budgets", "New proposal"), ("/budgets/programs", ""), ("/budgets/programs", "More for Program 1000 > Edit"),
            (draft, "Add program budget"), (draft, "More for Program 1000 > Edit"), (draft, "More for Budget 2027 > Edit proposal"),
            (lines, ""), (lines, "More for All of it > Edit"), (lines, "Add justification"), (lines, "More for need > Edit"),
            (submitted, "Approve…"), (submitted, "Reject…"), (submitted, "More for Budget 2030 > Take back to a draft…"),
            (approved, "Reallocate…"), (approved, "More for Program 1000 > Supplement or cut…"), ($"/budgets/{office.Closing.Id}", "More for Budget 2025 > Close the year…"),
        ];
    }
}
