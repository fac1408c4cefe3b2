using System.Data.Common;
using System.Globalization;

namespace Budgeting.Tests.Support;

/// <summary>
/// Rows of budgets as somebody with an SQL shell writes them: none of the program's code is in the way. An id is a small number, an amount
/// a number of millionths.
/// </summary>
public sealed class BudgetRows(SqlShell shell)
{
    public const int Organization = 1;
    public const int Program = 2;
    public const int Proposal = 3;

    // Who requests, and who approves and pays.
    public const int Clerk = 4;
    public const int Approver = 5;

    public SqlShell Shell => shell;

    /// <summary>An organization that separates duties, with a program and an approved proposal.</summary>
    public void Prepare() => shell.Execute($"""
        INSERT INTO organizations (id, name, currency_code, created_at, fiscal_year_start_month, separate_duties, version) VALUES ({Id(Organization)}, 'Office', 'EUR', 0, 1, {True}, 1);
        INSERT INTO programs (id, organization_id, code, name, status, version) VALUES ({Id(Program)}, {Id(Organization)}, '1000', 'Library', 0, 1);
        INSERT INTO proposals (id, organization_id, fiscal_year, start_month, title, status, created_by, approved_by, duties_combined, version)
        VALUES ({Id(Proposal)}, {Id(Organization)}, 2026, 1, '2026', 2, {Id(Clerk)}, {Id(Approver)}, {False}, 1);
        """);

    public string Id(int number) => shell is SqliteShell ? $"X'{number:X32}'" : $"'{number:x32}'::uuid";

    private string True => shell is SqliteShell ? "1" : "true";

    private string False => shell is SqliteShell ? "0" : "false";

    /// <summary>A budget with a program of its own.</summary>
    public string Budget(int id, string approved) =>
        $"INSERT INTO programs (id, organization_id, code, name, status, version) VALUES ({Id(id + 1_000_000)}, {Id(Organization)}, '{id}', 'P', 0, 1); " +
        $"INSERT INTO program_budgets (id, organization_id, proposal_id, program_id, requested_amount, approved_amount, version) VALUES ({Id(id)}, {Id(Organization)}, {Id(Proposal)}, {Id(id + 1_000_000)}, 0, {approved}, 1)";

    public string LineItem(int id, int budget, string quantity, string unitCost) =>
        "INSERT INTO line_items (id, organization_id, proposal_id, program_budget_id, category, description, quantity, unit_cost, version) " +
        $"VALUES ({Id(id)}, {Id(Organization)}, {Id(Proposal)}, {Id(budget)}, 1, 'D', {quantity}, {unitCost}, 1)";

    public string Adjustment(int id, int budget, string amount) =>
        "INSERT INTO budget_adjustments (id, organization_id, proposal_id, program_budget_id, kind, amount, date, reason, version) " +
        $"VALUES ({Id(id)}, {Id(Organization)}, {Id(Proposal)}, {Id(budget)}, 0, {amount}, '2026-01-01', 'R', 1)";

    public string Allotments(params (int Id, int Budget, string Amount, int Status)[] rows) =>
        "INSERT INTO allotments (id, organization_id, proposal_id, program_budget_id, quarter, number, amount, status, version) VALUES " +
        Values(rows, r => $"({Id(r.Id)}, {Id(Organization)}, {Id(Proposal)}, {Id(r.Budget)}, 1, {r.Id}, {r.Amount}, {r.Status}, 1)");

    public string Obligations(params (int Id, int Allotment, string Amount, int Status, string Final)[] rows) =>
        "INSERT INTO obligations (id, organization_id, proposal_id, allotment_id, category, kind, reference_no, payee, description, amount, date, status, final_amount, created_by, approved_by, duties_combined, version) VALUES " +
        Values(rows, r => $"({Id(r.Id)}, {Id(Organization)}, {Id(Proposal)}, {Id(r.Allotment)}, 1, 0, 'R{r.Id}', 'P', 'D', {r.Amount}, '2026-01-01', {r.Status}, {r.Final}, {Id(Clerk)}, {Id(Approver)}, {False}, 1)");

    public string Disbursements(params (int Id, int Obligation, string Amount, int Status)[] rows) =>
        "INSERT INTO disbursements (id, organization_id, proposal_id, obligation_id, amount, date, method, payee, status, created_by, duties_combined, version) VALUES " +
        Values(rows, r => $"({Id(r.Id)}, {Id(Organization)}, {Id(Proposal)}, {Id(r.Obligation)}, {r.Amount}, '2026-01-01', 0, 'P', {r.Status}, {Id(Approver)}, {False}, 1)");

