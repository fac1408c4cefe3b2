
namespace Budgeting.Web.Components.Ui;

/// <summary>How often it was taken back.</summary>
public enum UndoStep
{
    Done,
    Undone,
    Redone,
}

/// <summary>A change that can be taken back for a while, or one that was and can be done again.</summary>
/// <param name="WriteId">What to undo now.</param>
/// <param name="Text">The change, in a sentence.</param>
/// <param name="Left">For how long it is offered.</param>
public sealed record UndoOffer(Guid WriteId, string Text, UndoStep Step, TimeSpan Left)
{
    /// <summary>For how long it is offered at first.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(10);

    /// <summary>What couldn't be brought back.</summary>
    public string? Remarks { get; init; }

    public string Verb => Step == UndoStep.Undone ? "Redo" : "Undo";

    public string Sentence => Step switch
    {
        UndoStep.Undone => $"Undone: {Text}",
        UndoStep.Redone => $"Redone: {Text}",
        _ => Text,
    } + (Remarks is null ? null : $" {Remarks}");
}
