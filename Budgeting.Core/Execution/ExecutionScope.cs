using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>What the records of budgets share in one unit of work: where they are found, who acts, and the state of their proposals.</summary>
internal sealed class ExecutionScope(UnitOfWork work, CurrentMember current, OrganizationCard organization, TimeProvider time)
{
    public UnitOfWork Work => work;

    public CurrentMember Current => current;

    public TimeProvider Time => time;

    public Currency Currency => organization.Currency;

    public int StartMonth => organization.FiscalYearStartMonth;

    public DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    public ExecutionRepository Repository { get; } = new(work);

    public Duties Duties { get; } = new(current, organization);

    public static async Task<ExecutionScope> OpenAsync(UnitOfWork work, CurrentMember current, TimeProvider time, CancellationToken cancellationToken) =>
        new(work, current, await current.OrganizationAsync(cancellationToken), time);

    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());

    /// <exception cref="NotFoundException">No such proposal here.</exception>
    public async Task<BudgetProposal> RequireProposalAsync(Guid id, CancellationToken cancellationToken) =>
        await Repository.FindAsync<BudgetProposal>(id, cancellationToken) ?? throw new NotFoundException("proposal");

    /// <summary>The proposal of what can be prepared only as long as nobody looks at it for approval.</summary>
    /// <exception cref="ConflictException">It isn't a draft: <c>proposal.not-draft</c>.</exception>
    public async Task<BudgetProposal> RequireDraftAsync(Guid id, CancellationToken cancellationToken) =>
        await RequireProposalAsync(id, cancellationToken) is { Status: ProposalStatus.Draft } draft
            ? draft
            : throw new ConflictException("proposal.not-draft", "The proposal was submitted: what it requests stays as it is. Have it taken back to a draft to change it.");

    /// <summary>The proposal of what is executed while its fiscal year is open.</summary>
    /// <exception cref="ConflictException">It isn't approved, <c>proposal.not-approved</c>, or its year is closed, <c>proposal.closed</c>.</exception>
    public async Task<BudgetProposal> RequireApprovedAsync(Guid id, CancellationToken cancellationToken) =>
        RequireApproved(await RequireProposalAsync(id, cancellationToken));

    /// <inheritdoc cref="RequireApprovedAsync"/>
    public static BudgetProposal RequireApproved(BudgetProposal proposal) => proposal.Status switch
    {
        ProposalStatus.Approved => proposal,
        ProposalStatus.Closed => throw new ConflictException("proposal.closed", $"The fiscal year {proposal.FiscalYear} is closed: only what was obligated in it can still be paid."),
        _ => throw new ConflictException("proposal.not-approved", "The proposal isn't approved: nothing of it can be spent yet."),
    };

    /// <summary>The proposal of what is still paid when its fiscal year is closed.</summary>
    /// <exception cref="ConflictException">It wasn't approved: <c>proposal.not-approved</c>.</exception>
    public async Task<BudgetProposal> RequirePayableAsync(Guid id, CancellationToken cancellationToken) =>
        await RequireProposalAsync(id, cancellationToken) is { Status: ProposalStatus.Closed } closed ? closed : await RequireApprovedAsync(id, cancellationToken);

    /// <summary>Refuses what can't be in the state that things are in.</summary>
    /// <exception cref="ConflictException">It doesn't hold.</exception>
    public static void Require(bool holds, string code, string sentence)
    {
        if (!holds)
        {
            throw new ConflictException(code, sentence);
        }
    }

    /// <summary>A reason where one is asked for: up to 500 characters.</summary>
    /// <exception cref="InvalidException">There is none.</exception>
    public static string RequireReason(string? reason)
    {
        var check = new Check();
        var given = check.Required(reason, "reason", "the reason", 500);
        check.ThrowIfAny();
        return given;
    }
}
