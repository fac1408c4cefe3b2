using System.Globalization;
using Budgeting.Tests.Support;
using Xunit.Abstractions;

namespace Budgeting.Tests.Browser;

/// <summary>How often a page asks the database, from the request until its circuit runs.</summary>
public sealed class QueryTests(BrowserFixture fixture, ITestOutputHelper output) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("")]
    [InlineData("?view=list")]
    public async Task OccasionPage_TakesItsFiguresFromOneQuery(string view)
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync();

        var commands = await CommandsAsync(() => page.OpenAsync($"/occasions/{occasion.Id}{view}"));

        commands.Where(IsSum).Should().ContainSingle();
        commands.Where(IsOfThePage).Should().OnlyHaveUniqueItems().And.HaveCount(5, "of occasion, figures, people, gifts and members who are linked");
    }

    [Theory]
    [InlineData("/", 2, "gifts", "expenses")]
    [InlineData("/occasions", 1, "gifts")]
    public async Task Overview_TakesAllItsFiguresFromOneQueryEach(string path, int count, params string[] from)
    {
        var household = await Household.CreateAsync(Fixture);
        await household.ChristmasAsync();
        var page = await household.OpenAsync("/people");
        await household.Admin.OccasionAsync(name: "Birthday");

        var commands = await CommandsAsync(() => page.OpenAsync(path));

        commands.Where(IsSum).Should().HaveCount(count, "of gifts, and of what was spent and is in the fund");
        from.Should().OnlyContain(m => commands.Any(c => IsSum(c) && c.Contains($"FROM \"{m}\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/budgets/statement", 13)]
    [InlineData("/budgets/ageing", 4)]
    [InlineData("/budgets/registry/{0}", 13)]
    public async Task Reports_AskNoMoreForMoreObligations(string path, int most)
    {
        var household = await Household.CreateAsync(Fixture);
        var office = await Office.CreateAsync(household.Admin);
        var page = await household.OpenAsync("/settings");
        foreach (var day in new[] { 15, 16, 17 })
        {
            await office.DeliveredAsync(await office.ActiveAsync(day), 10, Office.Day.AddDays(day));
        }

        var commands = await CommandsAsync(() => page.OpenAsync(string.Format(CultureInfo.InvariantCulture, path, office.Budget.Id)));

        commands.Where(c => IsOfThePage(c) && !IsWhoIsLinked(c)).Should().OnlyHaveUniqueItems().And.HaveCountLessThanOrEqualTo(most);
    }

    [Fact]
    public async Task Palette_ReadsEachKindOfRecordOnceAndOnlyWhenOpened()
    {
        var household = await Household.CreateAsync(Fixture);
        await household.ChristmasAsync();
        var page = await household.OpenAsync("/settings");

        var loaded = await CommandsAsync(() => page.OpenAsync("/settings/tokens"));
        var opened = await CommandsAsync(async () =>
        {
            await page.Keyboard.PressAsync("Control+k");
            await page.GetByRole(Microsoft.Playwright.AriaRole.Combobox).FillAsync("scarf");
            await page.GetByRole(Microsoft.Playwright.AriaRole.Option, new() { Name = "Scarf" }).WaitForAsync();
        });

        loaded.Should().NotContain(c => c.Contains("FROM \"occasions\"", StringComparison.Ordinal));
        opened.Where(IsOfThePage).Should().HaveCount(9, "of occasions, people, periods, owners, proposals, programs, and what gifts, expenses and obligations are called");
    }

    [Theory]
    [InlineData("/budgets", 1)]
    [InlineData("/", 1)]
    public async Task WhatWaitsForSomebody_IsCountedByOneQuery(string path, int count)
    {
        var household = await Household.CreateAsync(Fixture);
        await Office.CreateAsync(household.Admin);
        var page = await household.OpenAsync("/people");
        await household.Admin.ProgramAsync("3000");

        var commands = await CommandsAsync(() => page.OpenAsync(path));

        commands.Where(c => c.Contains("FROM \"obligations\"", StringComparison.Ordinal)).Should().HaveCount(count);
    }

    [Fact]
    public async Task AuditPage_ReadsItsEntriesAndTheirNamesOnce()
    {
        var household = await Household.CreateAsync(Fixture);
        await Office.CreateAsync(household.Admin);
        var page = await household.OpenAsync("/people");

        var commands = await CommandsAsync(() => page.OpenAsync("/audit"));

        commands.Where(c => c.Contains("FROM \"audit_entries\"", StringComparison.Ordinal) && IsOfThePage(c))
            .Should().HaveCount(2, "of the entries, and of what their records are called");
    }

    [Fact]
    public async Task ChangeOfAnother_TakesTheFiguresFromOneQuery()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}");

        var commands = await CommandsAsync(async () =>
        {
            await household.Admin.GiftAsync(occasion, name: "Kite");
            await page.Card("Kite").WaitForAsync();
        });

        commands.Where(IsSum).Should().ContainSingle();
    }

    // The others are of the session and of the poll for other processes' changes: they know no organization.
    private static bool IsOfThePage(string command) => command.Contains("@ef_filter__OrganizationId", StringComparison.Ordinal);

    // Each read that is shared asks for it, at its own instant.
    private static bool IsWhoIsLinked(string command) =>
        command.StartsWith("SELECT \"p\".\"member_id\"", StringComparison.Ordinal) && command.Contains("FROM \"people\"", StringComparison.Ordinal);

    private static bool IsSum(string command) => command.Contains("GROUP BY", StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> CommandsAsync(Func<Task> act)
    {
        Fixture.Queries.Clear();
        await act();
        var commands = Fixture.Queries.Commands;
        output.WriteLine($"{commands.Count} commands:\n{string.Join("\n\n", commands)}");
        return commands;
    }
}
