using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Gifting;

/// <summary>Somebody gifts are for.</summary>
public sealed class Person : IAudited
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required string Name { get; set; }

    public DateOnly? Birthday { get; set; }

    /// <summary>The member this person is, if they have a membership.</summary>
    public Guid? MemberId { get; set; }

    public string? Notes { get; set; }

    public long Version { get; set; }

    public Topic Topic => GiftingTopics.People;
}
