using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Ui;
using Budgeting.Web.Wording.Organizations;

namespace Budgeting.Web.Components.Admin;

/// <summary>The histories of the organization, its members and their tokens, as people say them.</summary>
internal static class OrganizationHistory
{
    public static IReadOnlyList<AuditedKind> Kinds { get; } =
    [
        new("Organization", "Organization", OrganizationTopics.Organization, _ => new HistoryWords()
            .Text("name", "Name").Text("currencyCode", "Currency").Text("iban", "IBAN").Text("fiscalYearStartMonth", "First month of the fiscal year")
            .Flag("separateDuties", "Separate duties").Text("combinedDutiesReason", "Reason")),
        new("Member", "Member", OrganizationTopics.Members, _ => new HistoryWords()
            .Text("name", "Name").Text("email", "E-mail").Choice<Role>("role", "Role", RoleWords.Name).Flag("active", "Active")),
        new("Invitation", "Invitation", OrganizationTopics.Members, n => new HistoryWords()
            .Choice<Role>("role", "Role", RoleWords.Name).Text("note", "Note").Reference("acceptedBy", "Accepted by", n.Of)
            .With("revokedAt", "Revoked", value => value is null ? "no" : "yes")),
        new("ApiToken", "Token", OrganizationTopics.Tokens, n => new HistoryWords()
            .Text("name", "Name").Reference("memberId", "Member", n.Of).Choice<Role>("role", "Role", RoleWords.Name)
            .With("revokedAt", "Revoked", value => value is null ? "no" : "yes")),
    ];
}
