namespace Budgeting.Tests.Support;

/// <summary>One server, and a browser that its admin is signed in with, for the tests of a class that leave both as they are.</summary>
public sealed class SignedInServer : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public TestBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await TestServer.StartAsync();
        var email = TestActors.NewEmail();
        await Server.OrganizationAsync(email);
        Browser = await Server.BrowserAsync(email);
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await Server.DisposeAsync();
    }
}
