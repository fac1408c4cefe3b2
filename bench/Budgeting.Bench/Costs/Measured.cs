using System.Diagnostics;
using System.Globalization;

namespace Budgeting.Bench.Costs;

/// <summary>Times in milliseconds, and memory of this process.</summary>
internal static class Measured
{
    public static async Task<double> TimeAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static Task<double> TimeAsync(Action act) => TimeAsync(() =>
    {
        act();
        return Task.CompletedTask;
    });

    /// <summary>Both in turns, so that whatever else the machine does meets both.</summary>
    public static async Task<(List<double> Bare, List<double> Product)> InTurnsAsync(int times, Action bare, Func<Task> product)
    {
        var (some, others) = (new List<double>(), new List<double>());
        for (var i = 0; i < times; i++)
        {
            some.Add(await TimeAsync(bare));
            others.Add(await TimeAsync(product));
        }

        return (some, others);
    }

    public static double Percentile(IEnumerable<double> times, double percent)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)Math.Ceiling((sorted.Count * percent / 100) - 1)];
    }

    /// <summary>By how many MiB the resident memory rose at its peak; <c>null</c> where the system doesn't tell.</summary>
    public static async Task<double?> PeakAddedAsync(Func<Task> act)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        GC.Collect();
        await File.WriteAllTextAsync("/proc/self/clear_refs", "5");
        var before = await StatusAsync("VmRSS:");
        await act();
        return (await StatusAsync("VmHWM:") - before) / 1024;
    }

    private static async Task<double> StatusAsync(string name)
    {
        var lines = await File.ReadAllLinesAsync("/proc/self/status");
        var line = lines.Single(l => l.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture);
    }
}
