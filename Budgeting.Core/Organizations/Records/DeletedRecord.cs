using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Organizations;

/// <summary>A record that was deleted.</summary>
/// <param name="Record">What it was last.</param>
/// <param name="DeletedBy">Who deleted it; <c>null</c>: the command line.</param>
/// <param name="LastVersion">The version to restore it to.</param>
/// <param name="Version">The version that the deletion made: its ETag until it is restored.</param>
public sealed record DeletedRecord<TInput>(Guid Id, TInput Record, DateTimeOffset DeletedAt, string? DeletedBy, long LastVersion, long Version) : IVersioned
    where TInput : class
{
    internal static DeletedRecord<TInput> Of(Guid id, TInput record, RowVersion deletion) => new(
        id, record, deletion.History.At, deletion.History.By, deletion.Number - 1, deletion.Number);
}

/// <summary>A record that was brought back to an earlier version.</summary>
/// <param name="Remarks">What couldn't be brought back, in sentences.</param>
public sealed record RestoredRecord<TDto>(TDto Record, IReadOnlyList<string> Remarks) : IVersioned
    where TDto : IVersioned
{
    Guid IVersioned.Id => Record.Id;

    long IVersioned.Version => Record.Version;
}
