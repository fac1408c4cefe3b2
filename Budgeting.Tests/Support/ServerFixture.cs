namespace Budgeting.Tests.Support;

/// <summary>One server for the tests of a class: each makes an organization of its own, and none sees another's.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    public TestServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await TestServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
