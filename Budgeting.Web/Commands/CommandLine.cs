using Budgeting.Core.Storage;

namespace Budgeting.Web.Commands;

/// <summary>The one executable's verbs; without one it serves.</summary>
public static class CommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = WebApp.Create(new WebAppOptions());
        await app.Services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: true, CancellationToken.None);
        await app.RunAsync();
        return 0;
    }
}
