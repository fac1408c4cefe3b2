using Xunit.Abstractions;

namespace Budgeting.Tests.Browser;

/// <summary>How often a page asks the database, from the request until its circuit runs.</summary>
[Collection(BrowserCollection.Name)]
public sealed class QueryTests(BrowserFixture fixture, ITestOutputHelper output)
{
    [Theory]
    [InlineData("")]
    [InlineData("?view=list")]
    public async Task OccasionPage_TakesItsFiguresFromOneQuery(string view)
    {
        var household = await Household.CreateAsync(fixture);
        var occasion = await household.ChristmasAsync();
        var page = await household.OpenAsync();

        var commands = await CommandsAsync(() => page.OpenAsync($"/occasions/{occasion.Id}{view}"));

        commands.Where(IsSum).Should().ContainSingle();
        commands.Where(IsOfThePage).Should().OnlyHaveUniqueItems().And.HaveCount(4, "of occasion, figures, people and gifts");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/occasions")]
    public async Task Overview_TakesAllItsFiguresFromOneQuery(string path)
    {
        var household = await Household.CreateAsync(fixture);
        await household.ChristmasAsync();
        await household.Admin.OccasionAsync(name: "Birthday");
        var page = await household.OpenAsync("/people");

        var commands = await CommandsAsync(() => page.OpenAsync(path));

        commands.Where(IsSum).Should().ContainSingle();
    }

    [Fact]
    public async Task ChangeOfAnother_TakesTheFiguresFromOneQuery()
    {
        var household = await Household.CreateAsync(fixture);
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

    private static bool IsSum(string command) => command.Contains("GROUP BY", StringComparison.Ordinal);

    private async Task<IReadOnlyList<string>> CommandsAsync(Func<Task> act)
    {
        fixture.Queries.Clear();
        await act();
        var commands = fixture.Queries.Commands;
        output.WriteLine($"{commands.Count} commands:\n{string.Join("\n\n", commands)}");
        return commands;
    }
}
