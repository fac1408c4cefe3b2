using Budgeting.Tests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>One Chromium and one server for all browser tests; each test takes a household and contexts of its own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright _playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public TestServer Server { get; private set; } = null!;

    public QueryLog Queries { get; } = new();

    public async Task InitializeAsync()
    {
        var browser = BrowserFinder.Find();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browser.Length == 0 ? null : browser,
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        Server = await TestServer.StartAsync(builder => builder.Logging
            .AddProvider(Queries)
            .AddFilter<QueryLog>(level => level > LogLevel.Critical)
            .AddFilter<QueryLog>(QueryLog.Category, LogLevel.Information));
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        await Server.DisposeAsync();
    }
}

/// <summary>Browser tests run one after another: they measure times, and share two cores with the server.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
