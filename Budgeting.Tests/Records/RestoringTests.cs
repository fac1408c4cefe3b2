using System.Text;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Records;

public sealed class RestoringTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private FilledCosts _t = null!;
    private TestActor _ada = null!;

    private TestCosts Costs => _t.Costs;

    public async Task InitializeAsync()
    {
        _ada = await fixture.World.OrganizationAsync();
        _t = await FilledCosts.CreateAsync(_ada);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task RestoreOfAProperty_WhoseOwnerIsGone_IsRefused()
    {
        var owner = await Costs.OwnerAsync("Gone");
        var property = await Costs.Properties.AddAsync(new PropertyInput { Name = "Garage", OwnerId = owner.Id, Active = false }, default);
        await Costs.Properties.DeleteAsync(property.Id, null, default);
        await Costs.Owners.DeleteAsync(owner.Id, null, default);

        await Refused(() => Costs.Properties.RestoreAsync(property.Id, 1, null, default));
        await Costs.Owners.RestoreAsync(owner.Id, 1, null, default);
        (await Costs.Properties.RestoreAsync(property.Id, 1, null, default)).Record.OwnerId.Should().Be(owner.Id);
    }

    [Fact]
    public async Task HistoryOfAProperty_ThatWasSold_TellsTheOwners()
    {
        var buyer = await Costs.OwnerAsync("Buyer");
        await Costs.Properties.UpdateAsync(_t.Property.Id, _t.Property.ToInput() with { OwnerId = buyer.Id, From = new DateOnly(2026, 2, 10) }, null, default);

        (await Costs.Properties.HistoryAsync(_t.Property.Id, default)).Select(h => h.Changes.SingleOrDefault(c => c.Field == "ownerId")).Should().Equal(
            new FieldChange("ownerId", $"{_t.Owner.Id}", $"{buyer.Id}"), new FieldChange("ownerId", null, $"{_t.Owner.Id}"));
    }

    [Fact]
    public async Task DeletedProperties_TellWhoseTheyWere()
    {
        var owner = await Costs.OwnerAsync("Cleo");
        var garage = await Costs.Properties.AddAsync(new PropertyInput { Name = "Garage", OwnerId = owner.Id, Active = false }, default);
        await Costs.Properties.DeleteAsync(garage.Id, null, default);

        (await Costs.Properties.ListDeletedAsync(default)).Should().ContainSingle().Which.Record.OwnerId.Should().Be(owner.Id);
    }

    [Fact]
    public async Task UndoOfWhatAnotherUndid_IsStale_AndTwoUndosAtOnceDoItOnce()
    {
        using var capture = WriteCapture.Open();
        await Costs.Charges.DeleteAsync(_t.Charge.Id, null, default);
        var write = capture.WriteId!.Value;
        var done = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try
            {
                await fixture.World.ActAs(_ada.MemberIdentity).Undo.UndoAsync(write, default);
                return 1;
            }
            catch (DomainException)
            {
                return 0;
            }
        })));
        done.Sum().Should().Be(1);
    }

    [Fact]
    public async Task RestoreOfAnExpense_WithAnotherReceipt_IsOneVersionThatCanBeUndone()
    {
        var expense = await Costs.Expenses.UpdateAsync(_t.Expense.Id, _t.Expense.ToInput() with { Amount = 33 }, null, default);
        expense = await Costs.Expenses.SetReceiptAsync(expense.Id, ReceiptInput.Of("%PDF-1.7 other"u8.ToArray(), "other.pdf"), null, default);
        RestoredRecord<ExpenseDto>? restored = null;

        var write = await WrittenAsync(async () => restored = await Costs.Expenses.RestoreAsync(expense.Id, _t.Expense.Version, expense.Version, default));

        restored!.Record.Version.Should().Be(expense.Version + 1, "it is one change");
        await _ada.Undo.UndoAsync(write, default);
        (await Costs.Expenses.GetAsync(expense.Id, default)).Should().BeEquivalentTo(expense, o => o.Excluding(e => e.Version));
    }

    [Fact]
    public async Task UndoOfARestoredExpense_WithAnotherReceipt_WorksThoughItsHistoryHasTwo()
    {
        var expense = await Costs.Expenses.UpdateAsync(_t.Expense.Id, _t.Expense.ToInput() with { Amount = 33 }, null, default);
        expense = await Costs.Expenses.SetReceiptAsync(expense.Id, ReceiptInput.Of("%PDF-1.7 other"u8.ToArray(), "other.pdf"), null, default);

        var write = await WrittenAsync(() => Costs.Expenses.RestoreAsync(expense.Id, _t.Expense.Version, null, default));

        await FluentActions.Awaiting(() => _ada.Undo.UndoAsync(write, default)).Should().NotThrowAsync();
    }

    [Fact]
    public async Task EditOfAnExpense_UndoneAfterItsReceiptWasChanged_AndBack()
    {
        await Costs.Expenses.DeleteAsync(_t.Expense.Id, null, default);
        var write = await WrittenAsync(() => Costs.Expenses.RestoreAsync(_t.Expense.Id, _t.Expense.Version, null, default));
        var undo = await WrittenAsync(() => _ada.Undo.UndoAsync(write, default));
        await _ada.Undo.UndoAsync(undo, default);
        (await Costs.Expenses.ReceiptAsync(_t.Expense.Id, default)).ToString().Should().Contain("bill.pdf");
    }

    [Fact]
    public async Task RestoreOfACharge_WhoseOwnerIsGone_IsRefused()
    {
        var owner = await Costs.OwnerAsync("Gone");
        var charge = await Costs.ChargeAsync(_t.Open, owner, 5);
        var contribution = await Costs.ContributionAsync(_t.Open, owner, 5);
        var expense = await Costs.ExpenseAsync(_t.Open, 5, paidBy: owner);
        await Costs.Charges.DeleteAsync(charge.Id, null, default);
        await Costs.Contributions.DeleteAsync(contribution.Id, null, default);
        await Costs.Expenses.DeleteAsync(expense.Id, null, default);
        await Costs.Owners.DeleteAsync(owner.Id, null, default);

        await Refused(() => Costs.Charges.RestoreAsync(charge.Id, 1, null, default));
        await Refused(() => Costs.Contributions.RestoreAsync(contribution.Id, 1, null, default));
        await Refused(() => Costs.Expenses.RestoreAsync(expense.Id, 1, null, default));
        (await Costs.Charges.ListDeletedAsync(_t.Open.Id, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task RestoreOfReadingsAndExpenses_WhoseItemIsGone_IsRefused_AndRightAfterTheItemIsBack()
    {
        var before = await Costs.SheetAsync(_t.Open);
        await Costs.Expenses.DeleteAsync(_t.Expense.Id, null, default);
        await Costs.Readings.DeleteAsync(_t.Reading.Id, null, default);
        await Costs.Items.DeleteAsync(_t.Item.Id, null, default);

        await Refused(() => Costs.Readings.RestoreAsync(_t.Reading.Id, 1, null, default));
        await Refused(() => Costs.Expenses.RestoreAsync(_t.Expense.Id, 2, null, default));
        await Costs.Items.RestoreAsync(_t.Item.Id, 1, null, default);
        await Costs.Expenses.RestoreAsync(_t.Expense.Id, 2, null, default);
        await Costs.Readings.RestoreAsync(_t.Reading.Id, 1, null, default);
        (await Costs.SheetAsync(_t.Open)).Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task RestoreOfAReading_ReadAgainMeanwhile_IsRefused()
    {
        await Costs.Readings.DeleteAsync(_t.Reading.Id, null, default);
        await Costs.ReadingAsync(_t.Open, _t.Item, _t.Property, 0, 7);
        await Refused(() => Costs.Readings.RestoreAsync(_t.Reading.Id, 1, null, default));
    }

    [Fact]
    public async Task RestoreInAClosedPeriod_IsRefused()
    {
        await Costs.Contributions.DeleteAsync(_t.Contribution.Id, null, default);
        await Costs.Charges.DeleteAsync(_t.Charge.Id, null, default);
        await Costs.Expenses.UpdateAsync(_t.Expense.Id, _t.Expense.ToInput() with { Amount = 3 }, null, default);
        await Costs.CloseAsync(_t.Open, confirm: true);
        await FluentActions.Awaiting(() => Costs.Contributions.RestoreAsync(_t.Contribution.Id, 1, null, default)).ShouldConflictAsync("period.closed");
        await FluentActions.Awaiting(() => Costs.Charges.RestoreAsync(_t.Charge.Id, 1, null, default)).ShouldConflictAsync("period.closed");
        await FluentActions.Awaiting(() => Costs.Expenses.RestoreAsync(_t.Expense.Id, 1, null, default)).ShouldConflictAsync("period.closed");
    }

    [Fact]
    public async Task RestoreOfAnOwner_WhoseNameExistsAgain_IsRefused()
    {
        await Costs.Owners.DeleteAsync(_t.SpareOwner.Id, null, default);
        await Costs.OwnerAsync("UNUSED");
        await FluentActions.Awaiting(() => Costs.Owners.RestoreAsync(_t.SpareOwner.Id, 1, null, default)).ShouldConflictAsync("owner.exists");
    }

    [Fact]
    public async Task RestoreByAMember_OfWhatIsSomebodyElses_IsRefused()
    {
        var max = await fixture.World.MemberAsync(_ada, Role.Member);
        var viewer = await fixture.World.MemberAsync(_ada, Role.Viewer);
        var own = await Costs.OwnerAsync("Max", max.MemberId);
        var (mine, theirs) = (new TestCosts(max), new TestCosts(viewer));
        var contribution = await mine.ContributionAsync(_t.Open, own, 5);
        await Costs.Contributions.UpdateAsync(contribution.Id, contribution.ToInput() with { OwnerId = _t.Owner.Id }, null, default);
        await Forbidden(() => mine.Contributions.RestoreAsync(contribution.Id, 1, null, default));
        await Costs.Contributions.DeleteAsync(contribution.Id, null, default);
        await Forbidden(() => mine.Contributions.RestoreAsync(contribution.Id, 2, null, default));
        await Forbidden(() => theirs.Contributions.RestoreAsync(contribution.Id, 1, null, default));
        await mine.Contributions.RestoreAsync(contribution.Id, 1, null, default);

        await Costs.Expenses.DeleteAsync(_t.Expense.Id, null, default);
        await Forbidden(() => mine.Expenses.RestoreAsync(_t.Expense.Id, 1, null, default));
        await Costs.Owners.UpdateAsync(own.Id, own.ToInput() with { Name = "Maximilian" }, null, default);
        await Forbidden(() => mine.Owners.RestoreAsync(own.Id, 1, null, default));
        await Costs.Owners.DeleteAsync(_t.SpareOwner.Id, null, default);
        await Forbidden(() => mine.Owners.RestoreAsync(_t.SpareOwner.Id, 1, null, default));
        await Forbidden(() => mine.Properties.RestoreAsync(_t.Property.Id, 1, null, default));
        await Forbidden(() => mine.Charges.RestoreAsync(_t.Charge.Id, 1, null, default));
        await Forbidden(() => mine.Items.RestoreAsync(_t.Item.Id, 1, null, default));
        await Forbidden(() => mine.Readings.RestoreAsync(_t.Reading.Id, 1, null, default));
    }

    [Fact]
    public async Task TwoRestoresAtOnce_BringItBackOnce()
    {
        await Costs.Contributions.DeleteAsync(_t.Contribution.Id, null, default);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var me = fixture.World.ActAs(_ada.MemberIdentity);
            try
            {
                await new TestCosts(me).Contributions.RestoreAsync(_t.Contribution.Id, 1, 2, default);
                return 1;
            }
            catch (StaleException)
            {
                return 0;
            }
        })));
        results.Sum().Should().Be(1);
    }

    [Fact]
    public async Task UndoOfAnImport_OneRowOfWhichWasChanged_ChangesNothing()
    {
        var file = "owner,amount,date\nAnn,5,2026-02-02\nAnn,6,2026-02-02\nAnn,7,2026-02-02\n"u8.ToArray();
        var import = await Costs.Imports.ImportAsync(RecordKind.Contributions, _t.Open.Id, file, default);
        var rows = (await Costs.Contributions.ListAsync(_t.Open.Id, PageRequest.First, default)).Items;
        var first = rows.First(c => c.Amount == 5);
        await Costs.Contributions.UpdateAsync(first.Id, first.ToInput() with { Amount = 9 }, null, default);
        await Refused(() => _ada.Undo.UndoAsync(import.WriteId!.Value, default));
        (await Costs.Contributions.ListAsync(_t.Open.Id, PageRequest.First, default)).Items.Should().HaveSameCount(rows);
    }

    [Theory]
    [InlineData(RecordKind.Contributions, "owner,amount,date,comment\nAnn,5,2026-02-02,\"=1+1\nb\"\nAnn,5,2026-02-02,\"=1+1\nb\"\nAnn,5,2026-02-02,'x\n")]
    [InlineData(RecordKind.Expenses, "paymentType,amount,date,vendor,description,paidBy,budgetItem,refund\nroof,5,2026-02-02,=V,\"+a\n@b\",Ann,Repairs (1),\nroof,5,2026-02-02,=V,\"+a\n@b\",Ann,Repairs (1),\n")]
    public async Task Import_DeleteRestoreImportExport_AddsNothing(RecordKind kind, string file)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        await Costs.Imports.ImportAsync(kind, _t.Open.Id, bytes, default);
        var id = kind == RecordKind.Contributions
            ? (await Costs.Contributions.ListAsync(_t.Open.Id, PageRequest.First, default)).Items.First(c => c.Amount == 5).Id
            : (await Costs.Expenses.ListAsync(_t.Open.Id, null, PageRequest.First, default)).Items.First(c => c.Amount == 5).Id;
        await (kind == RecordKind.Contributions ? Costs.Contributions.DeleteAsync(id, null, default) : Costs.Expenses.DeleteAsync(id, null, default));
        (await Costs.Imports.ImportAsync(kind, _t.Open.Id, bytes, default)).Added.Should().Be(1);
        await (kind == RecordKind.Contributions ? Costs.Contributions.RestoreAsync(id, 1, null, default) : (Task)Costs.Expenses.RestoreAsync(id, 1, null, default));
        var export = await Costs.Imports.ExportAsync(kind, _t.Open.Id, default);
        (await Costs.Imports.ImportAsync(kind, _t.Open.Id, export.Bytes, default)).Added.Should().Be(0);
        (await Costs.Imports.ExportAsync(kind, _t.Open.Id, default)).Bytes.Should().Equal(export.Bytes);
    }

    private static async Task Refused(Func<Task> act) => await FluentActions.Awaiting(act).Should().ThrowAsync<DomainException>();

    private static async Task Forbidden(Func<Task> act) => await FluentActions.Awaiting(act).Should().ThrowAsync<ForbiddenException>();

    private static async Task<Guid> WrittenAsync(Func<Task> act)
    {
        using var capture = WriteCapture.Open();
        await act();
        return capture.WriteId!.Value;
    }
}
