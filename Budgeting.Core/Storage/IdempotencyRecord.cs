using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Storage;

/// <summary>
/// What a request with an Idempotency-Key answered, stored in the transaction of its effect: either both are there or neither.
/// </summary>
public sealed class IdempotencyRecord : ITenantRow
{
    public required Guid Id { get; init; }

    public required Guid OrganizationId { get; init; }

    public required Guid MemberId { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The answer, as JSON.</summary>
    public required string Result { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
