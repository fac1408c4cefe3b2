using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Core.SampleData;

/// <summary>A house of eight owners and ten properties, and what it pays in a year.</summary>
internal sealed class SampleCommunity(DateOnly today, Currency currency)
{
    public const string Jonas = "Jonas Weber";
    public const string Lena = "Lena Brandt";
    public const string SoldFlat = "Flat 4";
    public const string Repairs = "Repairs";

    private const string Maria = "Maria Keller";
    private const string Priya = "Priya Nair";
    private const string Tomas = "Tomás Silva";
    private const string Olga = "Olga Petrova";
    private const string Heating = "Heating";
    private const string Security = "Security";
    private const string Cleaning = "Cleaning";
    private const string Insurance = "Insurance";
    private const int Quarters = 4;

    private static readonly decimal[] HeatingBills = [2310.45m, 1120.80m, 640.15m, 2275.60m];

    private readonly SampleAmounts _amounts = new(currency);

    public static IReadOnlyList<string> Owners { get; } = [SampleHousehold.Alex, SampleHousehold.Sam, Maria, Jonas, Priya, Tomas, Olga, Lena];

    public static IReadOnlyList<(string Name, string Owner, decimal Weight)> Properties { get; } =
    [
        ("Flat 1", SampleHousehold.Alex, 82.5m), ("Flat 2", SampleHousehold.Sam, 64m), ("Flat 3", Maria, 96.25m), (SoldFlat, Jonas, 55.5m), ("Flat 5", Priya, 71m),
        ("Flat 6", Tomas, 88m), ("Flat 7", Olga, 60m), ("Flat 8", Tomas, 47.75m), ("Garage A", SampleHousehold.Alex, 12m), ("Garage B", Maria, 12m),
    ];

    public IReadOnlyList<BudgetItemInput> Items =>
    [
        Item(Heating, 7200, AllocationStrategy.UsageBased, unitPrice: 0.9m),
        Item(Security, 2400, AllocationStrategy.FixedFee),
        Item(Cleaning, 2960, AllocationStrategy.Proportional),
        Item(Repairs, 2500, AllocationStrategy.Proportional),
        Item(Insurance, 1950, AllocationStrategy.Proportional),
    ];

    public static PeriodInput YearOf(int year) => new() { Name = $"{year}", StartDate = new DateOnly(year, 1, 1), EndDate = new DateOnly(year, 12, 31) };

    /// <summary>When <see cref="Lena"/> bought <see cref="SoldFlat"/> from <see cref="Jonas"/>.</summary>
    public DateOnly Sale => new(today.Year - 1, 7, 1);

    /// <summary>What everybody owed or was owed when the first year began.</summary>
    public IReadOnlyList<(string Owner, decimal Amount)> Openings => [(Maria, _amounts.Of(120m)), (Olga, -_amounts.Of(35.40m))];

    public decimal Keys => _amounts.Of(36m);

    /// <summary>A bill that turned up after the first year was closed.</summary>
    public ExpenseInput LateBill(int year, Guid itemId) => new()
    {
        PaymentType = Repairs, Amount = _amounts.Of(214.20m), Date = new DateOnly(year, 11, 20), Vendor = "Dach & Fach", Description = "Gutter on the courtyard side", BudgetItemId = itemId,
    };

    /// <summary>As far as it has happened: a fixed sum from each owner each quarter; Olga forgets the last one.</summary>
    public byte[] ContributionsOf(int year) => CsvFile.Write("contributions", ["owner", "amount", "date", "comment"], DaysOf(year, day: 5)
        .SelectMany((date, quarter) => Owners
            .Where(o => o != (date < Sale ? Lena : Jonas) && !(o == Olga && quarter == Quarters - 1))
            .Select(o => new object?[] { o, Cell(PaidBy(o)), date, $"Quarter {quarter + 1}" }))).Bytes;