    /// <summary>Each is so many of what costs a millionth.</summary>
    public string WorkItems(params (int Id, int Obligation, string Amount, int Status)[] rows) =>
        "INSERT INTO work_items (id, organization_id, proposal_id, obligation_id, description, quantity, unit_cost, version) VALUES " +
        Values(rows, r => $"({Id(r.Id)}, {Id(Organization)}, {Id(Proposal)}, {Id(r.Obligation)}, 'D', 1000000, {r.Amount}, 1)");

    /// <summary>Whether the statement went through; what is refused leaves everything as it was.</summary>
    public bool Try(string sql)
    {
        try
        {
            shell.Execute(sql);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }

    /// <summary>Every sum that is more than its limit, and every row that belongs to nothing.</summary>
    public IReadOnlyList<string?> Broken() => shell.Column($"""
        SELECT 'allotments of ' || {shell.HexOf("b.id")} FROM program_budgets b
        WHERE (SELECT COALESCE(SUM(a.amount), 0) FROM allotments a WHERE a.program_budget_id = b.id AND a.status <> 2) > COALESCE(b.approved_amount, 0)
        UNION ALL SELECT 'obligations of ' || {shell.HexOf("a.id")} FROM allotments a
        WHERE (SELECT COALESCE(SUM(CASE o.status WHEN 3 THEN 0 WHEN 2 THEN o.final_amount ELSE o.amount END), 0) FROM obligations o WHERE o.allotment_id = a.id)
            > CASE WHEN a.status = 1 THEN a.amount ELSE 0 END
        UNION ALL SELECT 'disbursements of ' || {shell.HexOf("o.id")} FROM obligations o
        WHERE (SELECT COALESCE(SUM(d.amount), 0) FROM disbursements d WHERE d.obligation_id = o.id AND d.status <> 1)
            > CASE o.status WHEN 1 THEN o.amount WHEN 2 THEN o.final_amount ELSE 0 END
        UNION ALL SELECT 'work items of ' || {shell.HexOf("o.id")} FROM obligations o
        WHERE (SELECT COALESCE(SUM(i.amount), 0) FROM work_items i WHERE i.obligation_id = o.id) > CASE WHEN o.status = 3 THEN 0 ELSE o.amount END
        UNION ALL SELECT 'lost allotment' FROM allotments WHERE program_budget_id NOT IN (SELECT id FROM program_budgets)
        UNION ALL SELECT 'lost obligation' FROM obligations WHERE allotment_id NOT IN (SELECT id FROM allotments)
        UNION ALL SELECT 'lost disbursement' FROM disbursements WHERE obligation_id NOT IN (SELECT id FROM obligations)
        UNION ALL SELECT 'lost work item' FROM work_items WHERE obligation_id NOT IN (SELECT id FROM obligations)
        {(shell is SqliteShell ? NoIntegers : WrongTotals)}
        """);

    private const string NoIntegers = """
        UNION ALL SELECT 'no integer' FROM (
            SELECT amount, status FROM allotments UNION ALL SELECT amount, status FROM obligations UNION ALL SELECT amount, status FROM disbursements
            UNION ALL SELECT amount, 0 FROM work_items UNION ALL SELECT COALESCE(approved_amount, 1), 0 FROM program_budgets)
        WHERE typeof(amount) <> 'integer' OR typeof(status) <> 'integer' OR amount < 0
        """;

    private const string WrongTotals = """
        UNION ALL SELECT 'total of budget' FROM program_budgets b
        WHERE allotted <> (SELECT COALESCE(SUM(amount), 0) FROM allotments WHERE program_budget_id = b.id AND status <> 2)
        UNION ALL SELECT 'total of allotment' FROM allotments a
        WHERE obligated <> (SELECT COALESCE(SUM(used), 0) FROM obligations WHERE allotment_id = a.id)
        UNION ALL SELECT 'total of obligation' FROM obligations o
        WHERE disbursed <> (SELECT COALESCE(SUM(amount), 0) FROM disbursements WHERE obligation_id = o.id AND status <> 1)
           OR delivered <> (SELECT COALESCE(SUM(amount), 0) FROM work_items WHERE obligation_id = o.id)
        """;

    private static string Values<T>(T[] rows, Func<T, FormattableString> row) => string.Join(", ", rows.Select(r => row(r).ToString(CultureInfo.InvariantCulture)));
}
