using System.Linq.Expressions;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.Execution;

/// <summary>What is obligated from allotments. Members request; one is written while it waits for approval.</summary>
internal sealed class ObligationRecords(ExecutionScope scope) : ExecutionRecords<Obligation, ObligationInput, ObligationDto>(scope)
{
    private Allotment? _allotment;
    private ObligationGround? _ground;
    private Guid? _added;

    public static Expression<Func<Obligation, ObligationDto>> Projection { get; } = o => new ObligationDto(
        o.Id, o.AllotmentId, o.Kind, o.Category, o.ObjectCode, o.ReferenceNo, o.Payee, o.Description, o.Amount, o.Date, o.Status, o.FinalAmount, o.Used,
        o.EndedOn, o.Reason, o.CreatedBy, o.ApprovedBy, o.DutiesCombined, 0, 0, 0, o.Version);

    protected override string Noun => "obligation";

    protected override Role LeastRole => Role.Member;

    protected override string ParentField => "allotmentId";

    protected override Expression<Func<Obligation, ObligationDto>> Dto => Projection;

    public override Obligation New(Guid id, Guid parentId) => new()
    {
        Id = id, OrganizationId = Work.OrganizationId, ProposalId = _allotment!.ProposalId, AllotmentId = parentId, ReferenceNo = "", Payee = "", Description = "",
        CreatedBy = Current.MemberId,
    };

    /// <exception cref="ConflictException">
    /// It doesn't wait for approval any more, <c>obligation.not-requested</c>; somebody else requested it, <c>duties.separated</c>; the allotment isn't released, <c>allotment.not-released</c>;
    /// another one has its reference no., <c>obligation.exists</c>; or it is more than what is left, <c>obligation.exceeds-allotment</c>.
    /// </exception>
    public override async Task WriteAsync(Obligation row, ObligationInput input, CancellationToken cancellationToken)
    {
        ExecutionScope.Require(row.Status == ObligationStatus.Requested, "obligation.not-requested", "The obligation was approved or cancelled: it stays as it is.");
        var (requested, ground) = (Requested(row), await GroundAsync(row.AllotmentId, cancellationToken));
        var (allotment, year) = (ground.Allotment, ground.Proposal.Year);
        ExecutionScope.Require(allotment.Status == AllotmentStatus.Released, "allotment.not-released", "The allotment isn't released: nothing can be obligated from it.");
        var (check, date) = (new Check(), input.Date ?? year.NearestTo(Scope.Today, allotment.ReleasedOn));
        row.ObjectCode = check.Optional(input.ObjectCode, "objectCode", 20);
        row.Payee = check.Required(input.Payee, "payee", "who is paid", 100);
        row.Description = check.Required(input.Description, "description", "what it is for", 500);
        var reference = string.IsNullOrWhiteSpace(input.ReferenceNo) ? null : check.Required(input.ReferenceNo, "referenceNo", "a reference no.", 50);
        check.That(Enum.IsDefined(input.Kind), "kind", "Choose a kind.");
        check.That(Enum.IsDefined(input.Category), "category", "Choose a category.");
        check.That(allotment.Category is null || allotment.Category == input.Category, "category", $"The allotment is for {allotment.Category} only.");
        check.That(year.Has(date), "date", FormattableString.Invariant($"Choose a day of the fiscal year, from {year.Start:yyyy-MM-dd} to {year.End:yyyy-MM-dd}."));
        check.That(
            !(date < allotment.ReleasedOn), "date", FormattableString.Invariant($"The allotment was released on {allotment.ReleasedOn:yyyy-MM-dd}: choose that day or one after it."));
        var accepted = Rows.IsNew(row) ? null : await Repository.FirstAcceptedAsync(row.Id, cancellationToken);
        check.That(!(date > accepted), "date", FormattableString.Invariant($"Something was accepted on {accepted:yyyy-MM-dd}: choose that day or one before."));
        check.AmountAboveZero(input.Amount, "amount", Scope.Currency);
        check.ThrowIfAny();
        await NumberAsync(row, ground, reference, cancellationToken);
        SumRule.Obligations.Require(input.Amount!.Value - (Rows.IsNew(row) ? 0 : row.Amount), allotment.Amount - ground.Obligated, Scope.Currency);
        (row.Kind, row.Category, row.Amount, row.Date) = (input.Kind, input.Category, input.Amount.Value, date);

        // Who could change what another one requested could approve what they wrote themselves.
        ExecutionScope.Require(
            Rows.IsNew(row) || Requested(row) == requested || row.CreatedBy is null || row.CreatedBy == Current.MemberId || !Scope.Duties.AreSeparate, "duties.separated",
            "Somebody else requested this: ask them to change it, or cancel it.");
    }

