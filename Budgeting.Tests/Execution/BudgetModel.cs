namespace Budgeting.Tests.Execution;

/// <summary>
/// What a database of budgets must be after any statements, kept without one: every row, and whether a statement goes through. It says so
/// by computing each sum anew.
/// </summary>
internal sealed class BudgetModel
{
    public Dictionary<int, long?> Budgets { get; } = [];

    public Dictionary<int, (int Budget, long Amount, int Status)> Allotments { get; } = [];

    public Dictionary<int, (int Allotment, long Amount, int Status, long? Final)> Obligations { get; } = [];

    public Dictionary<int, (int Obligation, long Amount, int Status)> Disbursements { get; } = [];

    public Dictionary<int, (int Obligation, long Amount)> WorkItems { get; } = [];

    /// <summary>Makes a change, unless a rule doesn't hold behind it.</summary>
    /// <returns>Whether it was made.</returns>
    public bool Try(Action change)
    {
        var before = (new Dictionary<int, long?>(Budgets), new Dictionary<int, (int, long, int)>(Allotments), new Dictionary<int, (int, long, int, long?)>(Obligations),
            new Dictionary<int, (int, long, int)>(Disbursements), new Dictionary<int, (int, long)>(WorkItems));
        change();
        if (Holds())
        {
            return true;
        }

        Restore(Budgets, before.Item1);
        Restore(Allotments, before.Item2);
        Restore(Obligations, before.Item3);
        Restore(Disbursements, before.Item4);
        Restore(WorkItems, before.Item5);
        return false;
    }

    private bool Holds() =>
        Allotments.Values.All(a => a.Amount > 0 && Budgets.ContainsKey(a.Budget)) &&
        Obligations.Values.All(o => o.Amount > 0 && Allotments.ContainsKey(o.Allotment) && (o.Status == 2 ? o.Final >= 0 && o.Final <= o.Amount : o.Final is null)) &&
        Disbursements.Values.All(d => d.Amount > 0 && Obligations.ContainsKey(d.Obligation)) &&
        WorkItems.Values.All(i => Obligations.ContainsKey(i.Obligation)) &&
        Budgets.All(b => b.Value is null or >= 0 && Sum(Allotments.Values.Where(a => a.Budget == b.Key && a.Status != 2).Select(a => a.Amount)) <= (b.Value ?? 0)) &&
        Allotments.All(a => Sum(Obligations.Values.Where(o => o.Allotment == a.Key).Select(UsedBy)) <= (a.Value.Status == 1 ? a.Value.Amount : 0)) &&
        Obligations.All(o =>
            Sum(Disbursements.Values.Where(d => d.Obligation == o.Key && d.Status != 1).Select(d => d.Amount)) <= PayableOf(o.Value) &&
            Sum(WorkItems.Values.Where(i => i.Obligation == o.Key).Select(i => i.Amount)) <= (o.Value.Status == 3 ? 0 : o.Value.Amount));

    private static long UsedBy((int Allotment, long Amount, int Status, long? Final) obligation) =>
        obligation.Status switch { 3 => 0, 2 => obligation.Final!.Value, _ => obligation.Amount };

    private static long PayableOf((int Allotment, long Amount, int Status, long? Final) obligation) =>
        obligation.Status switch { 1 => obligation.Amount, 2 => obligation.Final!.Value, _ => 0 };

    private static long Sum(IEnumerable<long> amounts) => amounts.Sum();

    private static void Restore<T>(Dictionary<int, T> rows, Dictionary<int, T> before)
    {
        rows.Clear();
        foreach (var (id, row) in before)
        {
            rows[id] = row;
        }
    }
}
