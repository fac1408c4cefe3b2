using System.Globalization;
using System.Text;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.SharedCosts;

public sealed class RecordImportTests : IAsyncLifetime
{
    private readonly QueryLog _queries = new();
    private TestWorld _world = null!;
    private TestCosts _costs = null!;
    private OwnerDto _ann = null!;
    private PropertyDto _flat = null!;
    private PeriodDto _january = null!;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync(queries: _queries);
        _costs = new TestCosts(await _world.OrganizationAsync());
        (_ann, _flat) = await _costs.OwnedAsync("Ann");
        _january = await _costs.MonthAsync(1);
    }

    public async Task DisposeAsync()
    {
        await _world.DisposeAsync();
        _queries.Dispose();
    }

    [Fact]
    public async Task Contributions_AreAddedInTheirOrder()
    {
        var answer = await ImportAsync(RecordKind.Contributions, "Owner;AMOUNT;date;payout;comment;colour\nann;1.200,50;2026-01-31;;Rent;red\nAnn;200;2026-01-02;yes;;\nAnn;3;2026-01-02;no;\"a\nb\";");

        answer.Should().BeEquivalentTo(new RecordImport(3, 0, 1003.50m, 0, ["colour"], [
            new(2, "Ann", new DateOnly(2026, 1, 31), 1200.50m, "Rent"), new(3, "Ann", new DateOnly(2026, 1, 2), -200), new(4, "Ann", new DateOnly(2026, 1, 2), 3, "a\nb")], answer.WriteId));
        answer.WriteId.Should().NotBeNull();
        (await PaidInAsync()).Select(c => (c.Amount, c.Payout, c.Comment)).Should().Equal((200, true, null), (3, false, "a\nb"), (1200.50m, false, "Rent"));
        (await _costs.RowAsync(_january, _ann)).Contributions.Should().Be(1003.50m);
    }

    [Fact]
    public async Task Expenses_AreSharedAndGiveNewTypesToTheList()
    {
        var item = await _costs.ItemAsync(_january);

        var answer = await ImportAsync(RecordKind.Expenses, "paymentType,amount,date,vendor,description,paidBy,budgetItem,refund\nRoof,10,2026-01-05,Tiler,Storm,Ann,Repairs,\nLift,4,2026-01-06,,,,Repairs,yes\nREPAIRS,2.5,2026-01-07,,,,,");

        (answer.Added, answer.Total, answer.WithoutItem).Should().Be((3, 8.5m, 1));
        answer.Records.Select(r => r.About).Should().Equal("Tiler · Storm", null, null);
        var spent = (await _costs.Expenses.ListAsync(_january.Id, null, PageRequest.First, default)).Items;
        spent[0].Should().BeEquivalentTo(new { PaymentType = "Roof", Vendor = "Tiler", Description = "Storm", PaidByOwnerId = _ann.Id, BudgetItemId = item.Id, Refund = false });
        spent.Select(e => e.PaymentType).Should().Equal("Roof", "Lift", "Repairs");
        (await _costs.PaymentTypes.ListAsync(default)).Should().Contain(["Roof", "Lift", "Security"]).And.OnlyHaveUniqueItems();
        (await _costs.RowAsync(_january, _ann)).Should().Be(new BalanceRow(_ann.Id, "Ann", 0, 0, 10, 6, 0, 4));
    }

    [Fact]
    public async Task Readings_AreAddedAndSharedBy()
    {
        var item = await _costs.ItemAsync(_january, AllocationStrategy.UsageBased, type: "water");
        await _costs.ExpenseAsync(_january, 30, item);

        var answer = await ImportAsync(RecordKind.Readings, "budgetItem,property,meterSerial,startReading,endReading,capacity,estimated\nwater,ann's,A1,99990,5.125,100000,\nWater,Ann's,B,0,2,,yes");

        answer.Should().BeEquivalentTo(new RecordImport(2, 0, 0, 0, [], [new(2, "Ann's, meter A1", null, 15.125m), new(3, "Ann's, meter B", null, 2)], answer.WriteId));
        (await _costs.RowAsync(_january, _ann)).Allocated.Should().Be(30);
        await FluentActions.Awaiting(() => ImportAsync(RecordKind.Readings, "budgetItem,property,meterSerial,startReading,endReading\nwater,Ann's,C,0,1\nwater,Ann's,C,0,1")).ShouldBeInvalidAsync("line 3, meterSerial");
    }

    [Theory]
    [InlineData(RecordKind.Contributions, "owner,amount,date\nAnn,5,2026-01-02\nAnn,5,2026-01-02\nAnn,7.00,2026-01-03", "DATE;owner;amount\r\n2026-01-03;ANN;7\r\n2026-01-02;Ann;5,00\r\n2026-01-02;Ann;5\r\n2026-01-02;Ann;5")]
    [InlineData(RecordKind.Expenses, "paymentType,amount,date\nrepairs,5,2026-01-02\nrepairs,5,2026-01-02\nroof,7.00,2026-01-03", "DATE;paymenttype;amount\r\n2026-01-03;ROOF;7\r\n2026-01-02;Repairs;5,00\r\n2026-01-02;Repairs;5\r\n2026-01-02;Repairs;5")]
    public async Task TheSameFileTwice_AddsNothingTwice(RecordKind kind, string file, string rewritten)
    {
        var first = await ImportAsync(kind, file);
        var second = await ImportAsync(kind, file);
        var third = await ImportAsync(kind, rewritten);

        (first.Added, first.AlreadyThere).Should().Be((3, 0), "two equal lines are two records");
        (second.Added, second.AlreadyThere).Should().Be((0, 3));
        (third.Added, third.AlreadyThere).Should().Be((1, 3), "however it is written; the third of the equal ones is new");
    }

    [Theory]
    [InlineData(RecordKind.Contributions)]
    [InlineData(RecordKind.Expenses)]
    [InlineData(RecordKind.Readings)]
    public async Task AnExport_AddsNothingWhereItIsFrom_AndEverythingElsewhere(RecordKind kind)
    {
        await FillAsync(_costs, _january, _ann, _flat);
        var export = (await _costs.Imports.ExportAsync(kind, _january.Id, default)).Bytes;
        var elsewhere = new TestCosts(await _world.OrganizationAsync("Others"));
        await elsewhere.OwnedAsync("Ann");
        var same = await elsewhere.MonthAsync(1);
        await elsewhere.ItemAsync(same, AllocationStrategy.UsageBased, type: "water");

        (await _costs.Imports.ImportAsync(kind, _january.Id, export, default)).Should().BeEquivalentTo(new { Added = 0, AlreadyThere = 2 });
        (await elsewhere.Imports.ImportAsync(kind, same.Id, export, default)).Added.Should().Be(2);

        Encoding.UTF8.GetString((await elsewhere.Imports.ExportAsync(kind, same.Id, default)).Bytes).Should().Be(Encoding.UTF8.GetString(export));
    }

    [Fact]
    public async Task WhatWasEditedSince_StaysAsItIs()
    {
        await ImportAsync(RecordKind.Contributions, "owner,amount,date\nAnn,5,2026-01-02");
        var paid = (await PaidInAsync()).Single();
        await _costs.Contributions.UpdateAsync(paid.Id, paid.ToInput() with { Amount = 6 }, version: null, default);

        var again = await ImportAsync(RecordKind.Contributions, "owner,amount,date\nAnn,5,2026-01-02");

        (again.Added, again.AlreadyThere).Should().Be((0, 1));
        (await PaidInAsync()).Should().ContainSingle(c => c.Amount == 6);
    }

    [Theory]
    [InlineData(RecordKind.Contributions, "owner,amount,date,payout\nAnn,1,2026-01-02,\nBob,1.001,2026-02-01,maybe\n,x,,\n,-1,2.1.2026,", "line 3, owner;line 3, amount;line 3, date;line 3, payout;line 4, owner;line 4, amount;line 4, date;line 5, owner;line 5, amount;line 5, date")]
    [InlineData(RecordKind.Expenses, "paymentType,amount,date,paidBy,budgetItem\nroof,1,2026-01-02,,\n,0,2025-12-31,Bob,water", "line 3, paymentType;line 3, amount;line 3, date;line 3, paidBy;line 3, budgetItem")]
    [InlineData(RecordKind.Readings, "budgetItem,property,meterSerial,startReading,endReading,capacity\nwater,Attic,,5,4,", "line 2, budgetItem;line 2, property;line 2, meterSerial;line 2, endReading")]
    [InlineData(RecordKind.Contributions, "who,amount,date\nAnn,1,2026-01-02", "file")]
    public async Task WhatIsWrong_IsToldByLineAndColumn_AndNothingIsAdded(RecordKind kind, string file, string places)
    {
        await FluentActions.Awaiting(() => ImportAsync(kind, file)).ShouldBeInvalidAsync(places.Split(';'));
        await FluentActions.Awaiting(() => _costs.Imports.PreviewAsync(kind, _january.Id, Encoding.UTF8.GetBytes(file), default)).ShouldBeInvalidAsync(places.Split(';'));

        (await _costs.RowAsync(_january, _ann)).Balance.Should().Be(0);
        (await _costs.PaymentTypes.ListAsync(default)).Should().NotContain("roof");
    }

    [Fact]
    public async Task ANameOfSeveral_IsNotGuessed()
    {
        await _costs.ItemAsync(_january);
        await _costs.ItemAsync(_january);

        await FluentActions.Awaiting(() => ImportAsync(RecordKind.Expenses, "amount,date,budgetItem\n5,2026-01-02,Repairs")).ShouldBeInvalidAsync("line 2, budgetItem", "line 2, paymentType");
        (await ImportAsync(RecordKind.Expenses, "amount,date,budgetItem\n5,2026-01-02,Repairs (2)")).Added.Should().Be(1);
    }

    [Fact]
    public async Task AnActiveOwner_ComesBeforeInactiveOnesOfTheName()
    {
        foreach (var name in new[] { "Ann", "ANN" })
        {
            await _costs.Owners.AddAsync(new OwnerInput { Name = name, Active = false }, default);
        }

        await ImportAsync(RecordKind.Contributions, "owner,amount,date\nAnn,5,2026-01-02\nANN,7,2026-01-02");

        (await _costs.RowAsync(_january, _ann)).Contributions.Should().Be(12);
    }

    [Fact]
    public async Task AnExport_OfThingsOfOneName_IsReadBack()
    {
        var gone = await _costs.Owners.AddAsync(new OwnerInput { Name = "ann", Active = false }, default);
        await _costs.ContributionAsync(_january, gone, 3);
        await _costs.ContributionAsync(_january, _ann, 4);
        foreach (var type in new[] { "Water", "Water", "Water (1)", "water (2)" })
        {
            await _costs.ExpenseAsync(_january, 10, await _costs.ItemAsync(_january, type: type));
        }

        foreach (var (kind, count) in new[] { (RecordKind.Contributions, 2), (RecordKind.Expenses, 4) })
        {
            var export = (await _costs.Imports.ExportAsync(kind, _january.Id, default)).Bytes;
            (await _costs.Imports.ImportAsync(kind, _january.Id, export, default)).Should().BeEquivalentTo(new { Added = 0, AlreadyThere = count });
        }
    }

    [Theory]
    [InlineData(RecordKind.Contributions, "owner,amount,date", "Ann,{0},2026-01-02")]
    [InlineData(RecordKind.Expenses, "paymentType,amount,date,budgetItem", "Repairs,{0},2026-01-02,Repairs")]
    public async Task Undo_OfAnImport_TakesAllBackInAFewQueries(RecordKind kind, string header, string line)
    {
        await _costs.ItemAsync(_january);
        var file = Encoding.UTF8.GetBytes(header + "\n" + string.Concat(Enumerable.Range(1, 300).Select(i => string.Format(CultureInfo.InvariantCulture, line, i) + "\n")));
        var written = (await _costs.Imports.ImportAsync(kind, _january.Id, file, default)).WriteId!.Value;
        _queries.Clear();

        await _costs.Actor.Undo.UndoAsync(written, default);

        _queries.Commands.Count(c => c.StartsWith("SELECT", StringComparison.Ordinal)).Should().BeLessThan(30);
        (await _costs.RowAsync(_january, _ann)).Balance.Should().Be(0);
    }

    [Fact]
    public async Task Preview_SaysTheSameAndWritesNothing()
    {
        var file = "paymentType,amount,date\nroof,5,2026-01-02"u8.ToArray();

        var preview = await _costs.Imports.PreviewAsync(RecordKind.Expenses, _january.Id, file, default);

        (await _costs.SheetAsync(_january)).NotAllocated.Should().Be(0);
        (await _costs.Imports.ImportAsync(RecordKind.Expenses, _january.Id, file, default)).Should().BeEquivalentTo(preview, o => o.Excluding(i => i.WriteId));
    }

    [Fact]
    public async Task AClosedPeriod_TakesNoFile()
    {
        await _costs.CloseAsync(_january);

        (await FluentActions.Awaiting(() => ImportAsync(RecordKind.Contributions, "owner,amount,date")).Should().ThrowAsync<ConflictException>()).Which.Code.Should().Be("period.closed");
        (await _costs.Imports.ExportAsync(RecordKind.Contributions, _january.Id, default)).Name.Should().Be("2026-01 contributions.csv");
    }

    [Fact]
    public async Task AMember_ImportsWhatIsTheirs()
    {
        var max = await _world.MemberAsync(_costs.Actor, Role.Member);
        await _costs.OwnerAsync("Max", max.MemberId);
        Task<RecordImport> AddAsync(RecordKind kind, string file) => new TestCosts(max).Imports.ImportAsync(kind, _january.Id, Encoding.UTF8.GetBytes(file), default);

        (await AddAsync(RecordKind.Contributions, "owner,amount,date\nMax,5,2026-01-02")).Added.Should().Be(1);
        (await AddAsync(RecordKind.Expenses, "paymentType,amount,date,paidBy\nroof,5,2026-01-02,Max")).Added.Should().Be(1);
        await FluentActions.Awaiting(() => AddAsync(RecordKind.Contributions, "owner,amount,date\nMax,6,2026-01-02\nAnn,6,2026-01-02")).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => AddAsync(RecordKind.Expenses, "paymentType,amount,date\nroof,5,2026-01-02")).Should().ThrowAsync<ForbiddenException>();
        await FluentActions.Awaiting(() => AddAsync(RecordKind.Readings, "budgetItem,property,meterSerial,startReading,endReading")).Should().ThrowAsync<ForbiddenException>();
        (await PaidInAsync()).Should().HaveCount(1);
    }

    [Theory]
    [InlineData(RecordKind.Contributions, "owner,amount,date\n", "Ann,{0},2026-01-02\n")]
    [InlineData(RecordKind.Expenses, "paymentType,amount,date,budgetItem,paidBy\n", "water,{0},2026-01-02,water,Ann\n")]
    [InlineData(RecordKind.Readings, "budgetItem,property,meterSerial,startReading,endReading\n", "water,Ann's,{0},0,1\n")]
    public async Task AFullFile_IsReadInFewQueries(RecordKind kind, string header, string line)
    {
        await _costs.ItemAsync(_january, AllocationStrategy.UsageBased, type: "water");
        var file = new StringBuilder(header);
        for (var i = 1; i <= 5000; i++)
        {
            file.AppendFormat(CultureInfo.InvariantCulture, line, i);
        }

        await ImportAsync(kind, header);
        _queries.Clear();
        var answer = await ImportAsync(kind, file.ToString());

        answer.Added.Should().Be(5000);
        answer.Records.Should().HaveCount(20);
        _queries.Commands.Should().HaveCountLessThan(40);
        await FluentActions.Awaiting(() => ImportAsync(kind, file + string.Format(CultureInfo.InvariantCulture, line, "9999"))).ShouldBeInvalidAsync("file");
    }

    private async Task FillAsync(TestCosts costs, PeriodDto january, OwnerDto ann, PropertyDto flat)
    {
        var item = await costs.ItemAsync(january, AllocationStrategy.UsageBased, type: "water");
        await costs.ContributionAsync(january, ann, 5);
        await costs.Contributions.AddAsync(january.Id, new ContributionInput { OwnerId = ann.Id, Amount = 2.5m, Payout = true, Date = january.EndDate, Comment = "=cmd\n'x" }, default);
        await costs.Expenses.AddAsync(january.Id, new ExpenseInput { PaymentType = "-roof", Amount = 5, Date = january.StartDate, Vendor = "\"Tiler\"", PaidByOwnerId = ann.Id, BudgetItemId = item.Id }, default);
        await costs.Expenses.AddAsync(january.Id, new ExpenseInput { PaymentType = "lift", Amount = 1, Date = january.EndDate, Refund = true }, default);
        await costs.ReadingAsync(january, item, flat, 1.000001m, 5, capacity: 100, serial: "A, 1");
        _world.Clock.Tick();
        await costs.ReadingAsync(january, item, flat, 5, 1234.5m, serial: "=B");
    }

    private Task<RecordImport> ImportAsync(RecordKind kind, string file) => _costs.Imports.ImportAsync(kind, _january.Id, Encoding.UTF8.GetBytes(file), default);

    private async Task<IReadOnlyList<ContributionDto>> PaidInAsync() =>
        (await _costs.Contributions.ListAsync(_january.Id, ownerId: null, PageRequest.First, default)).Items;
}
