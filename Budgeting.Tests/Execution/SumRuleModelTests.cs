using System.Globalization;
using Budgeting.Tests.Support;
using Xunit.Abstractions;

namespace Budgeting.Tests.Execution;

/// <summary>Tens of thousands of random statements, each of which the database takes or refuses as a model in memory does.</summary>
public sealed class SumRuleModelTests(ITestOutputHelper output)
{
    private const int Statements = 50_000;
    private const int Look = 2_500;
    private const int MostRows = 12;

    // Small numbers of rows and amounts, so that most statements are near a limit.
    private const int FirstBudget = 900;
    private const int FirstAllotment = 2000;
    private const int FirstObligation = 3000;
    private const int FirstDisbursement = 4000;
    private const int FirstWorkItem = 5000;

    [Fact]
    public async Task AnyStatements_AreTakenAndRefusedAsTheModelSays()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        await using var world = await TestWorld.CreateAsync();
        using var shell = world.Shell();
        Quicken(shell);
        var rows = new BudgetRows(shell);
        rows.Prepare();
        var (model, random, taken) = (new BudgetModel(), new Random(seed), 0);
        for (var b = 0; b < 3; b++)
        {
            shell.Execute(rows.Budget(FirstBudget + b, "100"));
            model.Budgets[FirstBudget + b] = 100;
        }

        for (var i = 0; i < Statements; i++)
        {
            var (sql, change) = Next(rows, model, random);
            var expected = model.Try(change);
            rows.Try(sql).Should().Be(expected, "of statement {0} with seed {1}: {2}", i, seed, sql);
            taken += expected ? 1 : 0;
            if (i % Look == 0)
            {
                Compare(rows, model, $"behind statement {i} with seed {seed}");
            }
        }

