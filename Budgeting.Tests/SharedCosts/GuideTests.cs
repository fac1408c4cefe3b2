using System.Globalization;
using Budgeting.Tests.Architecture;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>The figures of the guide are those that the program computes.</summary>
public sealed class GuideTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    private static string Guide => string.Join(
        '\n', Directory.EnumerateFiles(Path.Combine(Product.Folder(), "docs", "guide"), "share-costs*.md").Select(File.ReadAllText));

    [Fact]
    public async Task Example_HasTheSheetOfSixOwners()
    {
        var house = await SharedHouse.CreateAsync(await fixture.World.OrganizationAsync());

        var sheet = await house.Costs.SheetAsync(house.January);

        var totals = sheet.Totals;
        LinesUnder("| owner | carried over | contributions | from own pocket | share of costs | charges | balance |").Should().Equal(
            sheet.Rows.Select(r => LineOf(r.Name, r.Opening, r.Contributions, r.Paid, r.Allocated, r.Charges, r.Balance))
                .Append(LineOf("All", totals.Opening, totals.Contributions, totals.Paid, totals.Allocated, totals.Charges, totals.Balance)));
        Guide.Should().Contain($"here {Number(sheet.FundCash)} − {Number(totals.Charges)} + {Number(sheet.NotAllocated)} = {Number(totals.Balance)}");
    }

    private static IEnumerable<string> LinesUnder(string header) =>
        Guide.Split('\n').SkipWhile(l => l != header).Skip(2).TakeWhile(l => l.StartsWith('|'));

    private static string LineOf(string name, params decimal[] amounts) => $"| {name} | {string.Join(" | ", amounts.Select(Number))} |";

    private static string Number(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−');
}
