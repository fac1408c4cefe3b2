using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>One Chromium and one server for all browser tests; each test takes a household and contexts of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private readonly Lazy<Task<TwoNodes>> _nodes;
    private IPlaywright _playwright = null!;

    public BrowserFixture() => _nodes = new Lazy<Task<TwoNodes>>(() => TwoNodes.StartAsync(Server.Store));

    public IBrowser Browser { get; private set; } = null!;

    public TestServer Server { get; private set; } = null!;

    /// <summary>The shop whose pages this server can read.</summary>
    public TestShop Shop { get; private set; } = null!;

    public QueryLog Queries { get; } = new();

    /// <summary>Two further processes that serve what <see cref="Server"/> does.</summary>
    public Task<TwoNodes> NodesAsync() => _nodes.Value;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(15_000);
        Browser = await LaunchAsync();
        Shop = await TestShop.StartAsync();
        Server = await TestServer.StartAsync(builder =>
        {
            Shop.Open(builder.Services);
            Queries.AddTo(builder.Logging);
        });
    }

    /// <summary>Closes what a test opened. A Chromium that doesn't answer any more, as one did that was idle, is left to itself, and another one begun.</summary>
    public async Task CloseContextsAsync()
    {
        try
        {
            await Task.WhenAll(Browser.Contexts.ToList().Select(c => c.CloseAsync())).WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (TimeoutException)
        {
            Browser = await LaunchAsync();
        }
    }

    private Task<IBrowser> LaunchAsync()
    {
        var browser = BrowserFinder.Find();
        return _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browser.Length == 0 ? null : browser,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        if (_nodes.IsValueCreated)
        {
            await (await _nodes.Value).DisposeAsync();
        }

        await Server.DisposeAsync();
        await Shop.DisposeAsync();
    }
}

/// <summary>Browser tests run one after another, beside all others.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
