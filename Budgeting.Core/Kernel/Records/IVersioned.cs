namespace Budgeting.Core.Kernel;

/// <summary>A record as it is answered: its id names it, its version is its ETag.</summary>
public interface IVersioned
{
    Guid Id { get; }

    /// <summary>Grows by one with every change.</summary>
    long Version { get; }
}
