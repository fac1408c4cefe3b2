using Budgeting.Tests.Support;

namespace Budgeting.Tests.Commands;

/// <summary>An empty folder that the command filled, for the tests of a class that leave it as it is.</summary>
public sealed class DemoFolder : IAsyncLifetime
{
    public TestFolder Folder { get; } = new();

    /// <summary>What the command answered.</summary>
    public CommandRun Run { get; private set; } = null!;

    public async Task InitializeAsync() => Run = await CommandRun.OfAsync("demo", "--data", Folder.Path);

    public Task DisposeAsync()
    {
        Folder.Dispose();
        return Task.CompletedTask;
    }
}
