namespace Budgeting.Core.Organizations;

/// <summary>What a member may do. Each includes what stands before it.</summary>
public enum Role
{
    /// <summary>Reads only.</summary>
    Viewer,

    /// <summary>Writes gifts and own records, reads the rest.</summary>
    Member,

    /// <summary>A member who may also approve.</summary>
    Approver,

    /// <summary>Everything in the organization.</summary>
    Admin,
}
