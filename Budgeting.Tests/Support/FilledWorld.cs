namespace Budgeting.Tests.Support;

/// <summary>A world with one filled organization, shared by the tests of a class that leave it as it is.</summary>
public sealed class FilledWorld : IAsyncLifetime
{
    public TestWorld World { get; private set; } = null!;

    public FilledOrganization Organization { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        World = await TestWorld.CreateAsync();
        Organization = await FilledOrganization.CreateAsync(World);
    }

    public async Task DisposeAsync() => await World.DisposeAsync();
}
