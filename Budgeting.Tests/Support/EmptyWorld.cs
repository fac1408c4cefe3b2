namespace Budgeting.Tests.Support;

/// <summary>A world for the tests of a class, each of which makes an organization of its own in it.</summary>
public sealed class EmptyWorld : IAsyncLifetime
{
    public TestWorld World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await TestWorld.CreateAsync();

    public async Task DisposeAsync() => await World.DisposeAsync();
}
