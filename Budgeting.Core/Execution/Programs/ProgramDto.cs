using Budgeting.Core.Kernel;

namespace Budgeting.Core.Execution;

public sealed record ProgramDto(Guid Id, string Code, string Name, string? Description, ProgramStatus Status, long Version) : IVersioned
{
    /// <summary>What would be written to keep it as it is: the start of an edit of some fields.</summary>
    public ProgramInput ToInput() => this.As<ProgramInput>();
}

/// <summary>What can be written of a program.</summary>
public sealed record ProgramInput
{
    public static Fields<ProgramInput> Fields { get; } = new Fields<ProgramInput>()
        .Text(i => i.Code, "Code", max: 20, required: true, placeholder: "1000")
        .Text(i => i.Name, "Name", max: 100, required: true)
        .Text(i => i.Description, "Description", max: 1000, lines: 3)
        .Choice(i => i.Status, "Status");

    /// <summary>1–20 characters, the only one of its kind here.</summary>
    public string? Code { get; set; }

    /// <summary>1–100 characters.</summary>
    public string? Name { get; set; }

    public string? Description { get; set; }

    public ProgramStatus Status { get; set; }
}
