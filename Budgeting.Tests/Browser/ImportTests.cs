using System.Text;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>Gifts to a spreadsheet and from one: the file goes over HTTP, whatever the circuit can carry.</summary>
public sealed class ImportTests(BrowserFixture fixture) : BrowserTest(fixture)
{
    [Fact]
    public async Task AFile_IsPreviewedAndAddedOnceAndCanBeSavedAgain()
    {
        var household = await Household.CreateAsync(Fixture);
        var occasion = await household.Admin.OccasionAsync();
        var page = await household.OpenAsync($"/occasions/{occasion.Id}?view=list");

        await ChooseAsync(page, "name;price\nBook;12,5O");
        await page.GetByText("Line 2, price: Write a number such as 12.50.").WaitForAsync();
        await page.ShouldBeAccessibleAsync("what is wrong in a file");
        await page.GetByLabel("File").SetInputFilesAsync(FileOf("name;price\nBook;12,50\n" + new string('\n', 50_000)));
        await page.GetByText("1 gift will be added, $12.50 together.").WaitForAsync();
        await page.ShouldBeAccessibleAsync("what a file would add");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add 1 gift" }).ClickAsync();
        await page.GetByRole(AriaRole.Row, new() { Name = "Book" }).GetByText("12.50").First.WaitForAsync();
        await ChooseAsync(page, "name;price\nBook;12,50");
        await page.GetByText("1 gift is there already and stays as it is.").WaitForAsync();
        await page.Locator(".form-actions").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "More for Christmas" }).ClickAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export gifts" }).ClickAsync());

        saved.SuggestedFilename.Should().Be("Christmas gifts.csv");
        (await File.ReadAllTextAsync(await saved.PathAsync())).Should().Contain("Book,,Idea,12.50,,1,,,,,,12.50");
    }

    private static async Task ChooseAsync(IPage page, string file)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "More for Christmas" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import gifts…" }).ClickAsync();
        await page.GetByLabel("File").SetInputFilesAsync(FileOf(file));
    }

    private static FilePayload FileOf(string text) => new() { Name = "gifts.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
