using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Organizations;

/// <summary>One write, as the audit trail tells it.</summary>
/// <param name="Sequence">Its number in the organization.</param>
/// <param name="MemberId">Who did it; <c>null</c>: the command line.</param>
/// <param name="By">The same by name.</param>
/// <param name="TokenId">The token that it was done with, if one was.</param>
/// <param name="Entity">The kind of record.</param>
/// <param name="Hash">64 hexadecimal digits: of all its fields and of the entry before it.</param>
public sealed record AuditEntryDto(
    long Sequence, DateTimeOffset At, Guid? MemberId, string? By, Guid? TokenId, string Entity, Guid EntityId, AuditAction Action, IReadOnlyList<FieldChange> Changes, string? TraceId,
    string Hash);

/// <summary>Which entries.</summary>
/// <param name="Entity">Of this kind of record; <c>null</c>: of every kind that can be read.</param>
/// <param name="Id">Of this record.</param>
/// <param name="MemberId">By this member.</param>
/// <param name="From">From the beginning of this day on, in UTC.</param>
/// <param name="To">Until the end of this day, in UTC.</param>
public sealed record AuditQuery(string? Entity = null, Guid? Id = null, Guid? MemberId = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>Where the audit trail ends now.</summary>
/// <param name="Entries">How many entries it has, those that can't be read here among them.</param>
/// <param name="Head">The last one's hash, as 64 hexadecimal digits: keep it elsewhere, and <c>verify --head</c> compares it later.</param>
public sealed record AuditHead(long Entries, string Head);
