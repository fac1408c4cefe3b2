using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Budgeting.Bench.Load;

/// <summary>What a server uses right after its garbage was collected, in MiB.</summary>
internal sealed record ServerMemory(double WorkingSet, double Heap)
{
    private const long CollectGarbage = 0x800000;
    private const double MiB = 1024 * 1024;

    public static Task<ServerMemory> MeasureAsync(int processId) => Task.Run(() => Measure(processId));

    // A session begins with a collection. Its end is sent through its stream, which therefore is read until then.
    private static ServerMemory Measure(int processId)
    {
        var client = new DiagnosticsClient(processId);
        using (var collecting = client.StartEventPipeSession(
            [new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, CollectGarbage)], requestRundown: false))
        {
            var read = collecting.EventStream.CopyToAsync(Stream.Null);
            Thread.Sleep(TimeSpan.FromSeconds(2));
            collecting.Stop();
            read.Wait();
        }

        var counters = Counters(client);

        // Counted in millions.
        return new ServerMemory(counters["working-set"] * 1e6 / MiB, counters["gc-heap-size"] * 1e6 / MiB);
    }

    private static Dictionary<string, double> Counters(DiagnosticsClient client)
    {
        var everySecond = new Dictionary<string, string> { ["EventCounterIntervalSec"] = "1" };
        using var session = client.StartEventPipeSession([new EventPipeProvider("System.Runtime", EventLevel.Informational, 0, everySecond)], requestRundown: false);
        using var source = new EventPipeEventSource(session.EventStream);
        var counters = new Dictionary<string, double>(StringComparer.Ordinal);
        source.Dynamic.All += data =>
        {
            if (data.EventName == "EventCounters" && ((IDictionary<string, object>)data.PayloadValue(0))["Payload"] is IDictionary<string, object> counter &&
                counter.TryGetValue("Mean", out var mean))
            {
                counters[(string)counter["Name"]] = (double)mean;
            }
        };
        using var end = new Timer(_ => session.Stop(), state: null, TimeSpan.FromSeconds(3), Timeout.InfiniteTimeSpan);
        source.Process();
        return counters;
    }
}
