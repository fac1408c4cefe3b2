using Budgeting.Core.Kernel;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

public sealed class StatementsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Issue_OfAClosedPeriod_TellsEachOwnerOnce()
    {
        var (costs, ann, january) = await ClosedAsync();

        var first = await costs.Statements.IssueAsync(january.Id, ownerId: null, default);
        var again = await costs.Statements.IssueAsync(january.Id, ownerId: null, default);

        first.Issued.Select(s => (s.Number, s.CorrectsId)).Should().Equal((1, null), (2, null));
        (again.Issued.Count, again.Unchanged).Should().Be((0, 2));
        var said = (await costs.Statements.GetAsync(first.Issued.Single(s => s.OwnerId == ann.Id).Id, default)).Content;
        said.Row.Should().Be(await costs.RowAsync(january, ann));
        (said.PeriodName, said.Currency, said.Contributions.Count, said.Allocated.Count).Should().Be(("2026-01", "USD", 1, 1));
    }

    [Fact]
    public async Task Issue_AfterACorrection_AddsToWhatWasIssued()
    {
        var (costs, ann, january) = await ClosedAsync();
        var issued = (await costs.Statements.IssueAsync(january.Id, ownerId: null, default)).Issued.Single(s => s.OwnerId == ann.Id);
        var before = await costs.Statements.GetAsync(issued.Id, default);
        await costs.ReopenAsync(january);
        await costs.ContributionAsync(january, ann, 4);
        await costs.CloseAsync(january);

        var supplement = await costs.Statements.IssueAsync(january.Id, ownerId: null, default);

        (supplement.Issued.Count, supplement.Unchanged).Should().Be((1, 1));
        var said = await costs.Statements.GetAsync(supplement.Issued[0].Id, default);
        (said.CorrectsId, said.CorrectsNumber, said.BalanceBefore, said.Content.Row.Balance).Should().Be((issued.Id, issued.Number, 5, 9));
        var corrected = await costs.Statements.GetAsync(issued.Id, default);
        corrected.Should().BeEquivalentTo(before with { CorrectedById = supplement.Issued[0].Id, CorrectedByNumber = 3 });
    }

    [Fact]
    public async Task Issue_WithAnAccountThatIsNew_TellsWhoPaysOrIsPaidThere()
    {
        var (costs, ann, january) = await ClosedAsync();
        var first = (await costs.Statements.IssueAsync(january.Id, ann.Id, default)).Issued[0];
        await costs.Owners.UpdateAsync(ann.Id, ann.ToInput() with { Iban = "DE89370400440532013000" }, null, default);

        var second = (await costs.Statements.IssueAsync(january.Id, ann.Id, default)).Issued[0];

        (await costs.Statements.GetAsync(first.Id, default)).Payment.Should().BeNull("it stays as it was issued");
        (await costs.Statements.GetAsync(second.Id, default)).Payment
            .Should().Be(new PaymentRequest(new PaymentAccount("Ann", "DE89370400440532013000"), 5, $"2026-01, Ann, statement {second.Number}"));
    }

    [Fact]
    public async Task Issue_AfterWhatChangedAndChangedBack_AddsNothing()
    {
        var (costs, _, january) = await ClosedAsync();
        await costs.Statements.IssueAsync(january.Id, ownerId: null, default);
        await costs.ReopenAsync(january);
        var expense = (await costs.Expenses.ListAsync(january.Id, paidBy: null, PageRequest.First, default)).Items[0];
        foreach (var amount in new[] { 31m, expense.Amount })
        {
            await costs.Expenses.UpdateAsync(expense.Id, expense.ToInput() with { Amount = amount }, null, default);
        }

        await costs.CloseAsync(january);

        (await costs.Statements.IssueAsync(january.Id, ownerId: null, default)).Unchanged.Should().Be(2);
    }

    [Fact]
    public async Task Issue_AfterTheOwnerAndTheOrganizationWereRenamed_AddsNothing()
    {
        var (costs, ann, january) = await ClosedAsync();
        await costs.Statements.IssueAsync(january.Id, ownerId: null, default);
        await costs.Owners.UpdateAsync(ann.Id, ann.ToInput() with { Name = "Anna" }, null, default);
        await costs.Actor.Organizations.UpdateAsync(new OrganizationInput { Name = "Elm Street 9", Currency = "USD" }, version: null, default);

        (await costs.Statements.IssueAsync(january.Id, ownerId: null, default)).Unchanged.Should().Be(2);
    }

    [Fact]
    public async Task Issue_AfterALineSaysSomethingElse_CorrectsIt()
    {
        var (costs, ann, january) = await ClosedAsync();
        await costs.Statements.IssueAsync(january.Id, ownerId: null, default);
        await costs.ReopenAsync(january);
        var paid = (await costs.Balances.ExplainAsync(january.Id, ann.Id, default)).Contributions[0];
        await costs.Contributions.UpdateAsync(paid.Id, paid.ToInput() with { Comment = "in cash" }, null, default);

        await costs.CloseAsync(january);

        (await costs.Statements.IssueAsync(january.Id, ownerId: null, default)).Issued.Select(s => s.OwnerId).Should().Equal(ann.Id);
    }

    [Theory]
    [InlineData(-21, -30, null)]
    [InlineData(-30, -21, 9)]
    [InlineData(-30, 5, 30)]
    [InlineData(8, 3, 5)]
    [InlineData(-30, -30, null)]
    public async Task Payment_OfACorrection_IsWhatWasNotAskedForBefore(int balance, int before, int? paid)
    {
        var (costs, _, january) = await ClosedAsync();
        var issued = (await costs.Statements.IssueAsync(january.Id, ownerId: null, default)).Issued[0];
        var said = (await costs.Statements.GetAsync(issued.Id, default)).Content;
        StatementContent With(decimal amount) => said with
        {
            Account = new PaymentAccount("Elm Street 7", amount < 0 ? "DE89370400440532013000" : "GB82WEST12345698765432"),
            Row = said.Row with { Balance = amount },
        };

        With(balance).Payment(2, With(before))?.Amount.Should().Be(paid);
    }

    [Fact]
    public async Task Issue_ToAllAndToOne_SaysTheSame()
    {
        var (costs, ann, january) = await ClosedAsync();

        var all = (await costs.Statements.IssueAsync(january.Id, ownerId: null, default)).Issued.Single(s => s.OwnerId == ann.Id);

        (await costs.Statements.IssueAsync(january.Id, ann.Id, default)).Unchanged.Should().Be(1);
        var explained = await costs.Balances.ExplainAsync(january.Id, ann.Id, default);
        (await costs.Statements.GetAsync(all.Id, default)).Content.Allocated.Should().BeEquivalentTo(explained.Allocated);
    }

    [Fact]
    public async Task Issue_OfAnOpenPeriodOrAStranger_IsRefused()
    {
        var (costs, _, january) = await ClosedAsync();

        await costs.Awaiting(c => c.Statements.IssueAsync(january.Id, Guid.NewGuid(), default)).ShouldRefuseAsync<Core.Kernel.Errors.NotFoundException>();
        await costs.ReopenAsync(january);
        await costs.Awaiting(c => c.Statements.IssueAsync(january.Id, ownerId: null, default)).ShouldConflictAsync("period.not-closed");
    }

    [Fact]
    public async Task Statement_OfFiguresThatWereCorrected_IsOutdatedUntilACorrectionIsIssued()
    {
        var (costs, ann, january) = await ClosedAsync();
        await costs.Statements.IssueAsync(january.Id, ownerId: null, default);
        await costs.ReopenAsync(january);
        await costs.ContributionAsync(january, ann, 4);
        (await costs.Statements.ListAsync(january.Id, default)).Should().OnlyContain(s => !s.Outdated, "what it will come to isn't known yet");

        await costs.CloseAsync(january);
        var outdated = await costs.Statements.ListAsync(january.Id, default);
        await costs.Statements.IssueAsync(january.Id, ownerId: null, default);
        var corrected = await costs.Statements.ListAsync(january.Id, default);

        outdated.Where(s => s.Outdated).Select(s => s.OwnerId).Should().Equal(ann.Id);
        corrected.Should().OnlyContain(s => !s.Outdated);
        corrected.Where(s => s.CorrectedById is not null).Select(s => (s.OwnerId, s.CorrectedById)).Should().Equal((ann.Id, corrected[2].Id));
    }

    [Fact]
    public async Task Statement_OfALaterPeriod_IsOutdatedByTheCorrectionOfAnEarlierOne()
    {
        var (costs, ann, january) = await ClosedAsync();
        var february = await costs.MonthAsync(2);
        await costs.CloseAsync(february);
        await costs.Statements.IssueAsync(february.Id, ownerId: null, default);
        await costs.ReopenAsync(january);
        await costs.ContributionAsync(january, ann, 4);
        await costs.CloseAsync(january);

        (await costs.Statements.ListAsync(february.Id, default)).Where(s => s.Outdated).Select(s => s.OwnerId).Should().Equal(ann.Id);
        (await costs.Periods.PageAsync(february.Id, default)).OutdatedStatements.Should().Be(1);
    }

    [Fact]
    public async Task Statement_WithTheLongestNames_IsComparedToo()
    {
        var world = fixture.World;
        var costs = new TestCosts(await world.OrganizationAsync());
        var name = string.Concat(Enumerable.Repeat("😀", 50));
        await costs.Actor.Organizations.UpdateAsync(new OrganizationInput { Name = name, Currency = "USD" }, version: null, default);
        var (owner, _) = await costs.OwnedAsync(name[..96]);
        var january = await costs.Periods.AddAsync(TestCosts.MonthInput(1) with { Name = name }, default);
        await costs.CloseAsync(january);
        await costs.Statements.IssueAsync(january.Id, ownerId: null, default);
        await costs.ReopenAsync(january);
        await costs.ContributionAsync(january, owner, 4);

        await costs.CloseAsync(january);

        (await costs.Statements.ListAsync(january.Id, default)).Should().ContainSingle().Which.Outdated.Should().BeTrue();
    }

    [Fact]
    public async Task Issue_WhileAnEarlierPeriodIsOpen_IsRefused()
    {
        var (costs, _, january) = await ClosedAsync();
        var february = await costs.MonthAsync(2);
        await costs.CloseAsync(february);
        await costs.ReopenAsync(january);

        await costs.Awaiting(c => c.Statements.IssueAsync(february.Id, ownerId: null, default)).ShouldConflictAsync("period.stale");
        await costs.CloseAsync(january);
        (await costs.Statements.IssueAsync(february.Id, ownerId: null, default)).Issued.Should().HaveCount(2);
    }

    private async Task<(TestCosts Costs, OwnerDto Ann, PeriodDto January)> ClosedAsync()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        var ((ann, _), _) = (await costs.OwnedAsync("Ann"), await costs.OwnedAsync("Ben"));
        var january = await costs.MonthAsync(1);
        await costs.ContributionAsync(january, ann, 10);
        await costs.ExpenseAsync(january, 10, await costs.ItemAsync(january));
        await costs.CloseAsync(january);
        return (costs, ann, january);
    }
}
