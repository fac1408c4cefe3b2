using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

public sealed class RecordsTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    [Fact]
    public async Task Record_OfNobodyOrNothingHere_IsInvalid()
    {
        var (costs, _, january) = await SceneAsync();
        var february = await costs.MonthAsync(2);
        var elsewhere = await costs.ItemAsync(february);
        var stranger = new TestCosts(await fixture.World.OrganizationAsync());
        var theirs = await stranger.OwnerAsync("Theirs");

        await costs.Awaiting(c => c.ContributionAsync(january, theirs, 1)).ShouldBeInvalidAsync("ownerId");
        await costs.Awaiting(c => c.ExpenseAsync(january, 1, elsewhere, theirs)).ShouldBeInvalidAsync("budgetItemId", "paidByOwnerId");
        await costs.Awaiting(c => c.PropertyAsync(theirs)).ShouldBeInvalidAsync("ownerId");
        await costs.Awaiting(c => c.Periods.SetOpeningAsync(january.Id, new OpeningInput(theirs.Id, 1), default)).ShouldBeInvalidAsync("ownerId");
    }

    [Fact]
    public async Task Reading_ThatEndsBeforeItStarts_NeedsACapacity()
    {
        var (costs, _, january) = await SceneAsync();
        var (water, flat) = (await costs.ItemAsync(january, AllocationStrategy.UsageBased), (await costs.Properties.ListAsync(default))[0]);

        await costs.Awaiting(c => c.ReadingAsync(january, water, flat, 10, 9)).ShouldBeInvalidAsync("endReading");
        await costs.Awaiting(c => c.ReadingAsync(january, water, flat, 10, 9, capacity: 9)).ShouldBeInvalidAsync("capacity");
        (await costs.ReadingAsync(january, water, flat, 9998.5m, 1, capacity: 10_000)).Consumption.Should().Be(2.5m);
        await costs.Awaiting(c => c.ReadingAsync(january, water, flat, 0, 1)).ShouldConflictAsync("reading.exists");
    }

    [Fact]
    public async Task Reading_OfABilledItem_SaysItsShare()
    {
        var (costs, _, january) = await SceneAsync();
        var (water, flat) = (await costs.ItemAsync(january, AllocationStrategy.UsageBased), (await costs.Properties.ListAsync(default))[0]);
        var (_, bens) = await costs.OwnedAsync("Ben");
        var reading = await costs.ReadingAsync(january, water, flat, 0, 1);
        await costs.ReadingAsync(january, water, bens, 0, 3);

        await costs.ExpenseAsync(january, 10, water);

        (await costs.Readings.GetAsync(reading.Id, default)).Cost.Should().Be(2.5m);
    }

    [Fact]
    public async Task Contributions_AreListedByDayWithWhatWasPaidUntilThen()
    {
        var (costs, ann, january) = await SceneAsync();
        var ben = await costs.OwnerAsync("Ben");
        foreach (var (owner, amount, day) in new[] { (ann, 4, 9), (ann, 1, 2), (ben, 7, 5), (ann, 2, 5), (ben, 5, 20) })
        {
            await costs.ContributionAsync(january, owner, amount, new DateOnly(2026, 1, day));
        }

        var first = await costs.Contributions.ListAsync(january.Id, ownerId: null, PageRequest.Of(2, cursor: null), default);
        var second = await costs.Contributions.ListAsync(january.Id, ownerId: null, PageRequest.Of(3, first.NextCursor), default);

        var listed = first.Items.Concat(second.Items).ToList();
        listed.Select(c => c.Date.Day).Should().Equal(2, 5, 5, 9, 20);
        listed.Where(c => c.OwnerId == ann.Id).Select(c => c.Cumulative).Should().Equal(1, 3, 7);
        listed.Where(c => c.OwnerId == ben.Id).Select(c => c.Cumulative).Should().Equal(7, 12);
        second.NextCursor.Should().BeNull();
    }

    [Fact]
    public async Task Member_CannotTakeOverWhatAnotherPaid()
    {
        var (costs, ann, january) = await SceneAsync();
        var member = await fixture.World.MemberAsync(costs.Actor, Role.Member);
        var (own, paid) = (await costs.OwnerAsync("Max", member.MemberId), await costs.ContributionAsync(january, ann, 5));
        var max = new TestCosts(member);

        await max.Awaiting(c => c.Contributions.UpdateAsync(paid.Id, paid.ToInput() with { OwnerId = own.Id }, null, default)).ShouldRefuseAsync<ForbiddenException>();
        var mine = await max.ContributionAsync(january, own, 5);
        await max.Awaiting(c => c.Contributions.UpdateAsync(mine.Id, mine.ToInput() with { OwnerId = ann.Id }, null, default)).ShouldRefuseAsync<ForbiddenException>();
        await max.Awaiting(c => c.ExpenseAsync(january, 5)).ShouldRefuseAsync<ForbiddenException>();
        (await max.Balances.OwnAsync(default)).Should().Equal(own.Id);
    }

    [Fact]
    public async Task Edit_OfAnOldVersion_IsRefused()
    {
        var (costs, ann, january) = await SceneAsync();
        var paid = await costs.ContributionAsync(january, ann, 5);
        await costs.Contributions.UpdateAsync(paid.Id, paid.ToInput() with { Amount = 6 }, paid.Version, default);

        await costs.Awaiting(c => c.Contributions.UpdateAsync(paid.Id, paid.ToInput() with { Amount = 7 }, paid.Version, default)).ShouldRefuseAsync<StaleException>();
        await costs.Awaiting(c => c.Closing.CloseAsync(january.Id, new CloseInput(), january.Version + 1, default)).ShouldRefuseAsync<StaleException>();
    }

    [Fact]
    public async Task Delete_WhatIsInUse_IsRefused()
    {
        var (costs, ann, january) = await SceneAsync();
        var (item, flat) = (await costs.ItemAsync(january), (await costs.Properties.ListAsync(default))[0]);
        await costs.ExpenseAsync(january, 5, item);

        await costs.Awaiting(c => c.Owners.DeleteAsync(ann.Id, null, default)).ShouldConflictAsync("owner.in-use");
        await costs.Awaiting(c => c.Properties.DeleteAsync(flat.Id, null, default)).ShouldConflictAsync("property.in-use");
        await costs.Awaiting(c => c.Items.DeleteAsync(item.Id, null, default)).ShouldConflictAsync("budget-item.in-use");
        await costs.Awaiting(c => c.Periods.DeleteAsync(january.Id, null, default)).ShouldConflictAsync("period.not-empty");
    }

    [Fact]
    public async Task Receipt_IsKeptByWhatItIs()
    {
        var (costs, _, january) = await SceneAsync();
        var expense = await costs.ExpenseAsync(january, 5);

        await costs.Expenses.SetReceiptAsync(expense.Id, ReceiptInput.Of(FilledCosts.Pdf, @"C:\bills\roof.pdf"), expense.Version, default);

        var kept = await costs.Expenses.ReceiptAsync(expense.Id, default);
        (kept.ContentType, kept.FileName).Should().Be(("application/pdf", "roof.pdf"));
        kept.Bytes.Should().Equal(FilledCosts.Pdf);
        FluentActions.Invoking(() => ReceiptInput.Of("<svg/>"u8.ToArray(), "x.svg")).Should().Throw<InvalidException>();
        FluentActions.Invoking(() => ReceiptInput.Of([.. FilledCosts.Pdf, .. new byte[ReceiptInput.MaxBytes]], "x.pdf")).Should().Throw<InvalidException>();
    }

    [Theory]
    [InlineData("x.html", "x.html.pdf")]
    [InlineData("roof.PDF", "roof.pdf")]
    [InlineData("roof.pdf.exe", "roof.pdf.exe.pdf")]
    [InlineData("roof.pdf.", "roof.pdf.pdf")]
    [InlineData("roof v1.2", "roof v1.2.pdf")]
    [InlineData(".htaccess", "htaccess.pdf")]
    [InlineData("bill<1>.html", "bill1.html.pdf")]
    [InlineData("..", "export.pdf")]
    public void Receipt_WhateverItIsCalled_HasTheEndingOfWhatItIs(string name, string kept)
    {
        ReceiptInput.Of(FilledCosts.Pdf, name).FileName.Should().Be(kept);
        ReceiptInput.Of(TestPictures.Png, kept).FileName.Should().Be(kept + ".png");
    }

    [Fact]
    public async Task PaymentTypes_RememberWhatWasUsed()
    {
        var (costs, _, january) = await SceneAsync();

        var expense = await costs.Expenses.AddAsync(january.Id, new ExpenseInput { PaymentType = " SECURITY", Amount = 1, Date = january.StartDate }, default);
        await costs.Expenses.AddAsync(january.Id, new ExpenseInput { PaymentType = "Lift", Amount = 1, Date = january.StartDate }, default);
        await costs.PaymentTypes.UpdateAsync("Security", "guards", default);

        expense.PaymentType.Should().Be("Security");
        (await costs.Expenses.GetAsync(expense.Id, default)).PaymentType.Should().Be("Security");
        (await costs.PaymentTypes.ListAsync(default)).Should().Contain(["Lift", "guards", "Utilities"]).And.NotContain("Security");
        await costs.Awaiting(c => c.PaymentTypes.AddAsync("lift", default)).ShouldConflictAsync("payment-type.exists");
    }

    private async Task<(TestCosts Costs, OwnerDto Ann, PeriodDto January)> SceneAsync()
    {
        var costs = new TestCosts(await fixture.World.OrganizationAsync());
        return (costs, (await costs.OwnedAsync("Ann")).Owner, await costs.MonthAsync(1));
    }
}