        Compare(rows, model, $"at the end with seed {seed}");
        output.WriteLine($"{taken} of {Statements} were taken");
        taken.Should().BeInRange(Statements / 10, Statements * 9 / 10);
    }

    // What is lost with a crash isn't what this is of.
    private static void Quicken(SqlShell shell)
    {
        if (shell is SqliteShell)
        {
            shell.Execute("PRAGMA synchronous = OFF");
        }
    }

    private static (string Sql, Action Change) Next(BudgetRows rows, BudgetModel model, Random random) => random.Next(20) switch
    {
        0 => Cap(rows, model, random),
        1 or 2 => NewAllotment(rows, model, random),
        3 or 4 => ChangedAllotment(rows, model, random),
        5 or 6 => NewObligation(rows, model, random),
        7 or 8 or 9 => ChangedObligation(rows, model, random),
        10 or 11 => NewDisbursement(rows, model, random),
        12 or 13 => ChangedDisbursement(rows, model, random),
        14 => NewWorkItem(rows, model, random),
        15 => ChangedWorkItem(rows, model, random),
        16 => Several(rows, model, random),
        17 => Raised(rows, model, random),
        _ => Deleted(rows, model, random),
    };

    private static (string, Action) Cap(BudgetRows rows, BudgetModel model, Random random)
    {
        var (id, cap) = (FirstBudget + random.Next(3), random.Next(8) == 0 ? (long?)null : random.Next(0, 130));
        return ($"UPDATE program_budgets SET approved_amount = {Sql(cap)} WHERE id = {rows.Id(id)}", () => model.Budgets[id] = cap);
    }

    private static (string, Action) NewAllotment(BudgetRows rows, BudgetModel model, Random random)
    {
        var (id, budget, amount, status) = (FirstAllotment + random.Next(MostRows), FirstBudget + random.Next(3), random.Next(0, 60), random.Next(3));
        return (rows.Allotments((id, budget, Sql(amount), status)), Once(model.Allotments, id, (budget, amount, status)));
    }

    private static (string, Action) ChangedAllotment(BudgetRows rows, BudgetModel model, Random random)
    {
        var id = FirstAllotment + random.Next(MostRows);
        var (budget, amount, status) = (FirstBudget + random.Next(3), random.Next(0, 60), random.Next(3));
        return random.Next(4) switch
        {
            0 => ($"UPDATE allotments SET program_budget_id = {rows.Id(budget)} WHERE id = {rows.Id(id)}", There(model.Allotments, id, a => a with { Budget = budget })),
            1 => ($"UPDATE allotments SET amount = {amount} WHERE id = {rows.Id(id)}", There(model.Allotments, id, a => a with { Amount = amount })),
            2 => ($"UPDATE allotments SET status = {status} WHERE id = {rows.Id(id)}", There(model.Allotments, id, a => a with { Status = status })),
            _ => ($"UPDATE allotments SET program_budget_id = {rows.Id(budget)}, amount = {amount}, status = {status} WHERE id = {rows.Id(id)}", There(model.Allotments, id, _ => (budget, amount, status))),
        };
    }

    private static (string, Action) NewObligation(BudgetRows rows, BudgetModel model, Random random)
    {
        var (id, allotment, amount, status) = (FirstObligation + random.Next(MostRows), FirstAllotment + random.Next(MostRows), random.Next(0, 40), random.Next(4));
        var final = Final(random, status, amount);
        return (rows.Obligations((id, allotment, Sql(amount), status, Sql(final))), Once(model.Obligations, id, (allotment, amount, status, final)));
    }

    private static (string, Action) ChangedObligation(BudgetRows rows, BudgetModel model, Random random)
    {
        var id = FirstObligation + random.Next(MostRows);
        var (allotment, amount, status) = (FirstAllotment + random.Next(MostRows), random.Next(0, 40), random.Next(4));
        var final = Final(random, status, amount);
        return random.Next(3) switch
        {
            0 => ($"UPDATE obligations SET allotment_id = {rows.Id(allotment)} WHERE id = {rows.Id(id)}", There(model.Obligations, id, o => o with { Allotment = allotment })),
            1 => ($"UPDATE obligations SET amount = {amount} WHERE id = {rows.Id(id)}", There(model.Obligations, id, o => o with { Amount = amount })),
            _ => ($"UPDATE obligations SET status = {status}, final_amount = {Sql(final)} WHERE id = {rows.Id(id)}", There(model.Obligations, id, o => o with { Status = status, Final = final })),
        };
    }

    private static (string, Action) NewDisbursement(BudgetRows rows, BudgetModel model, Random random)
    {
        var (id, obligation, amount, status) = (FirstDisbursement + random.Next(MostRows), FirstObligation + random.Next(MostRows), random.Next(0, 25), random.Next(2));
        return (rows.Disbursements((id, obligation, Sql(amount), status)), Once(model.Disbursements, id, (obligation, amount, status)));
    }

    private static (string, Action) ChangedDisbursement(BudgetRows rows, BudgetModel model, Random random)
    {
        var id = FirstDisbursement + random.Next(MostRows);
        var (obligation, amount, status) = (FirstObligation + random.Next(MostRows), random.Next(0, 25), random.Next(2));
        return random.Next(3) switch
        {
            0 => ($"UPDATE disbursements SET obligation_id = {rows.Id(obligation)} WHERE id = {rows.Id(id)}", There(model.Disbursements, id, d => d with { Obligation = obligation })),
            1 => ($"UPDATE disbursements SET amount = {amount} WHERE id = {rows.Id(id)}", There(model.Disbursements, id, d => d with { Amount = amount })),
            _ => ($"UPDATE disbursements SET status = {status} WHERE id = {rows.Id(id)}", There(model.Disbursements, id, d => d with { Status = status })),
        };
    }

    private static (string, Action) NewWorkItem(BudgetRows rows, BudgetModel model, Random random)
    {
        var (id, obligation, amount) = (FirstWorkItem + random.Next(MostRows), FirstObligation + random.Next(MostRows), random.Next(0, 25));
        return (rows.WorkItems((id, obligation, Sql(amount), 0)), Once(model.WorkItems, id, (obligation, amount)));
    }

    private static (string, Action) ChangedWorkItem(BudgetRows rows, BudgetModel model, Random random)
    {
        var (id, obligation, amount) = (FirstWorkItem + random.Next(MostRows), FirstObligation + random.Next(MostRows), random.Next(0, 25));
        return random.Next(2) == 0
            ? ($"UPDATE work_items SET obligation_id = {rows.Id(obligation)} WHERE id = {rows.Id(id)}", There(model.WorkItems, id, i => i with { Obligation = obligation }))
            : ($"UPDATE work_items SET unit_cost = {amount} WHERE id = {rows.Id(id)}", There(model.WorkItems, id, i => i with { Amount = amount }));
    }

    // Rows of one statement: all of them, or none.
    private static (string, Action) Several(BudgetRows rows, BudgetModel model, Random random)
    {
        var several = Enumerable.Range(0, 3).Select(_ => (Id: FirstAllotment + random.Next(MostRows), Budget: FirstBudget + random.Next(3), Amount: random.Next(1, 40), Status: random.Next(3))).DistinctBy(r => r.Id).ToArray();
        return (
            rows.Allotments([.. several.Select(r => (r.Id, r.Budget, Sql(r.Amount), r.Status))]),
            () =>
            {
                foreach (var row in several)
                {
                    Once(model.Allotments, row.Id, (row.Budget, (long)row.Amount, row.Status))();
                }
            }
        );
    }

    private static (string, Action) Raised(BudgetRows rows, BudgetModel model, Random random)
    {
        var (budget, more) = (FirstBudget + random.Next(3), random.Next(1, 5));
        return (
            $"UPDATE allotments SET amount = amount + {more} WHERE program_budget_id = {rows.Id(budget)}",
            () =>
            {
                foreach (var id in model.Allotments.Where(a => a.Value.Budget == budget).Select(a => a.Key).ToList())
                {
                    model.Allotments[id] = model.Allotments[id] with { Amount = model.Allotments[id].Amount + more };
                }
            }
        );
    }

    private static (string, Action) Deleted(BudgetRows rows, BudgetModel model, Random random)
    {
        var offset = random.Next(MostRows);
        return random.Next(5) switch
        {
            0 => ($"DELETE FROM allotments WHERE id = {rows.Id(FirstAllotment + offset)}", () => model.Allotments.Remove(FirstAllotment + offset)),
            1 => ($"DELETE FROM obligations WHERE id = {rows.Id(FirstObligation + offset)}", () => model.Obligations.Remove(FirstObligation + offset)),
            2 => ($"DELETE FROM disbursements WHERE id = {rows.Id(FirstDisbursement + offset)}", () => model.Disbursements.Remove(FirstDisbursement + offset)),
            3 => ($"DELETE FROM work_items WHERE id = {rows.Id(FirstWorkItem + offset)}", () => model.WorkItems.Remove(FirstWorkItem + offset)),
            _ => ($"DELETE FROM program_budgets WHERE id = {rows.Id(FirstBudget)} AND {(model.Allotments.Values.Any(a => a.Budget == FirstBudget) ? "1 = 1" : "1 = 0")}", () => model.Budgets.Remove(
                model.Allotments.Values.Any(a => a.Budget == FirstBudget) ? FirstBudget : -1)),
        };
    }

    private static void Compare(BudgetRows rows, BudgetModel model, string when)
    {
        rows.Broken().Should().BeEmpty(when);
        Amounts(rows, "allotments").Should().BeEquivalentTo(model.Allotments.Select(a => $"{a.Key} {a.Value.Amount} {a.Value.Status}"), when);
        Amounts(rows, "obligations").Should().BeEquivalentTo(model.Obligations.Select(o => $"{o.Key} {o.Value.Amount} {o.Value.Status}"), when);
        Amounts(rows, "disbursements").Should().BeEquivalentTo(model.Disbursements.Select(d => $"{d.Key} {d.Value.Amount} {d.Value.Status}"), when);
        rows.Shell.Column($"SELECT {rows.Shell.HexOf("id")} || ' ' || amount FROM work_items").Select(Numbered).Should().BeEquivalentTo(model.WorkItems.Select(i => $"{i.Key} {i.Value.Amount}"), when);
    }

    private static IEnumerable<string> Amounts(BudgetRows rows, string table) =>
        rows.Shell.Column($"SELECT {rows.Shell.HexOf("id")} || ' ' || amount || ' ' || status FROM {table}").Select(Numbered);

    private static string Numbered(string? row) => $"{int.Parse(row![..32], NumberStyles.HexNumber, CultureInfo.InvariantCulture)}{row[32..]}";

    private static long? Final(Random random, int status, int amount) => status == 2 ? random.Next(10) == 0 ? null : random.Next(0, amount + 3) : random.Next(20) == 0 ? 1 : null;

    private static string Sql(long? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "NULL";

    // A second row under an id is refused: as here, where no rule lets a row be of no amount.
    private static Action Once(Dictionary<int, (int, long, int)> rows, int id, (int Parent, long, int) row) => () => rows[id] = rows.ContainsKey(id) ? row with { Item2 = 0 } : row;

    private static Action Once(Dictionary<int, (int, long, int, long?)> rows, int id, (int Parent, long, int, long?) row) => () => rows[id] = rows.ContainsKey(id) ? row with { Item2 = 0 } : row;

    private static Action Once(Dictionary<int, (int, long)> rows, int id, (int Parent, long) row) => () => rows[id] = rows.ContainsKey(id) ? (-1, 0) : row;

    private static Action There<T>(Dictionary<int, T> rows, int id, Func<T, T> change) => () =>
    {
        if (rows.TryGetValue(id, out var row))
        {
            rows[id] = change(row);
        }
    };
}
