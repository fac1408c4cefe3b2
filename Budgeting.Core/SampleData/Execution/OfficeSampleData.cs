using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SampleData;

/// <summary>
/// Fills an organization with an office's budgets: last year's, which is closed, this year's, of which some is spent, and next year's, which
/// is a draft. Two people do that, as their duties are separate.
/// </summary>
public sealed class OfficeSampleData(
    CurrentMember current,
    ProgramsService programs,
    ProposalsService proposals,
    ProgramBudgetsService budgets,
    LineItemsService lines,
    JustificationsService justifications,
    AllotmentsService allotments,
    AdjustmentsService adjustments,
    ObligationsService obligations,
    DisbursementsService disbursements,
    WorkItemsService workItems,
    YearClosingService closing,
    TimeProvider time)
{
    private const int MonthsBetween = 2;

    private SampleOffice _office = null!;
    private Guid _requester;
    private Guid _approver;
    private Guid _organization;

    /// <summary>Adds what isn't there yet: a second time adds nothing.</summary>
    /// <param name="requester">A member who prepares and requests.</param>
    /// <param name="approver">An admin who approves and pays.</param>
    /// <param name="cancellationToken">Ends it behind the record that is being written.</param>
    /// <returns>How many years were added.</returns>
    public async Task<int> FillAsync(Guid requester, Guid approver, CancellationToken cancellationToken)
    {
        (_office, _requester, _approver, _organization) = (new SampleOffice(await current.CurrencyAsync(cancellationToken)), requester, approver, current.OrganizationId);
        if ((await programs.ListAsync(cancellationToken)).Count > 0)
        {
            return 0;
        }

        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        As(_approver);
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var program in SampleOffice.Programs)
        {
            ids[program.Code] = (await programs.AddAsync(new ProgramInput { Code = program.Code, Name = program.Name, Description = program.Description }, cancellationToken)).Id;
        }

        var last = await YearAsync(ids, today.Year - 1, today, cancellationToken);
        As(_approver);
        await closing.CloseAsync(last, "The year is over", version: null, cancellationToken);
        var now = await YearAsync(ids, today.Year, today, cancellationToken);
        await MoveAsync(now, cancellationToken);
        await DraftAsync(ids, today.Year + 1, cancellationToken);
        current.ActAsSystem(_organization);
        return 3;
    }

    private async Task<Guid> YearAsync(IReadOnlyDictionary<string, Guid> ids, int year, DateOnly today, CancellationToken cancellationToken)
    {
        var (proposal, prepared) = await DraftAsync(ids, year, cancellationToken);
        await proposals.SubmitAsync(proposal, version: null, cancellationToken);
        As(_approver);

        // A little less than requested, but for the first.
        var approved = prepared.Select((b, i) => new ApprovalInput(b.Id, i == 0 ? b.RequestedAmount : b.RequestedAmount - _office.Of(1_000m * i))).ToList();
        await proposals.ApproveAsync(proposal, new ApprovalsInput { Approvals = approved, ApprovedOn = new DateOnly(year - 1, 12, 10) }, version: null, cancellationToken);
        foreach (var (budget, program) in prepared.Zip(SampleOffice.Programs))
        {
            await SpendAsync(await allotments.PlanEvenlyAsync(budget.Id, cancellationToken), program, year, today, cancellationToken);
        }

        return proposal;
    }

    private async Task<(Guid Proposal, IReadOnlyList<ProgramBudgetDto> Budgets)> DraftAsync(IReadOnlyDictionary<string, Guid> ids, int year, CancellationToken cancellationToken)
    {
        As(_requester);
        var proposal = await proposals.AddAsync(new ProposalInput { FiscalYear = year, Title = $"Budget {year}" }, cancellationToken);
        var prepared = new List<ProgramBudgetDto>();
        foreach (var program in SampleOffice.Programs)
        {
            var input = new ProgramBudgetInput { ProgramId = ids[program.Code], RequestedAmount = _office.Of(program.Requested), FundSource = "General fund" };
            prepared.Add(await budgets.AddAsync(proposal.Id, input, cancellationToken));
            foreach (var line in _office.LinesOf(program))
            {
                await lines.AddAsync(prepared[^1].Id, line, cancellationToken);
            }

            await justifications.AddAsync(prepared[^1].Id, new JustificationInput { Kind = JustificationKind.Need, Text = $"{program.Description} Prices rose by three per cent." }, cancellationToken);
        }

        return (proposal.Id, prepared);
    }

    // Quarter after quarter as far as it has come; what is bought is paid, but for the last.
    private async Task SpendAsync(IReadOnlyList<AllotmentDto> quarters, SampleProgram program, int year, DateOnly today, CancellationToken cancellationToken)
    {
        foreach (var quarter in quarters)
        {
            var begin = new DateOnly(year, (quarter.Quarter * 3) - 2, 1);
            if (begin > today)
            {
                return;
            }

            As(_approver);
            var released = await allotments.ReleaseAsync(quarter.Id, begin, version: null, cancellationToken);
            foreach (var (purchase, i) in program.Purchases.Select((p, i) => (p, i)))
            {
                var day = begin.AddDays(7 + (i * 19));
                if (day <= today)
                {
                    await BuyAsync(released, purchase, day, today, cancellationToken);
                }
            }
        }
    }

    private async Task BuyAsync(AllotmentDto allotment, SamplePurchase purchase, DateOnly day, DateOnly today, CancellationToken cancellationToken)
    {
        As(_requester);
        var amount = _office.Of(purchase.Amount);
        var input = new ObligationInput
        {
            Kind = purchase.Kind, Category = purchase.Category, ObjectCode = "50" + (((int)purchase.Category * 10) + 10), Payee = purchase.Payee, Description = purchase.Description,
            Amount = amount, Date = day,
        };
        var obligation = await obligations.AddAsync(allotment.Id, input, cancellationToken);

        // What was requested last still waits, and so does what can't be paid yet.
        var (isFresh, paidOn) = (day > today.AddDays(-14), day.AddDays(30));
        if (isFresh)
        {
            return;
        }

        var accepted = day.AddDays(10);
        await workItems.AddAsync(obligation.Id, new WorkItemInput { Description = purchase.Description, UnitCost = amount, AcceptedOn = accepted > today ? null : accepted }, cancellationToken);
        As(_approver);
        await obligations.ApproveAsync(obligation.Id, version: null, cancellationToken);
        if (paidOn <= today.AddMonths(-MonthsBetween) || (paidOn <= today && purchase.Kind == ObligationKind.Payroll))
        {
            await disbursements.AddAsync(obligation.Id, new DisbursementInput { Amount = amount, Date = paidOn, Reference = $"T-{paidOn:MMdd}" }, cancellationToken);
        }
    }

    // A supplement for the roads, and what the parks give to the library.
    private async Task MoveAsync(Guid proposal, CancellationToken cancellationToken)
    {
        As(_approver);
        var all = (await budgets.ListAsync(proposal, Kernel.PageRequest.First, cancellationToken)).Items;
        var supplement = new AdjustmentInput { Amount = _office.Of(6_500m), Reason = "Frost damage of the last winter", AuthorityNo = "Council 14/3" };
        await adjustments.AdjustAsync(all[3].Id, supplement, version: null, cancellationToken);
        await adjustments.AdjustAsync(all[2].Id, new AdjustmentInput { Amount = _office.Of(1_500m), Reason = "Donation for the playground" }, version: null, cancellationToken);
        await adjustments.ReallocateAsync(
            proposal, new ReallocationInput("A second reading week", [new ReallocationMoveInput(all[2].Id, all[1].Id, _office.Of(1_200m))]), cancellationToken);
    }

    private void As(Guid member) => current.SignIn(_organization, member);
}
