using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What is obligated from allotments. Members request it; approvers approve what others requested.</summary>
public sealed class ObligationsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
    : ExecutionRecordService<ObligationInput, ObligationDto>(units, current, time, Role.Member)
{
    /// <summary>The last obligations of all years whose reference no., payee or description is something like it.</summary>
    /// <param name="typed">A part of these texts, or words of them in any order; nothing finds nothing.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<FoundObligation>> FindAsync(string typed, int most, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        return LooseText.WordsOf(typed) is { Length: > 0 } words ? await new ExecutionRepository(work).FindObligationsAsync(words, most, cancellationToken) : [];
    }

    /// <summary>Has a requested obligation be paid from now on.</summary>
    /// <param name="id">Which.</param>
    /// <param name="version">The version that was seen; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such obligation here.</exception>
    /// <exception cref="ConflictException">
    /// It isn't requested, <c>obligation.not-requested</c>; who approves requested it, <c>duties.separated</c>; or the year is closed,
    /// <c>proposal.closed</c>.
    /// </exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public Task<ObligationDto> ApproveAsync(Guid id, long? version, CancellationToken cancellationToken) => WriteAsync(
        Role.Approver,
        scope => new ObligationRecords(scope).MoveAsync(
            id, version,
            async (row, ended) =>
            {
                await scope.RequireApprovedAsync(row.ProposalId, ended);
                ExecutionScope.Require(row.Status == ObligationStatus.Requested, "obligation.not-requested", "The obligation was approved or cancelled already.");
                row.DutiesCombined = scope.Duties.Combine(row.CreatedBy, "approve it");
                (row.Status, row.ApprovedBy) = (ObligationStatus.Active, Current.MemberId);
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Says that everything was delivered: it uses what was paid from now on, the rest goes back to its allotment.</summary>
    /// <inheritdoc cref="ApproveAsync"/>
    /// <exception cref="ConflictException">It isn't active: <c>obligation.not-active</c>.</exception>
    public Task<ObligationDto> LiquidateAsync(Guid id, long? version, CancellationToken cancellationToken) => WriteAsync(
        Role.Approver,
        scope => new ObligationRecords(scope).MoveAsync(
            id, version,
            async (row, ended) =>
            {
                ExecutionScope.Require(row.Status == ObligationStatus.Active, "obligation.not-active", "Only an active obligation can be liquidated.");
                (row.FinalAmount, row.Status, row.EndedOn) = (await scope.Repository.DisbursedAsync(row.Id, ended), ObligationStatus.Liquidated, EndOf(row, scope));
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Gives an obligation of which nothing was paid or delivered back to its allotment.</summary>
    /// <inheritdoc cref="ApproveAsync"/>
    /// <exception cref="InvalidException">There is no reason.</exception>
    /// <exception cref="ConflictException">It was cancelled or liquidated, <c>obligation.ended</c>, or has payments or work items, <c>obligation.in-use</c>.</exception>
    public Task<ObligationDto> CancelAsync(Guid id, string? reason, long? version, CancellationToken cancellationToken) => WriteAsync(
        Role.Member,
        scope =>
        {
            var records = new ObligationRecords(scope);
            return records.MoveAsync(
                id, version,
                async (row, ended) =>
                {
                    ExecutionScope.Require(row.Status is ObligationStatus.Requested or ObligationStatus.Active, "obligation.ended", "The obligation was cancelled or liquidated already.");
                    await RequireMayCancelAsync(row, ended);
                    ExecutionScope.Require(
                        await scope.Repository.DisbursedAsync(row.Id, ended) == 0, "obligation.in-use", "Something of the obligation was paid: liquidate it, or void the payments first.");
                    ExecutionScope.Require(!await scope.Repository.HasWorkItemsAsync(row.Id, ended), "obligation.in-use", "The obligation has work items. Delete them first.");
                    (row.Reason, row.Status, row.EndedOn) = (ExecutionScope.RequireReason(reason), ObligationStatus.Cancelled, EndOf(row, scope));
                },
                cancellationToken);
        },
        cancellationToken);

    /// <summary>What is said of an obligation on paper.</summary>
    /// <exception cref="NotFoundException">No such obligation here.</exception>
    /// <exception cref="ConflictException">It was liquidated or cancelled, <c>obligation.ended</c>; or it isn't approved, of which there is no certificate, <c>obligation.not-approved</c>.</exception>
    public async Task<ObligationPaper> PaperAsync(Guid id, ObligationPaperKind kind, CancellationToken cancellationToken)
    {
        await using var work = await Units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        var scope = await ScopeAsync(work, cancellationToken);
        var obligation = await new ObligationRecords(scope).GetAsync(id, cancellationToken);
        ExecutionScope.Require(
            obligation.Status is ObligationStatus.Requested or ObligationStatus.Active, "obligation.ended",
            "The obligation was liquidated or cancelled: there is nothing more to be asked for, or to be certified.");
        ExecutionScope.Require(
            kind == ObligationPaperKind.Request || obligation.Status != ObligationStatus.Requested, "obligation.not-approved", "The obligation isn't approved yet: nothing is certified of it.");
        var allotment = await new AllotmentRecords(scope).GetAsync(obligation.AllotmentId, cancellationToken);
        var budget = await scope.Repository.FindAsync<ProgramBudget>(allotment.ProgramBudgetId, cancellationToken) ?? throw new NotFoundException("program budget");
        var program = await scope.Repository.FindAsync<Program>(budget.ProgramId, cancellationToken) ?? throw new NotFoundException("program");
        var proposal = await scope.RequireProposalAsync(budget.ProposalId, cancellationToken);
        var (organization, entry) = (await Current.OrganizationAsync(cancellationToken), await new AuditRepository(work).LastEntryAsync(nameof(Obligation), id, cancellationToken));
        return new ObligationPaper(
            organization.Name, organization.Currency, proposal.FiscalYear, program.Code, program.Name, budget.FundSource, allotment, obligation,
            NameOf(obligation.CreatedBy), NameOf(obligation.ApprovedBy), scope.Today, entry.At, Convert.ToHexStringLower(entry.Hash));

        string? NameOf(Guid? member) => member is { } one ? organization.Members.GetValueOrDefault(one)?.Name : null;
    }

    private protected override IRecords<ObligationInput, ObligationDto> In(ExecutionScope scope) => new ObligationRecords(scope);

    // What is of a later day gives nothing back before it is there.
    private static DateOnly EndOf(Obligation row, ExecutionScope scope) => row.Date > scope.Today ? row.Date : scope.Today;

    // One's own request until it is approved; everything else is the approvers'.
    private async ValueTask RequireMayCancelAsync(Obligation row, CancellationToken cancellationToken)
    {
        if (row.Status != ObligationStatus.Requested || row.CreatedBy != Current.MemberId)
        {
            await Current.RequireAsync(Role.Approver, cancellationToken);
        }
    }
}
