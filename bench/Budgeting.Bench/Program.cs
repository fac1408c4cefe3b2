using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Budgeting.Bench;
using Budgeting.Bench.Costs;
using Budgeting.Bench.Load;

if (args is ["load", .. var counts])
{
    await LoadBenchmark.RunAsync(counts.Length > 0 ? [.. counts.Select(c => int.Parse(c, CultureInfo.InvariantCulture))] : [100, 200, 300, 1000], changes: 40);
    return;
}

if (args is ["costs", .. var sizes])
{
    var numbers = sizes.Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToList();
    await CostsBenchmark.RunAsync(numbers.ElementAtOrDefault(0) is > 0 and var shares ? shares : 1_000_000, numbers.ElementAtOrDefault(1) is > 0 and var rows ? rows : 100_000);
    return;
}

// In this process: the benchmarks open real SQLite files, whose native library a generated project wouldn't find.
var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
BenchmarkSwitcher.FromAssembly(typeof(MeterQuery).Assembly).Run(args, config);
