using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Bench;

/// <summary>Where a benchmark's data are, which goes with it.</summary>
internal abstract class BenchStore : IDisposable
{
    /// <summary>What the executable is told to store there.</summary>
    public abstract string[] Options { get; }

    /// <summary>A bare connection with the settings of the product.</summary>
    public abstract DbConnection OpenBare();

    public abstract IServiceCollection AddTo(IServiceCollection services);

    public abstract void Dispose();
}
