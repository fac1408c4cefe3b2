using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;

namespace Budgeting.Core.SampleData;

/// <summary>What a small town's office budgets for, and whom it pays.</summary>
internal sealed class SampleOffice(Currency currency)
{
    private readonly SampleAmounts _amounts = new(currency);

    public static IReadOnlyList<SampleProgram> Programs { get; } =
    [
        new("1000", "Administration", "The town hall and those who work in it.", 184_000,
        [
            new("Salaries", "Town staff", BudgetCategory.Personnel, ObligationKind.Payroll, 9_800),
            new("Paper, toner and postage", "Paper & Print Ltd", BudgetCategory.Operating, ObligationKind.PurchaseOrder, 640),
            new("Software licences", "Fjord Systems", BudgetCategory.Operating, ObligationKind.Contract, 1_850),
        ]),
        new("2000", "Library", "Books, readings and the reading room.", 96_500,
        [
            new("Librarians' salaries", "Library staff", BudgetCategory.Personnel, ObligationKind.Payroll, 4_200),
            new("Children's books", "Ravenna Books", BudgetCategory.Operating, ObligationKind.PurchaseOrder, 1_240.50m),
            new("Shelves for the reading room", "Holm Carpentry", BudgetCategory.Capital, ObligationKind.Contract, 3_900),
        ]),
        new("3000", "Parks and playgrounds", "Lawns, trees and everything that children climb on.", 71_200,
        [
            new("Tree care", "Green Crown Arborists", BudgetCategory.Operating, ObligationKind.Contract, 2_150),
            new("Playground inspection", "Safe Play Inspections", BudgetCategory.Operating, ObligationKind.PurchaseOrder, 480),
            new("Swing and slide, Mill Lane", "Kern Playgrounds", BudgetCategory.Capital, ObligationKind.Contract, 4_700),
        ]),
        new("4000", "Road maintenance", "Potholes, winter service and street lights.", 142_800,
        [
            new("Asphalt patching", "Brandt Civil Works", BudgetCategory.Operating, ObligationKind.Contract, 7_300),
            new("Grit and salt", "Northern Salt", BudgetCategory.Operating, ObligationKind.PurchaseOrder, 1_960),
            new("LED street lights", "Lumen Electric", BudgetCategory.Capital, ObligationKind.PurchaseOrder, 5_450),
        ]),
    ];

    public decimal Of(decimal amount) => _amounts.Of(amount);

    /// <summary>What is requested for a program: three lines, by category.</summary>
    public IReadOnlyList<LineItemInput> LinesOf(SampleProgram program)
    {
        var (personnel, capital) = (Of(Math.Round(program.Requested * 0.55m)), Of(Math.Round(program.Requested * 0.15m)));
        return
        [
            Line("5010", BudgetCategory.Personnel, "Salaries", personnel),
            Line("5020", BudgetCategory.Operating, "Supplies and services", Of(program.Requested) - personnel - capital),
            Line("5060", BudgetCategory.Capital, "Equipment", capital),
        ];
    }

    private static LineItemInput Line(string code, BudgetCategory category, string description, decimal amount) =>
        new() { ObjectCode = code, Category = category, Description = description, Quantity = 1, UnitCost = amount };
}

/// <param name="Requested">Before the currency's decimals.</param>
internal sealed record SampleProgram(string Code, string Name, string Description, decimal Requested, IReadOnlyList<SamplePurchase> Purchases);

/// <param name="Amount">About what it costs each month or time.</param>
internal sealed record SamplePurchase(string Description, string Payee, BudgetCategory Category, ObligationKind Kind, decimal Amount);
