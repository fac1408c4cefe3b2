using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;

namespace Budgeting.Tests.Support;

/// <summary>
/// An office that executes its budget of 2026: a member requests, an approver approves and pays.
/// </summary>
/// <param name="Budget">What is approved for the program.</param>
/// <param name="Allotment">What of that is released in the first quarter.</param>
/// <param name="Other">The same proposal's budget for another program, of which nothing is allotted.</param>
public sealed record Office(
    TestActor Admin,
    TestActor Member,
    TestActor Approver,
    ProgramDto Program,
    ProposalDto Proposal,
    ProgramBudgetDto Budget,
    AllotmentDto Allotment,
    ProgramBudgetDto Other)
{
    public const int Year = 2026;

    /// <summary>A day of the year on which things are requested; they are paid later.</summary>
    public static DateOnly Day { get; } = new(Year, 1, 15);

    /// <summary>In an organization of its own.</summary>
    /// <param name="services">Of a <see cref="TestWorld"/> or a server.</param>
    /// <param name="approved">Of the program budget.</param>
    /// <param name="released">Of that, in the first quarter.</param>
    /// <param name="other">Approved for the other program.</param>
    public static async Task<Office> CreateAsync(IServiceProvider services, decimal approved = 1000, decimal released = 300, decimal other = 500) =>
        await CreateAsync(await services.OrganizationAsync("Office"), approved, released, other);

    /// <summary>In an organization that is there, whose admin is given.</summary>
    /// <inheritdoc cref="CreateAsync(IServiceProvider,decimal,decimal,decimal)"/>
    public static async Task<Office> CreateAsync(TestActor admin, decimal approved = 1000, decimal released = 300, decimal other = 500)
    {
        var member = await admin.Services.MemberAsync(admin, Role.Member, "Mia");
        var approver = await admin.Services.MemberAsync(admin, Role.Approver, "Paul");
        var (program, second) = (await admin.ProgramAsync("1000"), await admin.ProgramAsync("2000"));
        var proposal = await member.ProposalAsync(Year);
        var budget = await member.ProgramBudgetAsync(proposal, program, approved);
        var beside = await member.ProgramBudgetAsync(proposal, second, other);
        await member.Get<ProposalsService>().SubmitAsync(proposal.Id, version: null, default);
        proposal = await approver.ApproveAsync(proposal, (budget.Id, approved), (beside.Id, other));
        var allotment = await approver.AllotmentAsync(budget, released);
        return new Office(admin, member, approver, program, proposal, await member.NowAsync(budget), allotment, await member.NowAsync(beside));
    }

    /// <summary>What the member requests from the released allotment.</summary>
    public Task<ObligationDto> RequestedAsync(decimal amount) => Member.ObligationAsync(Allotment, amount);

    /// <summary>The same, which the approver approved.</summary>
    public async Task<ObligationDto> ActiveAsync(decimal amount) =>
        await Approver.Get<ObligationsService>().ApproveAsync((await RequestedAsync(amount)).Id, version: null, default);

    /// <summary>What the approver pays of it.</summary>
    public Task<DisbursementDto> PaidAsync(ObligationDto obligation, decimal amount) =>
        Approver.Get<DisbursementsService>().AddAsync(obligation.Id, new DisbursementInput { Amount = amount, Date = Day.AddMonths(1) }, default);

    /// <summary>What is delivered for it, and accepted or not.</summary>
    public Task<WorkItemDto> DeliveredAsync(ObligationDto obligation, decimal amount, DateOnly? acceptedOn = null) =>
        Member.Get<WorkItemsService>().AddAsync(obligation.Id, new WorkItemInput { Description = "Delivery", UnitCost = amount, AcceptedOn = acceptedOn }, default);
}
