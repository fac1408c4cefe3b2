using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Budgeting.Bench.Engines;

/// <summary>The same services on both engines, each in a process of its own that is asked in turns.</summary>
internal static class EnginesBenchmark
{
    /// <summary>What a process is told that measures one engine.</summary>
    public const string One = "engine";

    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    private const int Writers = 8;
    private const int Occasions = 100;

    /// <param name="shares">How many the large community has.</param>
    /// <exception cref="InvalidOperationException">No server is named.</exception>
    public static async Task RunAsync(int shares)
    {
        if (!PostgresStore.IsThere)
        {
            throw new InvalidOperationException($"Name a PostgreSQL server in {PostgresStore.Variable}.");
        }

        Console.WriteLine($"{Environment.ProcessorCount} processors; times in milliseconds.");
        Console.WriteLine();
        Console.WriteLine("| | SQLite | PostgreSQL | ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        using var sqlite = Start(Sqlite);
        using var postgres = Start(Postgres);
        foreach (var (command, what) in Measurements(shares))
        {
            var (one, other) = (await AskAsync(sqlite, command), await AskAsync(postgres, command));
            for (var i = 0; i < one.Length; i++)
            {
                var which = one.Length == 1 ? "" : i == 0 ? ", p50" : ", p95";
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what}{which} | {one[i]:N2} | {other[i]:N2} | {other[i] / one[i]:0.00} |"));
            }
        }

        foreach (var process in new[] { sqlite, postgres })
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
        }
    }

    private static IEnumerable<(string Command, string What)> Measurements(int shares)
    {
        yield return ("gifts", string.Create(CultureInfo.InvariantCulture, $"import of {EngineRun.Gifts:N0} gifts"));
        yield return ("figures", string.Create(CultureInfo.InvariantCulture, $"figures of an occasion with {EngineRun.Gifts:N0} gifts"));
        yield return ("gift", "adding a gift");
        foreach (var (writers, occasions) in ((int, int)[])[(1, 1), (Writers, 1), (1, Occasions), (Writers, Occasions)])
        {
            yield return ($"writers {writers} {occasions}", $"gifts a second, writers: {writers}, occasions: {occasions}");
        }

        foreach (var count in new[] { 10_000, shares })
        {
            var beside = string.Create(CultureInfo.InvariantCulture, $"{count:N0} shares");
            yield return ($"costs {count}", $"import of expenses with {beside}");
            yield return ("sheet", $"balance sheet of {beside}");
            yield return ("expense", $"expense for {EngineRun.Owners} owners beside {beside}");
        }

        yield return ("import", string.Create(CultureInfo.InvariantCulture, $"import of {EngineRun.Contributions:N0} contributions"));
    }

    private static Process Start(string engine) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(EnginesBenchmark).Assembly.Location, One, engine]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;

    private static async Task<double[]> AskAsync(Process process, string command)
    {
        await process.StandardInput.WriteLineAsync(command);
        await process.StandardInput.FlushAsync();
        var answer = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"It ended at “{command}”.");
        return JsonSerializer.Deserialize<double[]>(answer)!;
    }
}
