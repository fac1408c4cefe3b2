using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Budgeting.Bench.Load;

/// <summary>What a prerendered page says to the script about its components: which to start, and with what state.</summary>
internal sealed partial record PageMarkers(string Operations, string State)
{
    public static PageMarkers In(string html)
    {
        var markers = MarkerPattern().Matches(html)
            .Select(m => JsonNode.Parse(m.Groups["json"].Value)!.AsObject())
            .Where(m => m["descriptor"] is not null)
            .Select((marker, i) => new JsonObject { ["type"] = "add", ["ssrComponentId"] = i + 1, ["marker"] = marker });
        var operations = new JsonObject { ["batchId"] = 1, ["operations"] = new JsonArray([.. markers]) };
        return new PageMarkers(operations.ToJsonString(), StatePattern().Match(html).Groups["state"].Value);
    }

    [GeneratedRegex("<!--Blazor:(?<json>.*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MarkerPattern();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StatePattern();
}
