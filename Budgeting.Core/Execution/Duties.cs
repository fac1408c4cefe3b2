using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>
/// Separation of duties (<a href="https://csrc.nist.gov/glossary/term/separation_of_duty">NIST</a>): whoever requests something neither
/// approves nor pays it. Only an organization of one member can do without it, and only where it says so; what is done then says so, too.
/// </summary>
internal sealed class Duties(CurrentMember current, OrganizationCard organization)
{
    public bool AreSeparate => organization.SeparateDuties || organization.Members.Count > 1;

    /// <summary>Whether who acts also requested what they approve or pay now, which is to be kept with it.</summary>
    /// <param name="requestedBy">Who requested it; <c>null</c>: the command line, which isn't two either.</param>
    /// <param name="what">What would be done, for people: <c>approve it</c>.</param>
    /// <exception cref="ConflictException">They did, and duties are separate: <c>duties.separated</c>.</exception>
    public bool Combine(Guid? requestedBy, string what)
    {
        if (requestedBy != current.MemberId)
        {
            return false;
        }

        return AreSeparate ? throw new ConflictException("duties.separated", $"You requested this yourself. Somebody else must {what}.") : true;
    }
}
