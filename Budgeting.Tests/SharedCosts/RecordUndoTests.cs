using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

/// <summary>What is written to records of an open period can be taken back, with all that follows from it, and done again.</summary>
public sealed class RecordUndoTests(WorldFixture fixture) : IClassFixture<WorldFixture>
{
    // Each changes something that shows in what is recorded or allocated.
    private static readonly Dictionary<string, Func<FilledCosts, Task>> Writes = new(StringComparer.Ordinal)
    {
        ["contribution added"] = t => t.Costs.ContributionAsync(t.Open, t.Owner, 7),
        ["contribution changed"] = t => t.Costs.Contributions.UpdateAsync(t.Contribution.Id, t.Contribution.ToInput() with { Amount = 99, Comment = "x" }, null, default),
        ["contribution deleted"] = t => t.Costs.Contributions.DeleteAsync(t.Contribution.Id, null, default),
        ["contributions imported"] = t => t.Costs.Imports.ImportAsync(RecordKind.Contributions, t.Open.Id, Lines.Of(t.Contribution with { Amount = 7 }), default),
        ["expense added"] = t => t.Costs.ExpenseAsync(t.Open, 30, t.Item),
        ["expense changed"] = t => t.Costs.Expenses.UpdateAsync(t.Expense.Id, t.Expense.ToInput() with { Amount = 99, BudgetItemId = t.SpareItem.Id }, null, default),
        ["expense deleted"] = t => t.Costs.Expenses.DeleteAsync(t.Expense.Id, null, default),
        ["receipt put"] = t => t.Costs.Expenses.SetReceiptAsync(t.Expense.Id, ReceiptInput.Of([.. FilledCosts.Pdf, 1], "other.pdf"), null, default),
        ["receipt removed"] = t => t.Costs.Expenses.SetReceiptAsync(t.Expense.Id, ReceiptInput.None, null, default),
        ["expenses imported"] = t => t.Costs.Imports.ImportAsync(RecordKind.Expenses, t.Open.Id, Lines.Of(t.Expense with { Amount = 7 }), default),
        ["item added"] = t => t.Costs.ItemAsync(t.Open, type: "lift"),
        ["item changed"] = t => t.Costs.Items.UpdateAsync(t.Item.Id, t.Item.ToInput() with { Strategy = AllocationStrategy.FixedFee }, null, default),
        ["item deleted"] = t => t.Costs.Items.DeleteAsync(t.SpareItem.Id, null, default),
        ["reading added"] = t => t.Costs.ReadingAsync(t.Open, t.Item, t.SpareProperty, 0, 5),
        ["readings imported"] = t => t.Costs.Imports.ImportAsync(RecordKind.Readings, t.Open.Id, Lines.Of(t.Reading with { MeterSerial = "New" }), default),
        ["reading changed"] = t => t.Costs.Readings.UpdateAsync(t.Reading.Id, t.Reading.ToInput() with { EndReading = 50 }, null, default),
        ["reading deleted"] = t => t.Costs.Readings.DeleteAsync(t.Reading.Id, null, default),
        ["charge added"] = t => t.Costs.ChargeAsync(t.Open, t.Owner, 3),
        ["charge changed"] = t => t.Costs.Charges.UpdateAsync(t.Charge.Id, t.Charge.ToInput() with { Amount = 99 }, null, default),
        ["charge deleted"] = t => t.Costs.Charges.DeleteAsync(t.Charge.Id, null, default),
    };

    public static TheoryData<string> Written => new(Writes.Keys);

    [Theory]
    [MemberData(nameof(Written))]
    public async Task Undo_PutsEverythingBack_AndRedoDoesItAgain(string write)
    {
        var things = await ThingsAsync();
        var before = await StateAsync(things);
        var written = await WriteAsync(() => Writes[write](things));
        var after = await StateAsync(things);

        var undone = await WriteAsync(() => UndoAsync(things, written));
        (await StateAsync(things)).Should().NotBe(after).And.Be(before);

        await UndoAsync(things, undone);
        (await StateAsync(things)).Should().Be(after);
    }

    [Fact]
    public async Task Undo_OfSharingAllOfAPaymentType_TakesAllOfThemBack()
    {
        var things = await ThingsAsync();
        var costs = things.Costs;
        await costs.ExpenseAsync(things.Open, 30);
        await costs.ExpenseAsync(things.Open, 40, paidBy: things.Owner);
        await costs.Expenses.AddAsync(things.Open.Id, things.Expense.ToInput() with { PaymentType = "lift", BudgetItemId = null, Amount = 1 }, default);
        var before = await StateAsync(things);

        var written = await WriteAsync(async () => (await costs.Expenses.ShareByAsync(things.SpareItem.Id, default)).Should().Be(2));

        (await costs.SheetAsync(things.Open)).NotSharedYet.Should().Be(1, "another payment type isn't meant");
        (await costs.AllocationsAsync(things.Open)).Where(a => a.BudgetItemId == things.SpareItem.Id).Sum(a => a.Amount).Should().Be(70);
        await UndoAsync(things, written);
        (await StateAsync(things)).Should().Be(before);
    }

    [Fact]
    public async Task Undo_OfADeletion_BringsTheReceiptBack()
    {
        var things = await ThingsAsync();
        var written = await WriteAsync(() => Writes["expense deleted"](things));

        (await UndoAsync(things, written)).Remarks.Should().BeEmpty();

        var receipt = await things.Costs.Expenses.ReceiptAsync(things.Expense.Id, default);
        (receipt.FileName, receipt.ContentType).Should().Be(("bill.pdf", "application/pdf"));
    }

