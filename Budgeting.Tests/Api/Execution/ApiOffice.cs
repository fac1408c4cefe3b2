using Budgeting.Core.Execution;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>An office whose members use the API.</summary>
public sealed record ApiOffice(Office Office, ApiUser Admin, ApiUser Member, ApiUser Approver)
{
    public const string Programs = "/api/v1/programs";
    public const string Proposals = "/api/v1/proposals";

    public string Proposal => AddressOf(Office.Proposal);

    public string Budget => AddressOf(Office.Budget);

    public string Other => AddressOf(Office.Other);

    public string Allotment => AddressOf(Office.Allotment);

    public static async Task<ApiOffice> CreateAsync(ApiServer api, decimal approved = 1000, decimal released = 300, decimal other = 500)
    {
        var office = await Office.CreateAsync(api.Server.Services, approved, released, other);
        return new ApiOffice(office, await api.UserAsync(office.Admin), await api.UserAsync(office.Member), await api.UserAsync(office.Approver));
    }

    public static string AddressOf(ProposalDto proposal) => $"{Proposals}/{proposal.Id}";

    public static string AddressOf(ProgramBudgetDto budget) => $"/api/v1/program-budgets/{budget.Id}";

    public static string AddressOf(AllotmentDto allotment) => $"/api/v1/allotments/{allotment.Id}";

    public static string AddressOf(ObligationDto obligation) => $"/api/v1/obligations/{obligation.Id}";

    /// <summary>What is requested from the released allotment.</summary>
    public Task<ApiAnswer> RequestAsync(string amount, string? allotment = null) =>
        Member.PostAsync($"{allotment ?? Allotment}/obligations", $$"""{"payee": "Paper Ltd", "description": "Paper", "amount": {{amount}}, "date": "2026-01-15"}""");

    /// <summary>Everything that is stored, to see that a refusal left nothing.</summary>
    public static string Stored(ApiServer api)
    {
        using var shell = api.Server.Shell();
        return string.Join('\n', shell.Dump().Split('\n').Where(row => !row.StartsWith("token_uses:", StringComparison.Ordinal)));
    }
}
