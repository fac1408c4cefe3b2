using Budgeting.Core.Kernel;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Execution;

/// <summary>Something that is done with a record, other than writing it.</summary>
/// <param name="Text">What it does.</param>
/// <param name="Do">The verb of its button.</param>
/// <param name="Done">What is told then.</param>
/// <param name="Write">Does it with the version that was looked at, and with the reason where one is asked for.</param>
public sealed record Move(IVersioned Record, string Text, string Do, string Done, Func<string?, long, Task> Write, bool AsksReason = false)
{
    /// <summary>What is left before and after.</summary>
    public RenderFragment? Levels { get; init; }

    /// <summary>Reads the record anew, where the text stays true of it.</summary>
    public Func<Task<IVersioned>>? Reload { get; init; }

    /// <summary>Whether the buttons that led here go with it, so that the focus begins at the heading.</summary>
    public bool BeginsAnew { get; init; }
}
