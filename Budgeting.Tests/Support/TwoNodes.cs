using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;

namespace Budgeting.Tests.Support;

/// <summary>
/// Two processes that serve one store, behind a proxy that sends a browser to the same one as long as that is there. Each answer says in a
/// header which one it is from.
/// </summary>
public sealed class TwoNodes : IAsyncDisposable
{
    private const string Header = "Node";

    private readonly WebApplication _proxy;
    private readonly TestStore _store;
    private readonly Dictionary<string, BudgetingProcess> _nodes;

    private TwoNodes(WebApplication proxy, TestStore store, Dictionary<string, BudgetingProcess> nodes) => (_proxy, _store, _nodes) = (proxy, store, nodes);

    /// <summary>Of the proxy.</summary>
    public Uri Address => new(_proxy.Urls.First());

    public static async Task<TwoNodes> StartAsync(TestStore store)
    {
        var served = await Task.WhenAll(ServeAsync(store, "http://127.0.0.1:0"), ServeAsync(store, "http://127.0.0.1:0"));
        var nodes = new Dictionary<string, BudgetingProcess>(StringComparer.Ordinal) { ["one"] = served[0], ["two"] = served[1] };
        var proxy = Proxy(nodes);
        await proxy.StartAsync();
        return new TwoNodes(proxy, store, nodes);
    }

    /// <summary>Which one answers this page.</summary>
    public static Task<string> OfAsync(Microsoft.Playwright.IPage page) =>
        page.EvaluateAsync<string>($"() => fetch('/healthz', {{ cache: 'no-store' }}).then(answer => answer.headers.get('{Header}'))");

    public HttpClient Client(string token)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>Ends one as a power cut would.</summary>
    public Task KillAsync(string node) => _nodes[node].KillAsync();

    /// <summary>Stops one as an administrator does, and starts it again at its address.</summary>
    public async Task RestartAsync(string node)
    {
        await _nodes[node].StopAsync();
        await StartAsync(node);
    }

    /// <summary>Starts one again that was ended.</summary>
    public async Task StartAsync(string node)
    {
        _nodes[node].Dispose();
        _nodes[node] = await ServeAsync(_store, _nodes[node].Address.OriginalString);
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        foreach (var node in _nodes.Values)
        {
            node.Dispose();
        }
    }

    private static Task<BudgetingProcess> ServeAsync(TestStore store, string urls)
    {
        var options = store.In(new Budgeting.Web.WebAppOptions());
        return BudgetingProcess.ServeAsync(
            ["serve", "--database", options.Database!, "--connection", options.Connection!, "--urls", urls],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["BUDGETING_KnownProxies__0"] = IPAddress.Loopback.ToString() });
    }

    private static WebApplication Proxy(Dictionary<string, BudgetingProcess> nodes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddReverseProxy().LoadFromMemory(
            [
                new RouteConfig
                {
                    RouteId = "all",
                    ClusterId = "nodes",
                    Match = new RouteMatch { Path = "{**path}" },
                    Transforms = [new Dictionary<string, string>(StringComparer.Ordinal) { ["RequestHeaderOriginalHost"] = "true" }],
                },
            ],
            [
                new ClusterConfig
                {
                    ClusterId = "nodes",
                    LoadBalancingPolicy = "RoundRobin",
                    SessionAffinity = new SessionAffinityConfig { Enabled = true, Policy = "HashCookie", FailurePolicy = "Redistribute", AffinityKeyName = "node" },
                    HealthCheck = new HealthCheckConfig
                    {
                        Active = new ActiveHealthCheckConfig { Enabled = true, Interval = TimeSpan.FromSeconds(1), Timeout = TimeSpan.FromSeconds(1), Path = "/healthz" },
                    },
                    Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["ConsecutiveFailuresHealthPolicy.Threshold"] = "1" },
                    Destinations = nodes.ToDictionary(n => n.Key, n => new DestinationConfig { Address = n.Value.Address.OriginalString }, StringComparer.Ordinal),
                },
            ]);
        var proxy = builder.Build();
        proxy.MapReverseProxy(pipeline =>
        {
            pipeline.Use((context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[Header] = context.GetReverseProxyFeature().ProxiedDestination?.DestinationId;
                    return Task.CompletedTask;
                });
                return next(context);
            });
            pipeline.UseSessionAffinity();
            pipeline.UseLoadBalancing();
        });
        return proxy;
    }
}
