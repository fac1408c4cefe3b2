using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Organizations;

/// <summary>
/// One write, as the audit trail tells it. Its number and its hash aren't told: gaps between numbers would give away how much is kept from
/// who reads.
/// </summary>
/// <param name="MemberId">Who did it; <c>null</c>: the command line.</param>
/// <param name="By">The same by name.</param>
/// <param name="TokenId">The token that it was done with, if one was.</param>
/// <param name="Entity">The kind of record.</param>
public sealed record AuditEntryDto(
    DateTimeOffset At, Guid? MemberId, string? By, Guid? TokenId, string Entity, Guid EntityId, AuditAction Action, IReadOnlyList<FieldChange> Changes, string? TraceId);

/// <summary>Which entries.</summary>
/// <param name="Entity">Of this kind of record; <c>null</c>: of every kind that can be read.</param>
/// <param name="Id">Of this record.</param>
/// <param name="MemberId">By this member.</param>
/// <param name="From">From the beginning of this day on, in UTC.</param>
/// <param name="To">Until the end of this day, in UTC.</param>
public sealed record AuditQuery(string? Entity = null, Guid? Id = null, Guid? MemberId = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>A page of the trail with what its records are called.</summary>
public sealed record AuditPage(IReadOnlyList<AuditEntryDto> Entries, string? NextCursor, AuditNames Names);

/// <param name="Own">Of records that entries are of or tell of, and of tokens, as far as the trail has a name for them.</param>
/// <param name="OfParents">What those without a name belong to: a payment to its obligation.</param>
public sealed record AuditNames(IReadOnlyDictionary<Guid, string> Own, IReadOnlyDictionary<Guid, string> OfParents);
