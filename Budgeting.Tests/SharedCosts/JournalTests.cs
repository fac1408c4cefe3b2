using System.Text.RegularExpressions;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>The journal of shared costs, and what other programs of the trade read in it.</summary>
public sealed partial class JournalTests : IAsyncLifetime
{
    private const int Periods = 6;
    private const int Steps = 90;

    private readonly TestFolder _files = new();
    private TestWorld _world = null!;
    private TestCosts _costs = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _costs = new TestCosts(await _world.OrganizationAsync());
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _files.Dispose();
    }

    [HledgerFact]
    public async Task Hledger_FindsTheBalancesOfAnyHistory()
    {
        foreach (var seed in new[] { 11, 12, 13 })
        {
            var costs = new TestCosts(await _world.OrganizationAsync());
            var history = await RandomHistory.BeginAsync(_world, costs, Periods, new Random(seed));
            for (var i = 0; i < Steps; i++)
            {
                _world.Clock.Tick();
                await history.StepAsync();
            }

            // What periods open with follows when those before are closed; what happened in them is there before.
            await CompareAsync(history, atEnd: false);
            await history.CloseAllAsync();
            await CompareAsync(history, atEnd: true);
        }
    }

    [HledgerFact]
    public async Task Hledger_FindsTheOtherFiguresOfASheet()
    {
        var period = await FilledAsync();

        var accounts = await Hledger.MonthlyAsync(await SavedAsync(), atEnd: true);

        var sheet = await _costs.SheetAsync(period);
        accounts["assets:fund"].Should().Equal(sheet.FundCash);
        accounts.Where(a => a.Key.StartsWith("expenses:", StringComparison.Ordinal)).Sum(a => a.Value[0]).Should().Be(sheet.NotAllocated);
        accounts["revenues:charges"].Should().Equal(-sheet.Totals.Charges);
        accounts["revenues:tariffs"].Should().Equal(-sheet.Tariffs);
        sheet.Tariffs.Should().BePositive();
    }

    [HledgerFact]
    public async Task Any_name_is_one_account_and_any_text_harmless()
    {
        var names = new[]
        {
            "Ann", "Ann", "Ann (2)", "Ann:Ben", " Ann  Ben\u00A0", "(Ann)", "[Ann]", "; Ann", "Ann ; x:1", "* Ann", "! Ann", "= Ann @ 5 USD", "\"Ann\"", "Łódź-日本 👩‍👧", "-10 USD", "2026-01-01", "{}", "| Ann |", "~", "#", "%",
        };
        var period = await _costs.MonthAsync(1);
        for (var i = 0; i < names.Length; i++)
        {
            var owner = await _costs.Owners.AddAsync(new OwnerInput { Name = names[i], Active = i != 1 }, default);
            var paid = new ContributionInput { OwnerId = owner.Id, Amount = i + 1, Date = period.StartDate, Comment = $"{names[i]} [2026-03-01] date:2025-01-01\n    assets:fund  5 USD" };
            await _costs.Contributions.AddAsync(period.Id, paid, default);
        }

        var journal = await SavedAsync();

        var amounts = Enumerable.Range(1, names.Length).Select(i => (decimal)-i);
        (await Hledger.MonthlyAsync(journal, atEnd: true)).Where(IsOwner).SelectMany(a => a.Value).Should().BeEquivalentTo(amounts);
        if (Apt.OnPath("ledger") is { } ledger)
        {
            var told = await Hledger.RunAsync(ledger, "-f", journal, "--strict", "balance", "--flat", "--no-total", "--balance-format", "%(quantity(scrub(display_total)))\n", "^liabilities");
            told.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(decimal.Parse).Should().BeEquivalentTo(amounts);
        }
    }

    [Fact]
    public async Task Journal_OfAPeriod_HasItsRecordsAndShares()
    {
        await FilledAsync();
        var february = await _costs.MonthAsync(2);
        await _costs.ContributionAsync(february, (await _costs.Owners.ListAsync(default))[0], 7);

        IdsIn(await TextAsync(february.Id)).Should().Be(
            """
            ; Shared costs of Family, written by Budgeting

            commodity USD
              format 1000.00 USD

            account assets:fund
            account liabilities:owners:Ann
            account liabilities:owners:Ben
            account expenses:Repairs
            account expenses:Repairs:allocated
            account revenues:charges
            account revenues:tariffs

            ; 2026-02, 2026-02-01 to 2026-02-28

            2026-02-01 (ID) Contribution
                assets:fund  7.00 USD
                liabilities:owners:Ann  -7.00 USD


            """.ReplaceLineEndings("\n"));
        IdsIn(await TextAsync(null)).Should().Contain(
            """
            2026-01-01 (ID) Shares, Repairs
                liabilities:owners:Ann  0.03 USD  ; Ann's
                liabilities:owners:Ben  0.07 USD  ; Ben's
                expenses:Repairs:allocated  -0.10 USD
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Journal_OfAnotherOrganization_IsNotThere()
    {
        var period = await FilledAsync();
        var other = new TestCosts(await _world.OrganizationAsync("Others"));

        await other.Awaiting(o => o.Journals.FileAsync(period.Id, default)).Should().ThrowAsync<NotFoundException>();
        (await TextAsync(null, other)).Should().NotContain("Ann");
    }

    private async Task<PeriodDto> FilledAsync()
    {
        var ((ann, flat), (ben, _)) = (await _costs.OwnedAsync("Ann", 2), await _costs.OwnedAsync("Ben", 5));
        var january = await _costs.MonthAsync(1);
        await _costs.Periods.SetOpeningAsync(january.Id, new OpeningInput(ben.Id, -4.5m), default);
        var water = await _costs.ItemAsync(january, AllocationStrategy.UsageBased, unitPrice: 1.25m, type: "water");
        await _costs.ReadingAsync(january, water, flat, 0, 3);
        await _costs.ContributionAsync(january, ann, 50);
        await _costs.ExpenseAsync(january, 0.10m, await _costs.ItemAsync(january));
        await _costs.ExpenseAsync(january, 30, paidBy: ben);
        await _costs.ExpenseAsync(january, 4, refund: true);
        await _costs.ChargeAsync(january, ann, 5);
        return january;
    }

    private async Task CompareAsync(RandomHistory history, bool atEnd)
    {
        var told = await Hledger.MonthlyAsync(await SavedAsync(history.Costs), atEnd);
        for (var i = 0; i < Periods; i++)
        {
            var sheet = await history.Costs.SheetAsync(history.Periods[i]);
            if (atEnd)
            {
                told["assets:fund"][i].Should().Be(sheet.FundMoney, "of the fund in {0}", i);
            }

            foreach (var row in sheet.Rows)
            {
                var expected = atEnd ? row.Balance : row.Balance - (i == 0 ? 0 : row.Opening);
                (told.TryGetValue($"liabilities:owners:{row.Name}", out var months) ? -months[i] : 0).Should().Be(expected, "of {0} in {1}", row.Name, i);
            }
        }
    }

    private async Task<string> SavedAsync(TestCosts? costs = null)
    {
        var path = Path.Combine(_files.Path, "costs.journal");
        await File.WriteAllTextAsync(path, await TextAsync(null, costs));
        return path;
    }

    private async Task<string> TextAsync(Guid? periodId, TestCosts? costs = null)
    {
        await using var text = new StringWriter();
        await (await (costs ?? _costs).Journals.FileAsync(periodId, default)).WriteAsync(text, default);
        return text.ToString();
    }

    private static bool IsOwner(KeyValuePair<string, decimal[]> account) => account.Key.StartsWith("liabilities:owners:", StringComparison.Ordinal);

    private static string IdsIn(string journal) => Ids().Replace(journal, "(ID)");

    [GeneratedRegex(@"\([0-9a-f-]{36}\)", RegexOptions.None, 1000)]
    private static partial Regex Ids();
}
