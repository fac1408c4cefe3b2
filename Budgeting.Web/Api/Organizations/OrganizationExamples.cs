using Budgeting.Core.Organizations;

namespace Budgeting.Web.Api.Organizations;

/// <summary>What can be sent, for the API's description.</summary>
internal static class OrganizationExamples
{
    public static IReadOnlyDictionary<Type, string> All { get; } = new Dictionary<Type, string>
    {
        [typeof(OrganizationInput)] = """{"name": "The Lovelaces", "currency": "EUR", "iban": "DE89 3704 0044 0532 0130 00", "fiscalYearStartMonth": 10, "separateDuties": true}""",
        [typeof(MemberInput)] = """{"role": "Viewer"}""",
        [typeof(TokenInput)] = """{"name": "Spreadsheet", "role": "Viewer"}""",
        [typeof(InvitationInput)] = """{"role": "Member", "note": "Max"}""",
    };
}
