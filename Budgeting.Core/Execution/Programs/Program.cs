using System.Text.Json.Serialization;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Execution;

public enum ProgramStatus
{
    [JsonStringEnumMemberName("ACTIVE")]
    Active,

    /// <summary>Kept for the years that have it; no new program budget can be for it.</summary>
    [JsonStringEnumMemberName("INACTIVE")]
    Inactive,
}

/// <summary>What budgets pay for, year after year, such as a library or the upkeep of roads.</summary>
public sealed class Program : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>The only one of its kind in the organization.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    public ProgramStatus Status { get; set; }

    public long Version { get; set; }

    public Topic Topic => ExecutionTopics.Programs;
}
