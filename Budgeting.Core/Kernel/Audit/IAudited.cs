using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Core.Kernel.Audit;

/// <summary>A row of one organization. The database context filters it by the organization and counts its versions.</summary>
public interface ITenantRow
{
    Guid Id { get; }

    Guid OrganizationId { get; }
}

/// <summary>A row whose every write leaves an audit entry and tells the pages that show it.</summary>
public interface IAudited : ITenantRow
{
    /// <summary>Grows by one with every change; the concurrency token, and the ETag in REST.</summary>
    long Version { get; set; }

    /// <summary>The pages to be told.</summary>
    Topic Topic { get; }
}

/// <summary>
/// A row that follows from audited ones and can be made again from them: it has no audit entries of its own and may be written in bulk.
/// </summary>
public interface IDerivedRow : ITenantRow;

/// <summary>A secret: its value is left out of the audit trail, which only tells that it changed, and of answers that are kept.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SensitiveAttribute : Attribute;
