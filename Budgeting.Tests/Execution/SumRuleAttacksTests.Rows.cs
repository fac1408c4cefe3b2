using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>What a row can be set to that the rules rest on: its total, its proposal, its numbers.</summary>
public sealed partial class SumRuleAttacksTests
{
    [PostgresTheory]
    [InlineData("allotments")]
    [InlineData("obligations")]
    [InlineData("disbursements")]
    [InlineData("work_items")]
    public void ATriggerOfTheSessions_SetsNoTotal(string name)
    {
        var level = Levels[name];
        using (var owner = _world.Shell())
        {
            Prepare(new BudgetRows(owner), level);
        }

        using var shell = Open("the app");
        var rows = new BudgetRows(shell);
        shell.Execute($"""
            CREATE TEMP TABLE lever (id int);
            CREATE FUNCTION pg_temp.pull() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE public.{level.ParentTable} SET {level.Total} = 0 WHERE id = {rows.Id(Parent)}; RETURN NULL; END $$;
            CREATE TRIGGER pull AFTER INSERT ON lever FOR EACH ROW EXECUTE FUNCTION pg_temp.pull();
            """);

        shell.ShouldRefuse("INSERT INTO lever VALUES (1)", "row.fixed");

        shell.ShouldRefuse(level.Insert(rows, [(Fresh, Parent, "41", true)]), level.Code);
        shell.Execute(level.Insert(rows, [(Fresh, Parent, "20", true), (Fresh + 1, Parent, "20", true)]));
        rows.Broken().Should().BeEmpty();
    }

    [Theory]
    [InlineData("allotments")]
    [InlineData("obligations")]
    [InlineData("disbursements")]
    [InlineData("work_items")]
    public void AChild_IsOfTheProposalOfItsParent(string name)
    {
        var level = Levels[name];
        using var shell = _world.Shell();
        var rows = new BudgetRows(shell);
        Prepare(rows, level);
        shell.Execute($"""
            INSERT INTO proposals (id, organization_id, fiscal_year, start_month, title, status, duties_combined, version)
            SELECT {rows.Id(Fresh)}, organization_id, 2027, 1, '2027', 0, duties_combined, 1 FROM proposals
            """);

        shell.ShouldRefuse($"UPDATE {level.Table} SET proposal_id = {rows.Id(Fresh)} WHERE id = {rows.Id(Live)}", level.Code);
    }

    // The amounts are those of the rule; everything else that is counted, chosen or compared is whole as well.
    [Theory]
    [InlineData("proposals")]
    [InlineData("program_budgets")]
    [InlineData("allotments")]
    [InlineData("obligations")]
    [InlineData("disbursements")]
    [InlineData("work_items")]
    [Trait(TestStore.Engine, TestStore.Sqlite)]
    public void ANumberThatIsntWhole_IsRefused(string table)
    {
        using var shell = new SqliteShell(_world.Folder);
        var rows = new BudgetRows(shell);
        Prepare(rows, Levels["disbursements"]);
        shell.Execute(rows.WorkItems((Fresh, Parent, "1", 0)));
        shell.Execute("PRAGMA ignore_check_constraints = ON");
        var numbers = shell.Column($"SELECT name FROM pragma_table_info('{table}') WHERE type = 'INTEGER'");

        foreach (var number in numbers)
        {
            shell.ShouldRefuse($"UPDATE {table} SET {number} = 1.5", "row.invalid");
            shell.ShouldRefuse($"UPDATE {table} SET {number} = 'x'", "row.invalid");
        }
    }
}