    [Theory]
    [MemberData(nameof(Written))]
    public async Task Undo_InAClosedPeriod_IsRefused(string write)
    {
        var things = await ThingsAsync();
        var written = await WriteAsync(() => Writes[write](things));
        await things.Costs.ChargeAsync(things.Open, things.Owner, 1);
        await things.Costs.ReadingAsync(things.Open, things.Item, things.Property, 0, 1, serial: "B");
        await things.Costs.CloseAsync(things.Open, confirm: true);

        var refusal = await FluentActions.Awaiting(() => UndoAsync(things, written)).ShouldRefuseAsync<ConflictException>();

        refusal.Code.Should().Be("period.closed");
    }

    [Fact]
    public async Task Undo_OfWhatSomebodyChangedSince_IsRefused()
    {
        var things = await ThingsAsync();
        var written = await WriteAsync(() => Writes["charge changed"](things));
        var other = new TestCosts(await fixture.World.MemberAsync(things.Costs.Actor, Role.Admin, "Max"));
        await other.Charges.UpdateAsync(things.Charge.Id, things.Charge.ToInput() with { Amount = 1 }, null, default);

        (await things.Costs.Actor.Undo.IsOpenAsync(written, default)).Should().BeFalse();
        await FluentActions.Awaiting(() => UndoAsync(things, written)).ShouldRefuseAsync<StaleException>();
    }

    [Fact]
    public async Task Undo_OfAnItemThatHasExpensesSince_IsRefused()
    {
        var things = await ThingsAsync();
        BudgetItemDto item = null!;
        var written = await WriteAsync(async () => item = await things.Costs.ItemAsync(things.Open, type: "lift"));
        await things.Costs.ExpenseAsync(things.Open, 10, item);

        var refusal = await FluentActions.Awaiting(() => UndoAsync(things, written)).ShouldRefuseAsync<ConflictException>();

        refusal.Code.Should().Be("budget-item.in-use");
    }

    [Fact]
    public async Task Undo_OfAnExpenseWhoseItemIsGone_IsRefused()
    {
        var things = await ThingsAsync();
        var expense = await things.Costs.ExpenseAsync(things.Open, 10, things.SpareItem);
        var written = await WriteAsync(() => things.Costs.Expenses.DeleteAsync(expense.Id, null, default));
        await things.Costs.Items.DeleteAsync(things.SpareItem.Id, null, default);

        await FluentActions.Awaiting(() => UndoAsync(things, written)).ShouldRefuseAsync<InvalidException>();
    }

    [Fact]
    public async Task Undo_ByAMember_IsOfTheirOwnPaymentsOnly_AndOnlyWhileTheyAreTheirs()
    {
        var things = await ThingsAsync();
        var member = new TestCosts(await fixture.World.MemberAsync(things.Costs.Actor, Role.Member));
        var owner = await things.Costs.Owners.UpdateAsync(things.Owner.Id, things.Owner.ToInput() with { MemberId = member.Actor.MemberId }, null, default);
        var written = await WriteAsync(() => member.Expenses.UpdateAsync(things.Expense.Id, things.Expense.ToInput() with { Amount = 21 }, null, default));
        var admins = await WriteAsync(() => Writes["charge changed"](things));

        await FluentActions.Awaiting(() => member.Actor.Undo.UndoAsync(admins, default)).ShouldRefuseAsync<NotFoundException>();
        await things.Costs.Owners.UpdateAsync(owner.Id, owner.ToInput() with { MemberId = null }, null, default);
        await FluentActions.Awaiting(() => member.Actor.Undo.UndoAsync(written, default)).ShouldRefuseAsync<ForbiddenException>();
    }

    [Fact]
    public async Task Undo_BySomebodyWhoIsNoAdminAnyMore_IsRefused()
    {
        var things = await ThingsAsync();
        var other = await fixture.World.MemberAsync(things.Costs.Actor, Role.Admin, "Max");
        var written = await WriteAsync(() => new TestCosts(other).ChargeAsync(things.Open, things.Owner, 3));
        await things.Costs.Actor.Organizations.UpdateMemberAsync(other.MemberId, new MemberInput { Name = "Max", Role = Role.Member }, null, default);

        await FluentActions.Awaiting(() => other.Undo.UndoAsync(written, default)).ShouldRefuseAsync<ForbiddenException>();
    }

    private static async Task<Guid> WriteAsync(Func<Task> write)
    {
        using var capture = WriteCapture.Open();
        await write();
        return capture.WriteId!.Value;
    }

    private static Task<UndoResult> UndoAsync(FilledCosts things, Guid write) => things.Costs.Actor.Undo.UndoAsync(write, default);

    // Everything of the period but versions and ids of lines, which go on.
    private static async Task<string> StateAsync(FilledCosts things)
    {
        var (costs, query) = (things.Costs, new RecordQuery(things.Open.Id, 100));
        var contributions = (await costs.Contributions.PageAsync(query, default)).Rows.Select(r => $"{r with { Version = 0 }}");
        var expenses = (await costs.Expenses.PageAsync(query, default)).Rows.Select(r => $"{r with { Version = 0 }}");
        var items = (await costs.Items.PageAsync(query, default)).Rows.Select(r => $"{r with { Version = 0 }}");
        var readings = (await costs.Readings.PageAsync(query, default)).Rows.Select(r => $"{r with { Version = 0 }}");
        var charges = (await costs.Charges.PageAsync(query, default)).Rows.Select(r => $"{r with { Version = 0 }}");
        var lines = (await costs.AllocationsAsync(things.Open)).Select(l => $"{l with { Id = Guid.Empty }}").Order(StringComparer.Ordinal);
        return string.Join('\n', contributions.Concat(expenses).Concat(items).Concat(readings).Concat(charges).Concat(lines));
    }

    private async Task<FilledCosts> ThingsAsync() => await FilledCosts.CreateAsync(await fixture.World.OrganizationAsync());
}
