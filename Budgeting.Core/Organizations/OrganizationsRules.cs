using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>What admins may read in the audit trail of the organization itself.</summary>
internal sealed class OrganizationsRules : ModelPart
{
    public override IEnumerable<Type> OpenKinds => [typeof(Organization), typeof(Member), typeof(Invitation), typeof(ApiToken)];
}
