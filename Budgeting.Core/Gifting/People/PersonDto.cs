using Budgeting.Core.Kernel;

namespace Budgeting.Core.Gifting;

public sealed record PersonDto(Guid Id, string Name, DateOnly? Birthday, Guid? MemberId, string? Notes, long Version) : IVersioned;

/// <summary>What can be written of a person.</summary>
public sealed record PersonInput
{
    /// <summary>1–100 characters.</summary>
    public string? Name { get; init; }

    public DateOnly? Birthday { get; init; }

    /// <summary>A member of the organization who is this person; at most one person a member.</summary>
    public Guid? MemberId { get; init; }

    /// <summary>Up to 2,000 characters.</summary>
    public string? Notes { get; init; }
}
