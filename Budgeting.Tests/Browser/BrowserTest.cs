namespace Budgeting.Tests.Browser;

/// <summary>A test in the one browser. What it opened is closed behind it: a page that stays open takes part in every change after it.</summary>
[Collection(BrowserCollection.Name)]
public abstract class BrowserTest(BrowserFixture fixture) : IAsyncLifetime
{
    protected BrowserFixture Fixture => fixture;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => fixture.CloseContextsAsync();
}
