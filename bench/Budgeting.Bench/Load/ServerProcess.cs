using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Budgeting.Bench.Load;

/// <summary>A server in a process of its own, on a free port of this machine.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Executed = "Executed DbCommand";

    // The look for what other processes wrote, every two seconds, is of no change.
    private const string Poll = "coalesce(max(rowid)";

    private readonly Process _process;
    private int _queries;

    private ServerProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _process.OutputDataReceived += (_, line) => Count(line.Data);
        _process.ErrorDataReceived += (_, line) => Count(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>How many queries it said it ran, where it was started to say so.</summary>
    public int Queries => Volatile.Read(ref _queries);

    /// <summary>How long its threads have run, on however many processors.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="program">Its file, beside this one's.</param>
    /// <param name="ready">The path that answers once it is ready.</param>
    /// <param name="logQueries">Whether it is to say which queries it runs, which costs time.</param>
    /// <param name="args">What it is told besides its address.</param>
    public static async Task<ServerProcess> StartAsync(string program, string ready, bool logQueries, params string[] args)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. args, "--urls", address.ToString()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (logQueries)
        {
            start.Environment["Logging__LogLevel__Microsoft.EntityFrameworkCore.Database.Command"] = "Information";
        }

        var server = new ServerProcess(Process.Start(start)!, address);
        try
        {
            await server.WaitUntilReadyAsync(ready);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
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

    private async Task WaitUntilReadyAsync(string path)
    {
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri(Address, path), patience.Token);
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                await Task.Delay(50, patience.Token);
            }
        }
    }

    private void Count(string? line)
    {
        if (line?.Contains(Executed, StringComparison.Ordinal) == true)
        {
            Interlocked.Increment(ref _queries);
        }
        else if (line?.Contains(Poll, StringComparison.Ordinal) == true)
        {
            Interlocked.Decrement(ref _queries);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
