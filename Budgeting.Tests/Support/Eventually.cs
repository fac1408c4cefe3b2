namespace Budgeting.Tests.Support;

/// <summary>For what comes true by itself, soon.</summary>
internal static class Eventually
{
    public static Task HoldsAsync(Func<bool> condition, string because) => HoldsAsync(() => Task.FromResult(condition()), because);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string because)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition())
        {
            patience.IsCancellationRequested.Should().BeFalse(because);
#pragma warning disable RS0030 // What tells nobody when it comes true has to be asked again.
            await Task.Delay(20);
#pragma warning restore RS0030
        }
    }
}
