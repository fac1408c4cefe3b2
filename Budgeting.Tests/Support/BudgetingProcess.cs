using System.Diagnostics;
using System.Net.Http.Headers;

namespace Budgeting.Tests.Support;

/// <summary>The executable, in a process of its own that serves until the test ends it.</summary>
public sealed class BudgetingProcess : IDisposable
{
    private static readonly Dictionary<string, string> NoEnvironment = [];

    private readonly Process _process;

    private BudgetingProcess(Process process, string greeting, IReadOnlyList<string> before) => (_process, Greeting, Before) = (process, greeting, before);

    /// <summary>The lines that it printed until it was ready.</summary>
    public IReadOnlyList<string> Before { get; }

    /// <summary>The line that it printed when it was ready.</summary>
    public string Greeting { get; }

    public Uri Address => new(Greeting.Split(' ')[^1]);

    /// <summary>Runs a command to its end.</summary>
    public static Task<CommandRun> RunAsync(params string[] args) => RunAsync(args, NoEnvironment);

    public static async Task<CommandRun> RunAsync(string[] args, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Start(args, environment);
        return await EndOfAsync(process);
    }

    /// <summary>Serves the folder at the address, or on a free port.</summary>
    public static Task<BudgetingProcess> ServeAsync(TestFolder folder, Uri? address = null) =>
        ServeAsync(["serve", "--data", folder.Path, "--urls", address?.OriginalString ?? "http://127.0.0.1:0"], NoEnvironment);

    public static async Task<BudgetingProcess> ServeAsync(string[] args, IReadOnlyDictionary<string, string> environment)
    {
        var process = Start(args, environment);
        var before = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("Budgeting is ready", StringComparison.Ordinal))
            {
                return new BudgetingProcess(process, line, before);
            }

            before.Add(line);
        }

        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    public HttpClient Client(string token)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        return client;
    }

    /// <summary>Asks it to stop, as Ctrl+C does.</summary>
    /// <returns>What it printed after the greeting.</returns>
    public async Task<CommandRun> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        return await EndOfAsync(_process);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static Process Start(string[] args, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Budgeting.Web.dll"), .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task<CommandRun> EndOfAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, await error);
    }
}
