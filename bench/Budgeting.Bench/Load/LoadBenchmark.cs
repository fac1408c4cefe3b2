using System.Diagnostics;
using System.Globalization;

namespace Budgeting.Bench.Load;

/// <summary>
/// How soon every open page of one occasion shows a change, how much memory a page costs the server, and how many queries a change
/// costs; beside a bare Blazor Server page, which does nothing but show a pushed text.
/// </summary>
internal static class LoadBenchmark
{
    private const int WarmUp = 10;

    // With every page open, until the code that a change runs is compiled as well as it will be.
    private const int Rehearsals = 40;
    private const int Opening = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <param name="tabs">How many pages are open, one run for each.</param>
    /// <param name="changes">How many changes each run makes.</param>
    /// <param name="onPostgres">On one node and on two, in place of SQLite and of the bare page: compiled queries are of one engine.</param>
    public static async Task RunAsync(IReadOnlyList<int> tabs, int changes, bool onPostgres)
    {
        Console.WriteLine($"{Environment.ProcessorCount} processors, shared by server and clients; {changes} changes each; milliseconds from sending a change.");
        Console.WriteLine();
        Console.WriteLine("| open pages | | last page, p50 | last page, p95 | any page, p50 | any page, p95 | page of another node, p50 | page of another node, p95 | answer without pages, p50 | processor time a page | working set a page, MiB | heap a page, MiB |");
        Console.WriteLine("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var count in tabs)
        {
            if (onPostgres)
            {
                Print(count, "one node", await MeasureAsync(await ProductSite.StartAsync(new PostgresStore()), count, changes));
                Print(count, "two nodes", await MeasureAsync(await ProductSite.StartAsync(new PostgresStore(), nodes: 2), count, changes));
            }
            else
            {
                Print(count, "bare", await MeasureAsync(await BareSite.StartAsync(), count, changes));
                Print(count, "budgeting", await MeasureAsync(await ProductSite.StartAsync(new SqliteStore()), count, changes));
            }
        }

        if (onPostgres)
        {
            return;
        }

        Console.WriteLine();
        foreach (var count in (int[])[1, 10, 100])
        {
            Console.WriteLine($"queries of a change with {count} open pages: {await CountQueriesAsync(count):0.#}");
        }
    }

    private static async Task<Figures> MeasureAsync(Site site, int count, int changes)
    {
        using var _ = site;
        var number = 0;
        var answered = new List<double>();
        for (; number < Rehearsals; number++)
        {
            answered.Add(await AnsweredAsync(site, number));
        }

        var tabs = await OpenAsync(site, 0, WarmUp);
        for (; number < Rehearsals + WarmUp; number++)
        {
            await ChangeAsync(site, tabs, number);
        }

        var before = await MemoryAsync(site);
        tabs.AddRange(await OpenAsync(site, WarmUp, count));
        var after = await MemoryAsync(site);
        await ChangeAsync(site, tabs, number++);
        for (var i = 0; i < Rehearsals; i++)
        {
            await ChangeAsync(site, tabs, number++);
        }

        var (last, any, others, processor) = (new List<double>(), new List<double>(), new List<double>(), ProcessorOf(site));
        for (var i = 0; i < changes; i++)
        {
            var shown = await ChangeAsync(site, tabs, number++);
            last.Add(shown.Max());
            any.AddRange(shown);
            others.AddRange(shown.Where((_, i) => i % site.Servers.Count > 0));
        }

        processor = ProcessorOf(site) - processor;
        tabs.ForEach(t => t.Dispose());
        return new Figures(last, any, others, answered[^WarmUp..], processor.TotalMilliseconds / changes / count, (after.WorkingSet - before.WorkingSet) / (count - WarmUp), (after.Heap - before.Heap) / (count - WarmUp));
    }

    private static TimeSpan ProcessorOf(Site site) => site.Servers.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.Processor);

    private static async Task<ServerMemory> MemoryAsync(Site site)
    {
        var sum = new ServerMemory(0, 0);
        foreach (var server in site.Servers)
        {
            var memory = await ServerMemory.MeasureAsync(server.Id);
            sum = new ServerMemory(sum.WorkingSet + memory.WorkingSet, sum.Heap + memory.Heap);
        }

        return sum;
    }

    // Milliseconds from sending the change until it is answered.
    private static async Task<double> AnsweredAsync(Site site, int number)
    {
        var begun = Stopwatch.GetTimestamp();
        await site.ChangeAsync(number);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    // Milliseconds from sending the change until each page was told.
    private static async Task<List<double>> ChangeAsync(Site site, List<Tab> tabs, int number)
    {
        var showing = tabs.Select(t => t.ShownAsync(site.TextOf(number))).ToList();
        var begun = Stopwatch.GetTimestamp();
        await site.ChangeAsync(number);
        var shown = await Task.WhenAll(showing).WaitAsync(TimeSpan.FromSeconds(30));
        await Task.Delay(Pause);
        return shown.Select(at => Stopwatch.GetElapsedTime(begun, at).TotalMilliseconds).ToList();
    }

    private static async Task<List<Tab>> OpenAsync(Site site, int from, int to)
    {
        var tabs = new Tab[to - from];
        await Parallel.ForAsync(0, tabs.Length, new ParallelOptions { MaxDegreeOfParallelism = Opening }, async (i, _) => tabs[i] = await site.OpenTabAsync(from + i));
        return [.. tabs];
    }

    private static async Task<double> CountQueriesAsync(int count)
    {
        using var site = await ProductSite.StartAsync(new SqliteStore(), logQueries: true);
        var tabs = await OpenAsync(site, 0, count);
        for (var number = 0; number < WarmUp; number++)
        {
            await ChangeAsync(site, tabs, number);
        }

        var before = site.Server.Queries;
        for (var number = WarmUp; number < 2 * WarmUp; number++)
        {
            await ChangeAsync(site, tabs, number);
        }

        tabs.ForEach(t => t.Dispose());
        return (site.Server.Queries - before) / (double)WarmUp;
    }

    private static void Print(int count, string what, Figures f) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {count} | {what} | {At(f.Last, 50):0} | {At(f.Last, 95):0} | {At(f.Any, 50):0} | {At(f.Any, 95):0} | {At(f.Others, 50):0} | {At(f.Others, 95):0} | {At(f.Answered, 50):0} | {f.Processor:0.00} | {f.WorkingSet:0.00} | {f.Heap:0.00} |"));

    private static double? At(List<double> values, int percent)
    {
        if (values.Count == 0)
        {
            return null;
        }

        values.Sort();
        return values[(int)Math.Ceiling(values.Count * percent / 100.0) - 1];
    }

    private sealed record Figures(List<double> Last, List<double> Any, List<double> Others, List<double> Answered, double Processor, double WorkingSet, double Heap);
}
