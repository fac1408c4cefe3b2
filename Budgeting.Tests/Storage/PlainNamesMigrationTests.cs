using System.Text.Json;
using Budgeting.Core.Gifting;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.SharedCosts;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Budgeting.Tests.Storage;

/// <summary>What was written when periods, charges, readings, sub-budgets and receipts had other names.</summary>
public sealed class PlainNamesMigrationTests : IAsyncLifetime
{
    private const string Before = "20261129145759_Places";

    private TestWorld _world = null!;
    private FilledCosts _filled = null!;

    private TestCosts Costs => _filled.Costs;

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _filled = await FilledCosts.CreateAsync(await _world.OrganizationAsync());
    }

    public Task DisposeAsync() => _world.DisposeAsync().AsTask();

    [Fact]
    public async Task Migrate_KeepsEveryRow_AndItsRules()
    {
        using var shell = new SqlShell(_world.Folder);
        string[] now = ["periods", "charges", "readings", "receipts"], then = ["service_periods", "service_charges", "utility_readings", "expense_attachments"];
        var rows = now.Select(table => shell.Value($"SELECT count(*) FROM {table}")).ToList();
        var rules = shell.Column("SELECT name FROM sqlite_master ORDER BY name");

        await ToAsync(Before);
        then.Select(table => shell.Value($"SELECT count(*) FROM {table}")).Should().Equal(rows).And.NotContain("0");
        shell.Invoking(s => s.Execute("DELETE FROM service_periods WHERE status = 1")).Should().Throw<Microsoft.Data.Sqlite.SqliteException>();
        await ToAsync(null);

        now.Select(table => shell.Value($"SELECT count(*) FROM {table}")).Should().Equal(rows);
        shell.Column("SELECT name FROM sqlite_master ORDER BY name").Should().Equal(rules);
        shell.Column("PRAGMA foreign_key_check").Should().BeEmpty();
        shell.Column("SELECT iif(type = 'trigger', sql, name) FROM sqlite_master").Should()
            .NotContainMatch("*service_*").And.NotContainMatch("*utility_*").And.NotContainMatch("*attachment*").And.NotContainMatch("*entity_budgets*");
    }

    [Fact]
    public async Task Migrate_KeepsHistories_UnderTheNamesThatAreWritten()
    {
        await Costs.ReopenAsync(_filled.Closed);
        await ToAsync(Before);
        using var shell = new SqlShell(_world.Folder);
        shell.Column("SELECT DISTINCT entity FROM audit_entries").Should()
            .Contain(["ServicePeriod", "ServiceCharge", "UtilityReading"]).And.NotContain(["Period", "Charge", "Reading"]);
        shell.Column("""SELECT DISTINCT action FROM audit_entries WHERE entity = 'Expense' AND after LIKE '%"attachment":"%'""").Should().Equal("Changed");

        await ToAsync(null);

        (await Costs.Periods.HistoryAsync(_filled.Closed.Id, default)).Should().HaveCountGreaterThan(1);
        (await Costs.Charges.HistoryAsync(_filled.Charge.Id, default)).Should().ContainSingle();
        (await Costs.Readings.HistoryAsync(_filled.Reading.Id, default)).Should().ContainSingle();
        var hash = (await Costs.Expenses.GetAsync(_filled.Expense.Id, default)).Receipt!;
        (await Costs.Expenses.HistoryAsync(_filled.Expense.Id, default))[0].Changes.Should().Contain(new FieldChange("receipt", Before: null, hash));
        await using var db = _world.Db(Costs.Actor.OrganizationId);
        AuditChain.FirstBroken(await db.AuditEntries.OrderBy(e => e.Sequence).ToListAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Undo_OfWritesFromBefore_PutsThemBack()
    {
        var ada = Costs.Actor;
        var (occasion, person) = (await ada.OccasionAsync(), await ada.PersonAsync());
        Guid[] writes =
        [
            await WriteAsync(() => Costs.Charges.DeleteAsync(_filled.Charge.Id, null, default)),
            await WriteAsync(() => Costs.Readings.UpdateAsync(_filled.Reading.Id, _filled.Reading.ToInput() with { EndReading = 50 }, null, default)),
            await WriteAsync(() => Costs.Expenses.SetReceiptAsync(_filled.Expense.Id, ReceiptInput.None, null, default)),
            await WriteAsync(() => ada.SubBudgets.SetAsync(occasion.Id, BudgetedEntity.Person, person.Id, 20, null, default)),
        ];
        await ToAsync(Before);
        using var shell = new SqlShell(_world.Folder);
        shell.Value("SELECT count(*) FROM audit_entries WHERE entity = 'EntityBudget'").Should().Be("1");

        await ToAsync(null);
        foreach (var write in writes.Reverse())
        {
            (await ada.Undo.UndoAsync(write, default)).Remarks.Should().BeEmpty();
        }

        (await Costs.Charges.GetAsync(_filled.Charge.Id, default)).Amount.Should().Be(_filled.Charge.Amount);
        (await Costs.Readings.GetAsync(_filled.Reading.Id, default)).EndReading.Should().Be(_filled.Reading.EndReading);
        (await Costs.Expenses.ReceiptAsync(_filled.Expense.Id, default)).Bytes.Should().Equal(FilledCosts.Pdf);
        shell.Value("SELECT count(*) FROM sub_budgets").Should().Be("0");
    }

    [Fact]
    public async Task AStatementFromBefore_SaysWhatItSaid()
    {
        await Costs.CloseAsync(_filled.Open, confirm: true);
        var issued = (await Costs.Statements.IssueAsync(_filled.Open.Id, _filled.Owner.Id, default)).Issued.Single();
        var said = await Costs.Statements.GetAsync(issued.Id, default);
        using var shell = new SqlShell(_world.Folder);
        shell.Execute("""DROP TRIGGER statements_no_update; UPDATE statements SET content = replace(content, '"receipt":"', '"attachment":"')""");
        shell.Value("""SELECT count(*) FROM statements WHERE content LIKE '%"attachment":"%'""").Should().Be("1");

        var read = await Costs.Statements.GetAsync(issued.Id, default);

        read.Content.Paid.Should().ContainSingle().Which.Receipt.Should().NotBeNull();
        read.Should().BeEquivalentTo(said);
    }

    [Fact]
    public async Task AnAnswerFromBefore_CanBeAskedForAgain()
    {
        var input = _filled.Expense.ToInput() with { Description = """a "attachment": of mine""" };
        var answer = await AskAsync(input);
        await ToAsync(Before);
        using var shell = new SqlShell(_world.Folder);
        shell.Value("SELECT result FROM idempotency_records").Should().Contain($"\"attachment\":\"{answer.Receipt}\"");

        await ToAsync(null);

        var replay = await FluentActions.Awaiting(() => AskAsync(input)).Should().ThrowAsync<ReplayException>();
        JsonSerializer.Deserialize<ExpenseDto>(replay.Which.Result, JsonFormat.Options).Should().Be(answer);
    }

    private async Task<ExpenseDto> AskAsync(ExpenseInput input)
    {
        var again = _world.ActAs(Costs.Actor.MemberIdentity);
        again.Get<Idempotency>().Use("key", [1]);
        return await again.Get<ExpensesService>().UpdateAsync(_filled.Expense.Id, input, version: null, default);
    }

    private async Task ToAsync(string? migration)
    {
        await using var db = _world.Db(Costs.Actor.OrganizationId);
        await db.GetService<IMigrator>().MigrateAsync(migration);
    }

    private static async Task<Guid> WriteAsync(Func<Task> write)
    {
        using var capture = WriteCapture.Open();
        await write();
        return capture.WriteId!.Value;
    }
}
