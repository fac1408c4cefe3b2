using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Budgeting.Bench;
using Budgeting.Bench.Budgets;
using Budgeting.Bench.Costs;
using Budgeting.Bench.Engines;
using Budgeting.Bench.Load;

if (args is ["load", .. var words])
{
    var onPostgres = words is [EnginesBenchmark.Postgres, ..];
    var counts = words.Skip(onPostgres ? 1 : 0).Select(c => int.Parse(c, CultureInfo.InvariantCulture)).ToList();
    await LoadBenchmark.RunAsync(counts.Count > 0 ? counts : [100, 200, 300, 1000], changes: 40, onPostgres);
    return;
}

if (args is ["costs", .. var sizes])
{
    var numbers = sizes.Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToList();
    await CostsBenchmark.RunAsync(numbers.ElementAtOrDefault(0) is > 0 and var shares ? shares : 1_000_000, numbers.ElementAtOrDefault(1) is > 0 and var rows ? rows : 100_000);
    return;
}

if (args is ["budgets", .. var which])
{
    await BudgetsBenchmark.RunAsync(which is [EnginesBenchmark.Postgres]);
    return;
}

if (args is ["verify", .. var entries])
{
    await VerifyBenchmark.RunAsync(entries.Length > 0 ? int.Parse(entries[0], CultureInfo.InvariantCulture) : 1_000_000);
    return;
}

if (args is ["engines", .. var size])
{
    await EnginesBenchmark.RunAsync(size.Length > 0 ? int.Parse(size[0], CultureInfo.InvariantCulture) : 1_000_000);
    return;
}

if (args is [EnginesBenchmark.One, var engine])
{
    await using var run = new EngineRun(() => engine == EnginesBenchmark.Sqlite ? new SqliteStore() : new PostgresStore());
    await run.AnswerAsync(Console.In, Console.Out);
    return;
}

// In this process: the benchmarks open real SQLite files, whose native library a generated project wouldn't find.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(MeterQuery).Assembly).Run(args, config);