    public override async Task RequireMayAsync(Obligation row, CancellationToken cancellationToken)
    {
        // A request is whoever's made it; those who approve may put it right.
        if (row.CreatedBy != Current.MemberId)
        {
            await Current.RequireAsync(Role.Approver, cancellationToken);
        }
    }

    /// <summary>Whoever brings one back isn't who requested it.</summary>
    protected override async Task<Obligation> AgainAsync(Guid id, RowVersion deletion, RowState state, CancellationToken cancellationToken)
    {
        var row = await base.AgainAsync(id, deletion, state, cancellationToken);
        row.CreatedBy = state.Get<Guid?>("createdBy");
        return row;
    }

    protected override Guid ParentOf(Obligation row) => row.AllotmentId;

    protected override Expression<Func<Obligation, bool>> Of(Guid parentId) => o => o.AllotmentId == parentId;

    protected override Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken) => AllotmentAsync(parentId, cancellationToken);

    protected override async Task RequireOpenAsync(Guid parentId, CancellationToken cancellationToken)
    {
        _ground = await Repository.GroundAsync(parentId, cancellationToken);
        _allotment = _ground.Allotment;
        ExecutionScope.RequireApproved(_ground.Proposal);
    }

    protected override Task AddedAsync(Obligation row, CancellationToken cancellationToken)
    {
        _added = row.Id;
        return base.AddedAsync(row, cancellationToken);
    }

    // Nothing was paid or delivered of what is new.
    protected override Task<IReadOnlyList<ObligationDto>> WithSumsAsync(IReadOnlyList<ObligationDto> records, CancellationToken cancellationToken) =>
        records is [var one] && one.Id == _added ? Task.FromResult(records) : Repository.WithSumsAsync(records, cancellationToken);

    /// <exception cref="ConflictException">It doesn't wait for approval any more: <c>obligation.not-requested</c>. Or it has work items: <c>obligation.in-use</c>.</exception>
    protected override async Task RemovingAsync(Obligation row, CancellationToken cancellationToken)
    {
        ExecutionScope.Require(
            row.Status == ObligationStatus.Requested, "obligation.not-requested",
            row.Status == ObligationStatus.Active ? "The obligation was approved: cancel it rather than delete it." : "The obligation is over, and stays so that it can be seen.");
        ExecutionScope.Require(!await Repository.HasWorkItemsAsync(row.Id, cancellationToken), "obligation.in-use", "The obligation has work items. Delete them first.");
    }

    private static (ObligationKind, BudgetCategory, string?, string, string, string, decimal, DateOnly) Requested(Obligation row) =>
        (row.Kind, row.Category, row.ObjectCode, row.ReferenceNo, row.Payee, row.Description, row.Amount, row.Date);

    private async Task NumberAsync(Obligation row, ObligationGround ground, string? reference, CancellationToken cancellationToken)
    {
        var year = ground.Proposal.Year;
        if (reference is null && row.SeriesNo is not null)
        {
            return;
        }

        row.SeriesNo = reference is null ? await Repository.NextSeriesNoAsync(row.ProposalId, ground.LastNumber, ground.Numbers, cancellationToken) : ReferenceSeries.NumberIn(reference, year);
        row.ReferenceNo = reference ?? ReferenceSeries.ReferenceOf(row.SeriesNo!.Value, year);
        if (await Repository.IsReferenceTakenAsync(row.ReferenceNo, row.Id, cancellationToken))
        {
            throw new ConflictException("obligation.exists", $"There is an obligation {row.ReferenceNo} already.") { Field = "referenceNo" };
        }
    }

    // What was read when it was asked whether this can be written at all; once, since the write changes it.
    private async Task<ObligationGround> GroundAsync(Guid allotmentId, CancellationToken cancellationToken)
    {
        var ground = _ground?.Allotment.Id == allotmentId ? _ground : await Repository.GroundAsync(allotmentId, cancellationToken);
        _ground = null;
        return ground;
    }

    private async Task<Allotment> AllotmentAsync(Guid id, CancellationToken cancellationToken) =>
        _allotment = _allotment?.Id == id ? _allotment : await Repository.FindAsync<Allotment>(id, cancellationToken) ?? throw new NotFoundException("allotment");
}
