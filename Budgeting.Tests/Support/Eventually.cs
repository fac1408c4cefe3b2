namespace Budgeting.Tests.Support;

/// <summary>For what comes true by itself, soon.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(Func<bool> condition, string because)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            patience.IsCancellationRequested.Should().BeFalse(because);
            await Task.Delay(20);
        }
    }
}
