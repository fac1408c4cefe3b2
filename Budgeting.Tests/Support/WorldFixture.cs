namespace Budgeting.Tests.Support;

/// <summary>One world for the tests of a class: each makes an organization of its own, and none sees another's.</summary>
public sealed class WorldFixture : IAsyncLifetime
{
    public TestWorld World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await TestWorld.CreateAsync();

    public async Task DisposeAsync() => await World.DisposeAsync();
}
