using System.Diagnostics;
using System.Globalization;

namespace Budgeting.Tests.Support;

/// <summary>What hledger, or ledger where it is asked by its name, says of a journal.</summary>
internal static class Hledger
{
    /// <summary>Each account's amounts, of each month and at its end.</summary>
    public static async Task<IReadOnlyDictionary<string, decimal[]>> MonthlyAsync(string journal, bool atEnd)
    {
        var table = await RunAsync(
            HledgerFactAttribute.Program, "-f", journal, "--strict", "balance", "--flat", "--empty", "--no-total", "--monthly", atEnd ? "--historical" : "--change", "-O", "csv");
        return table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(CellsOf)
            .ToDictionary(c => c[0], c => c[1..].Select(AmountOf).ToArray(), StringComparer.Ordinal);
    }

    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await error);
        return await output;
    }

    // Every cell stands in quotation marks, doubled within.
    private static string[] CellsOf(string line) =>
        [.. line.Trim()[1..^1].Split("\",\"").Select(c => c.Replace("\"\"", "\"", StringComparison.Ordinal))];

    private static decimal AmountOf(string cell) => decimal.Parse(cell.Split(' ')[0], CultureInfo.InvariantCulture);
}
