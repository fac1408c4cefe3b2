using System.Diagnostics;
using System.Globalization;
using Budgeting.Bench.Costs;
using Budgeting.Core.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Bench.Budgets;

/// <summary>Obligations recorded a second, and the statement of a year, each beside bare ADO.NET on the same tables with the same triggers.</summary>
internal static class BudgetsBenchmark
{
    private const int Programs = 100;
    private const int AllotmentsEach = 10;
    private const int Obligations = 10_000;
    private const int Statements = 20;

    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(5);

    public static async Task RunAsync(bool onPostgres)
    {
        await using var world = await BudgetsWorld.CreateAsync(onPostgres ? new PostgresStore() : new SqliteStore(), Programs, AllotmentsEach);
        Console.WriteLine("| obligations a second | bare | product | ratio |\n| --- | ---: | ---: | ---: |");
        foreach (var (allotments, clients) in new[] { (1, 1), (1, 8), (Programs * AllotmentsEach, 1), (Programs * AllotmentsEach, 8) })
        {
            await RateAsync(world, allotments, clients);
        }

        await StatementAsync(onPostgres);
    }

    private static async Task RateAsync(BudgetsWorld world, int allotments, int clients)
    {
        var (bare, product) = (0.0, 0.0);
        for (var turn = 0; turn < 2; turn++)
        {
            bare += await BareRateAsync(world, allotments, clients);
            product += await ProductRateAsync(world, allotments, clients);
        }

        Write($"on {allotments} {(allotments == 1 ? "allotment" : "allotments")}, {clients} {(clients == 1 ? "client" : "clients")}", bare / 2, product / 2);
    }

    private static Task<double> BareRateAsync(BudgetsWorld world, int allotments, int clients) => InParallelAsync(clients, async (client, isOver) =>
    {
        await Task.Yield();
        using var bare = new BareObligations(world);
        var written = 0;
        for (var i = client; !isOver(); i += clients)
        {
            bare.Add(world.Allotments[i % allotments].Id);
            written++;
        }

        return written;
    });

    private static Task<double> ProductRateAsync(BudgetsWorld world, int allotments, int clients) => InParallelAsync(clients, async (client, isOver) =>
    {
        var written = 0;
        for (var i = client; !isOver(); i += clients)
        {
            using var scope = world.Enter();
            await scope.ServiceProvider.GetRequiredService<ObligationsService>().AddAsync(world.Allotments[i % allotments].Id, BudgetsWorld.Obligation(0.01m), CancellationToken.None);
            written++;
        }

        return written;
    });

    private static async Task<double> InParallelAsync(int clients, Func<int, Func<bool>, Task<int>> write)
    {
        var clock = Stopwatch.StartNew();
        var written = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => write(client, () => clock.Elapsed > Writing))));
        return written.Sum() / clock.Elapsed.TotalSeconds;
    }

    private static async Task StatementAsync(bool onPostgres)
    {
        await using var world = await BudgetsWorld.CreateAsync(onPostgres ? new PostgresStore() : new SqliteStore(), Programs, allotmentsEach: 4);
        using var bare = new BareObligations(world);
        bare.Fill(Obligations);
        var (some, others) = await Measured.InTurnsAsync(Statements, () => bare.Aggregate(), async () =>
        {
            using var scope = world.Enter();
            await scope.ServiceProvider.GetRequiredService<ReportsService>().UtilizationAsync(BudgetsWorld.Year, asOf: null, CancellationToken.None);
        });
        Console.WriteLine("\n| milliseconds | bare | product | ratio |\n| --- | ---: | ---: | ---: |");
        Write($"statement of {Programs} programs and {Obligations} obligations, p50", Measured.Percentile(some, 50), Measured.Percentile(others, 50));
    }

    private static void Write(string what, double bare, double product) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {bare:N1} | {product:N1} | {product / bare:0.00} |"));
}
