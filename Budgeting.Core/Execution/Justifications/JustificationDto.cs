using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

public sealed record JustificationDto(Guid Id, Guid ProgramBudgetId, JustificationKind Kind, string Text, string? EvidenceUrl, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public JustificationInput ToInput() => this.As<JustificationInput>();
}

/// <summary>What can be written of a justification.</summary>
public sealed record JustificationInput
{
    public static Fields<JustificationInput> Fields { get; } = new Fields<JustificationInput>()
        .Choice(i => i.Kind, "Kind", required: true)
        .Text(i => i.Text, "Text", max: 4000, required: true, lines: 4)
        .Text(i => i.EvidenceUrl, "Evidence", max: 2000, hint: "A link to a document, if there is one.");

    public JustificationKind Kind { get; set; }

    /// <summary>1–4,000 characters.</summary>
    public string? Text { get; set; }

    /// <summary>An http or https address.</summary>
    public string? EvidenceUrl { get; set; }
}
