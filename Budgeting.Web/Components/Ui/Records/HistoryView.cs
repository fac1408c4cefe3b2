using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Components.Ui;

/// <summary>What is known of one kind of record's past, and the way back.</summary>
/// <param name="Watch">What changes it.</param>
/// <param name="Name">What one is called, at the beginning of a sentence.</param>
/// <param name="Words">How its fields are told.</param>
public sealed record HistoryView<TInput, TDto>(
    RecordService<TInput, TDto> Service, IReadOnlyList<Topic> Watch, Func<TDto, string> Name, Func<CancellationToken, Task<HistoryWords>> Words)
    where TInput : class, new()
    where TDto : class, IVersioned
{
    public bool MayRestore { get; init; }

    /// <summary>What was done where nothing that is told of changed.</summary>
    public string Otherwise { get; init; } = "changed it";

    /// <summary>Brings an earlier version back, at once and with a way to undo it.</summary>
    public Task RestoreAsync(UndoableActions undoable, Actions actions, Guid id, long toVersion, long version) => actions.TryAsync(async () =>
    {
        IVersioned restored = await undoable.DoAsync(
            () => Service.RestoreAsync(id, toVersion, version, CancellationToken.None),
            r => string.Join(' ', [$"{Name(r.Record)} restored.", .. r.Remarks]));
        if (restored.Version == version)
        {
            actions.Tell("It is what it was then: nothing changed.");
        }
    });
}

/// <summary>How one kind of record is shown where it was deleted.</summary>
/// <param name="Many">What several are called.</param>
/// <param name="Details">What else there is to say of it; empty: nothing.</param>
/// <param name="Amount">What stands at the end of its line.</param>
public sealed record DeletedView<TInput>(string Many, string Icon, Currency Currency, Func<TInput, string> Title, Func<TInput, string> Details, Func<TInput, decimal?> Amount)
{
    /// <summary>What else there is to know.</summary>
    public string? Note { get; init; }
}
