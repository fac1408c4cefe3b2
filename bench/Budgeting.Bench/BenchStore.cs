using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Bench;

/// <summary>Where a benchmark's data are, which goes with it.</summary>
internal abstract class BenchStore : IDisposable
{
    /// <summary>What the executable is told to store there.</summary>
    public abstract string[] Options { get; }

    public abstract IServiceCollection AddTo(IServiceCollection services);

    public abstract void Dispose();
}
