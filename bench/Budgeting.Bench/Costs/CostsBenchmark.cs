using System.Diagnostics;
using System.Globalization;
using System.Text;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Bench.Costs;

/// <summary>
/// Shared costs beside the least that could do the same: bare SQL on the same tables, and what hledger and ledger need for the exported
/// journal.
/// </summary>
internal static class CostsBenchmark
{
    private const int Owners = 100;
    private const int ImportBatch = 5000;

    /// <param name="shares">How many the large community has; the small one has 10,000.</param>
    /// <param name="imported">How many rows are imported.</param>
    public static async Task RunAsync(int shares, int imported)
    {
        Console.WriteLine($"{Environment.ProcessorCount} processors; times in milliseconds.");
        Console.WriteLine();
        Console.WriteLine("| | rows | bare | product | ratio | |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | --- |");
        await using (var small = await CostsWorld.CreateAsync(new SqliteStore(), Owners))
        {
            await small.FillAsync(10_000 / Owners);
            await RecordAsync(small, 10_000);
            await ImportAsync(small, imported);
        }

        await using (var large = await CostsWorld.CreateAsync(new SqliteStore(), Owners))
        {
            var filling = await Measured.TimeAsync(() => large.FillAsync(shares / Owners));
            Row("import of expenses with their shares", shares, null, filling, Rate(shares, filling));
            await SheetAsync(large, shares);
            await CloseAsync(large, shares);
            await large.Get<ClosingService>().ReopenAsync(large.Period.Id, "For more", version: null, CancellationToken.None);
            await RecordAsync(large, shares);
            await ChangeAsync(large, shares);
        }

        await using var many = await CostsWorld.CreateAsync(new SqliteStore(), 10 * Owners);
        await many.FillAsync(100);
        await SheetAsync(many, 100_000, compare: false);
        await RecordAsync(many, 100_000);
    }

    private static async Task SheetAsync(CostsWorld world, int shares, bool compare = true)
    {
        using var bare = new BareRecords(world);
        var added = await Measured.PeakAddedAsync(() => world.Get<BalancesService>().SheetAsync(world.Period.Id, CancellationToken.None));
        _ = bare.Aggregate();
        var (some, others) = await Measured.InTurnsAsync(15, () => bare.Aggregate(), () => world.Get<BalancesService>().SheetAsync(world.Period.Id, CancellationToken.None));
        var sheet = Measured.Percentile(others, 50);
        Row($"balance sheet, {world.Owners.Count} owners", shares, Measured.Percentile(some, 50), sheet, $"{added:0} MiB added at the peak");
        if (!compare)
        {
            return;
        }

        var journal = Path.Combine(((SqliteStore)world.Store).Folder, "costs.journal");
        var writing = await Measured.TimeAsync(() => world.WriteJournalAsync(journal));
        Row("journal", shares, null, writing, $"{new FileInfo(journal).Length / 1024 / 1024} MiB");
        foreach (var program in new[] { "hledger", "ledger" })
        {
            if (await RunAsync(program, "-f", journal, "balance", "liabilities:owners") is { } time)
            {
                Row($"balance sheet, beside {program}", shares, time, sheet, $"1 / {time / sheet:0}");
            }
        }
    }

    private static async Task RecordAsync(CostsWorld world, int shares)
    {
        using var bare = new BareRecords(world);
        Task RecordOneAsync() => world.Get<ExpensesService>().AddAsync(world.Period.Id, world.Expense(), CancellationToken.None);
        _ = await Measured.InTurnsAsync(100, bare.Record, RecordOneAsync);
        var (some, others) = await Measured.InTurnsAsync(200, bare.Record, RecordOneAsync);
        foreach (var percent in new[] { 50, 99 })
        {
            Row($"recording an expense, {world.Owners.Count} owners, p{percent}", shares, Measured.Percentile(some, percent), Measured.Percentile(others, percent));
        }
    }

    private static async Task ChangeAsync(CostsWorld world, int shares)
    {
        var expense = await world.Get<ExpensesService>().AddAsync(world.Period.Id, world.Expense(), CancellationToken.None);
        var times = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            times.Add(await Measured.TimeAsync(() => world.Get<ExpensesService>().UpdateAsync(expense.Id, world.Expense(), version: null, CancellationToken.None)));
        }

        Row($"changing an expense, {world.Owners.Count} owners, p50", shares, null, Measured.Percentile(times, 50), $"{Measured.Percentile(times, 99):0.00} at p99");
    }

    private static async Task ImportAsync(CostsWorld world, int count)
    {
        using var bare = new BareRecords(world);
        var (some, others) = (new List<double>(), new List<double>());
        for (var done = 0; done < count; done += ImportBatch)
        {
            var rows = Enumerable.Range(done, ImportBatch).Select(i => (Owner: i % Owners, Amount: 1 + (i % 1000), Date: world.Period.StartDate.AddDays(i % 365), Comment: i)).ToList();
            some.Add(await Measured.TimeAsync(() => bare.Contribute(rows)));
            var file = new StringBuilder("owner,amount,date,comment\n");
            foreach (var (owner, amount, date, comment) in rows)
            {
                file.Append(CultureInfo.InvariantCulture, $"{world.Owners[owner].Name},{amount},{date:yyyy-MM-dd},{comment}\n");
            }

            var bytes = Encoding.UTF8.GetBytes(file.ToString());
            others.Add(await Measured.TimeAsync(() => world.Get<RecordImportService>().ImportAsync(RecordKind.Contributions, world.Period.Id, bytes, CancellationToken.None)));
        }

        Row("import of contributions", count, some.Sum(), others.Sum(), $"{some.Sum() / others.Sum():0.00} of the bare rate; {Rate(count, others.Sum())}");
        Row("its last file of 5,000", ImportBatch, some[^1], others[^1], string.Create(CultureInfo.InvariantCulture, $"{some[1]:0} and {others[1]:0} for the second"));
    }

    private static async Task CloseAsync(CostsWorld world, int shares)
    {
        ClosedPeriodDto? closed = null;
        var time = 0.0;
        var added = await Measured.PeakAddedAsync(async () => time = await Measured.TimeAsync(async () =>
            closed = await world.Get<ClosingService>().CloseAsync(world.Period.Id, new CloseInput(), version: null, CancellationToken.None)));
        Row("closing", shares, null, time, $"{closed!.Changes.Count} balances; {added:0} MiB added at the peak");
    }

    // What the programs say is compared by a test.
    private static async Task<double?> RunAsync(string program, params string[] arguments)
    {
        try
        {
            return await Measured.TimeAsync(async () =>
            {
                using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
                await process.StandardOutput.ReadToEndAsync();
                await process.WaitForExitAsync();
            });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"| {program} isn't installed | | | | | |");
            return null;
        }
    }

    private static string Rate(int rows, double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{rows / milliseconds * 1000:N0} rows a second");

    private static void Row(string what, int rows, double? bare, double product, string note = "") => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"| {what} | {rows:N0} | {bare:N2} | {product:N2} | {product / bare:0.00} | {note} |"));
}
