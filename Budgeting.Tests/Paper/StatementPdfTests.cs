using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;
using Budgeting.Web.Paper.SharedCosts;
using UglyToad.PdfPig;

namespace Budgeting.Tests.Paper;

/// <summary>Statements as files: what is read back from them is what was issued.</summary>
public sealed class StatementPdfTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task File_HasTheSameFiguresAsTheStatement()
    {
        var statement = await CleosAsync();

        using var file = Open(statement);

        file.NumberOfPages.Should().Be(1);
        file.Information.Title.Should().Be("Statement 3, Cleo");
        var lines = file.GetPage(1).Lines();
        lines.Should().ContainInOrder(
            "Elm Street 7 Statement 3",
            "At the end of 2026-01, Cleo owed the fund €21.67.",
            "Share of costs −16.67",
            "Repairs: 1 of 6 properties −16.67",
            "€16.67 of €100.00 · Flat 3",
            "Charges −5.00",
            "Lost key −5.00",
            "Owed €21.67",
            "To be paid",
            "DE89 3704 0044 0532 0130 00",
            "2026-01, Cleo, statement 3");
        lines.Should().Contain(l => l.EndsWith("Page 1 of 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task File_NeedsNoFontOfTheMachine()
    {
        using var file = Open(await CleosAsync());

        file.GetPage(1).Letters.Select(l => l.FontName!.Split('+')[^1]).Distinct().Should().OnlyContain(f => f.StartsWith("Inter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LongStatement_GoesOnOnFurtherSheets_AndLosesNothing()
    {
        var statement = await CleosAsync();
        var charges = Enumerable.Range(1, 120)
            .Select(i => statement.Content.Charges[0] with { Description = $"Charge {i} {new string('x', i == 60 ? 400 : 3)}", Amount = 1_234_567.89m })
            .ToList();

        using var file = Open(statement with { Content = statement.Content with { Charges = charges } });

        file.NumberOfPages.Should().BeGreaterThan(3);
        var lines = file.GetPages().SelectMany(TestPdf.Lines).ToList();
        lines.Count(l => l.StartsWith("Charge ", StringComparison.Ordinal) && l.EndsWith("−1,234,567.89", StringComparison.Ordinal)).Should().Be(120);
        file.GetPages().SelectMany(p => p.Letters).Should().OnlyContain(l => l.Location.X > 50 && l.Location.X < 550 && l.Location.Y > 30);
    }

    [Fact]
    public async Task Correction_SaysWhatWasAndWhatIs()
    {
        var statement = await CleosAsync();

        using var file = Open(statement with { CorrectsId = Guid.NewGuid(), CorrectsNumber = 2, BalanceBefore = -30 });

        string.Join(' ', file.GetPage(1).Lines()).Should().Contain("This corrects statement 2: the balance was −€30.00 and is now −€21.67, which is a difference of €8.33.");
    }

    [Fact]
    public async Task File_WithoutAnAccount_SaysWhomToAsk()
    {
        var statement = await CleosAsync();

        using var file = Open(statement with { Content = statement.Content with { Account = null }, Payment = null });

        file.GetPage(1).Lines().Should().Contain("Ask your admin where to pay.").And.NotContain("To be paid");
    }

    private async Task<StatementDto> CleosAsync()
    {
        var house = await SharedHouse.CreateAsync(await fixture.World.OrganizationAsync());
        await house.Costs.CloseAsync(house.January);
        var issued = await house.Costs.Statements.IssueAsync(house.January.Id, ownerId: null, default);
        return await house.Costs.Statements.GetAsync(issued.Issued.Single(s => s.OwnerId == house.Owners[2].Id).Id, default);
    }

    private static PdfDocument Open(StatementDto statement) => TestPdf.Open(() => StatementPdf.Of(statement));
}
