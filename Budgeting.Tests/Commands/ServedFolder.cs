using Budgeting.Tests.Support;

namespace Budgeting.Tests.Commands;

/// <summary>A folder that a server in a process of its own serves, and beside it the command filled with a demo.</summary>
public sealed class ServedFolder : IAsyncLifetime
{
    public TestFolder Folder { get; } = TestFolder.WithDatabase();

    public BudgetingProcess Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Server = await BudgetingProcess.ServeAsync(Folder);
        (await CommandRun.OfAsync("demo", "--data", Folder.Path)).ExitCode.Should().Be(0);
    }

    public Task DisposeAsync()
    {
        Server.Dispose();
        Folder.Dispose();
        return Task.CompletedTask;
    }
}
