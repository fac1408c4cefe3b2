using Budgeting.Tests.Support;

namespace Budgeting.Tests.Execution;

/// <summary>Whoever writes with an SQL shell, checks switched off or not: what is requested and adjusted is amounts that can be added up.</summary>
public sealed class PreparationAttacksTests : IAsyncLifetime
{
    private const int Budget = 101;
    private const int Row = 201;
    private const string One = "1000000";
    private const string Most = "1000000000000000000";

    private TestWorld _world = null!;
    private SqlShell _shell = null!;
    private BudgetRows _rows = null!;

    // PostgreSQL makes whole numbers of fractions.
    private static string[] NoAmounts => TestStore.IsPostgres
        ? ["NULL", "'abc'", "1e300", "9223372036854775807"]
        : ["NULL", "'abc'", "1e300", "9223372036854775807", "10.5", "x'31'", "'1.5'"];

    public async Task InitializeAsync()
    {
        _world = await TestWorld.CreateAsync();
        _shell = _world.Shell();
        _rows = new BudgetRows(_shell);
        _rows.Prepare();
        _shell.Execute(_rows.Budget(Budget, "100"));
        if (!TestStore.IsPostgres)
        {
            _shell.Execute("PRAGMA ignore_check_constraints = ON");
        }
    }

    public async Task DisposeAsync()
    {
        _shell.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public void ALineItem_IsOfAnAmount()
    {
        _shell.Execute(_rows.LineItem(Row, Budget, One, "5"));
        foreach (var cost in NoAmounts.Append("-1"))
        {
            _rows.Try(_rows.LineItem(Row + 1, Budget, One, cost)).Should().BeFalse("{0} is no cost", cost);
            _rows.Try($"UPDATE line_items SET unit_cost = {cost}").Should().BeFalse("{0} is no cost", cost);
        }

        foreach (var quantity in NoAmounts.Concat(["0", "-1000", "1"]))
        {
            _rows.Try(_rows.LineItem(Row + 1, Budget, quantity, "5")).Should().BeFalse("{0} is no quantity", quantity);
            _rows.Try($"UPDATE line_items SET quantity = {quantity}").Should().BeFalse("{0} is no quantity", quantity);
        }

        _shell.Column("SELECT amount FROM line_items").Should().Equal("5");
    }

    [Fact]
    public void AnAdjustment_IsOfAnAmount()
    {
        foreach (var amount in NoAmounts.Append("0"))
        {
            _rows.Try(_rows.Adjustment(Row, Budget, amount)).Should().BeFalse("{0} is no amount", amount);
        }

        _shell.Execute(_rows.Adjustment(Row, Budget, "-5"));
        _rows.Try("UPDATE budget_adjustments SET amount = 6").Should().BeFalse();
        _shell.Column("SELECT amount FROM budget_adjustments").Should().Equal("-5");
    }

    [Theory]
    [InlineData("line items")]
    [InlineData("adjustments")]
    [InlineData("approved amounts")]
    [InlineData("requested amounts")]
    public void AllOfThem_CanBeAddedUp(string what)
    {
        string Next(int i) => what switch
        {
            "line items" => _rows.LineItem(Row + i, Budget, One, Most),
            "adjustments" => _rows.Adjustment(Row + i, Budget, Most),
            "approved amounts" => _rows.Budget(Row + i, Most),
            _ => _rows.Budget(Row + i, "0").Replace(", 0, 0, 1)", $", {Most}, 0, 1)", StringComparison.Ordinal),
        };

        Enumerable.Range(1, 10).Count(i => _rows.Try(Next(i))).Should().BeInRange(3, 4);
        _shell.Column("SELECT SUM(amount) FROM line_items UNION ALL SELECT SUM(amount) FROM budget_adjustments UNION ALL SELECT SUM(approved_amount) FROM program_budgets UNION ALL SELECT SUM(requested_amount) FROM program_budgets")
            .Should().HaveCount(4, "none of them overflows");
    }
}