    /// <summary>As far as they have come.</summary>
    public byte[] ExpensesOf(int year) => CsvFile.Write(
        "expenses",
        ["paymentType", "amount", "date", "vendor", "description", "paidBy", "budgetItem", "refund"],
        new[]
        {
            Quarterly(Heating, year, [.. HeatingBills.Select(bill => Dearer(bill, year, 0.04m))], "Stadtwerke", "District heating"),
            Quarterly(Security, year, [600m, 600m, 600m, 600m], "Night & Day", "Concierge"),
            Quarterly(Cleaning, year, [740m, 740m, 740m, 752.30m], "Blitzblank", "Stairs and windows"),
            [
                Row(Insurance, Dearer(1850m, year, 0.02m), new DateOnly(year, 1, 15), "Mutual of the Quarter", "Building insurance"),
                Row(Repairs, 68.95m, new DateOnly(year, 3, 8), "Hardware store", "Door closer and bulbs", paidBy: SampleHousehold.Sam),
                Row(Repairs, 1180m, new DateOnly(year, 6, 17), "Lift & Co", "New rollers for the lift"),
                Row(Heating, 186.40m, new DateOnly(year, 8, 28), "Stadtwerke", "Credit for an estimated bill", refund: true),
                Row(Cleaning, 42.50m, new DateOnly(year, 9, 3), "Garden centre", "Flowers for the entrance", paidBy: SampleHousehold.Alex, item: false),
            ],
        }.SelectMany(rows => rows).Where(row => (DateOnly)row[2]! <= today)).Bytes;

    /// <summary>Read at the end of a year. In the first, a meter was replaced; in the second, one went round.</summary>
    public static byte[] ReadingsOf(bool isFirst) => CsvFile.Write(
        "readings",
        ["budgetItem", "property", "meterSerial", "startReading", "endReading", "capacity", "estimated"],
        Properties.Where(p => p.Name.StartsWith("Flat", StringComparison.Ordinal)).SelectMany((p, index) => Reading(p.Name, index, isFirst))).Bytes;

    private static IEnumerable<object?[]> Reading(string flat, int index, bool isFirst)
    {
        var serial = FormattableString.Invariant($"H-{101 + index}");
        var (start, end) = (4000m + (index * 310), 4820.5m + (index * 355));
        return (flat, isFirst) switch
        {
            ("Flat 3", true) => [MeterRow(flat, serial, start, start + 402.5m), MeterRow(flat, serial + "-B", 0, 511)],
            ("Flat 3", false) => [MeterRow(flat, serial + "-B", 511, 1390)],
            ("Flat 5", true) => [MeterRow(flat, serial, 98_600, 99_410)],
            ("Flat 5", false) => [MeterRow(flat, serial, 99_410, 215, capacity: 100_000)],
            ("Flat 7", false) => [MeterRow(flat, serial, end, end + 640, estimated: true)],
            (_, true) => [MeterRow(flat, serial, start, end)],
            _ => [MeterRow(flat, serial, end, end + 760 + (index * 21))],
        };
    }

    private static object?[] MeterRow(string flat, string serial, decimal start, decimal end, decimal? capacity = null, bool estimated = false) =>
        [Heating, flat, serial, CsvFile.Number(start), CsvFile.Number(end), CsvFile.Number(capacity), estimated];

    private IEnumerable<object?[]> Quarterly(string type, int year, decimal[] amounts, string vendor, string description) =>
        amounts.Select((amount, quarter) => Row(type, amount, new DateOnly(year, (quarter * 3) + 2, 15), vendor, description));

    private object?[] Row(
        string type, decimal amount, DateOnly date, string vendor, string description, string? paidBy = null, bool item = true, bool refund = false) =>
        [type, Cell(amount), date, vendor, description, paidBy, item ? type : null, refund];

    private decimal Dearer(decimal amount, int year, decimal yearly) => decimal.Round(amount * (1 + (yearly * (year - today.Year + 2))), 2);

    private IEnumerable<DateOnly> DaysOf(int year, int day) =>
        Enumerable.Range(0, Quarters).Select(q => new DateOnly(year, (q * 3) + 1, day)).Where(d => d <= today);

    private static decimal PaidBy(string owner) => Properties.Where(p => p.Owner == owner).Sum(p => p.Weight) switch
    {
        > 100 => 750m,
        > 75 => 560m,
        _ => 430m,
    };

    private object? Cell(decimal amount) => CsvFile.Amount(_amounts.Of(amount), currency);

    private BudgetItemInput Item(string type, decimal cost, AllocationStrategy strategy, decimal? unitPrice = null) =>
        new() { PaymentType = type, BudgetedCost = _amounts.Of(cost), Strategy = strategy, UnitPrice = unitPrice };
}
