using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>What waits for whoever asks: nothing for those who neither approve nor pay.</summary>
public sealed class InboxService(UnitOfWorkFactory units, CurrentMember current)
{
    /// <summary>What of a list is shown at most.</summary>
    public const int Most = 100;

    /// <summary>What others requested and who asks can approve or pay; where duties aren't separated, also what they requested themselves.</summary>
    public async Task<InboxPage> PageAsync(CancellationToken cancellationToken)
    {
        var organization = await current.OrganizationAsync(cancellationToken);
        if (await current.RoleAsync(cancellationToken) < Role.Approver)
        {
            var nothing = new InboxList([], 0);
            return new InboxPage(organization.Currency, [], nothing, nothing);
        }

        var except = new Duties(current, organization).AreSeparate ? current.MemberId : null;
        return await units.ReadSharedAsync(ReadAsync, new InboxQuery(except), cancellationToken);
    }

    /// <summary>How much waits, and how the budget of today's fiscal year is spent.</summary>
    /// <param name="today">The day; <c>null</c>: only what waits is counted.</param>
    /// <param name="cancellationToken">Ends the waiting for the read.</param>
    public async Task<BudgetsNow> NowAsync(DateOnly? today, CancellationToken cancellationToken)
    {
        var organization = await current.OrganizationAsync(cancellationToken);
        var isApprover = await current.RoleAsync(cancellationToken) >= Role.Approver;
        if (!isApprover && today is null)
        {
            return new BudgetsNow(0, Current: null);
        }

        var except = isApprover && new Duties(current, organization).AreSeparate ? current.MemberId : null;
        return await units.ReadSharedAsync(ReadNowAsync, new NowQuery(except, isApprover, today), cancellationToken);
    }

    private static Task<BudgetsNow> ReadNowAsync(UnitOfWork work, OrganizationCard organization, NowQuery query, CancellationToken cancellationToken) =>
        new ExecutionRepository(work).NowAsync(query.Except, query.IsApprover, query.Today, cancellationToken);

    private static async Task<InboxPage> ReadAsync(
        UnitOfWork work, OrganizationCard organization, InboxQuery query, CancellationToken cancellationToken)
    {
        var repository = new ExecutionRepository(work);
        return new InboxPage(
            organization.Currency,
            await repository.SubmittedAsync(query.Except, cancellationToken),
            await repository.RequestedAsync(query.Except, Most, cancellationToken),
            await repository.ToPayAsync(query.Except, Most, cancellationToken));
    }

    /// <param name="Except">Who requested what isn't theirs to approve or pay.</param>
    private sealed record InboxQuery(Guid? Except);

    private sealed record NowQuery(Guid? Except, bool IsApprover, DateOnly? Today);
}
