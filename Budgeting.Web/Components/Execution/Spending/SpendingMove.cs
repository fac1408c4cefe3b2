using Budgeting.Core.Execution;
using Budgeting.Core.Kernel;

namespace Budgeting.Web.Components.Execution;

/// <summary>Something that is done with an allotment, obligation or payment, other than writing it.</summary>
/// <param name="Text">What it does.</param>
/// <param name="Do">The verb of its button.</param>
/// <param name="Done">What is told then.</param>
/// <param name="Changes">What is left before and after.</param>
/// <param name="Write">Does it, with the reason where one is asked for.</param>
public sealed record SpendingMove(
    IVersioned Record, string Text, string Do, string Done, SpendingPlace Place, Func<SpendingLevels, IReadOnlyList<LevelChange>> Changes, Func<string?, Task> Write,
    bool AsksReason = false);
