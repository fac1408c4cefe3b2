using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>What is set aside in occasions, as far as it isn't kept from who acts.</summary>
internal sealed class SubBudgetRecords(UnitOfWork work, CurrentMember current, Currency currency, TimeProvider time)
    : Records<SubBudget, SubBudgetInput, SubBudgetDto>(work, current, time)
{
    private readonly GiftingRepository _repository = new(work);
    private Secrecy? _secrecy;

    public static Expression<Func<SubBudget, SubBudgetDto>> Projection { get; } =
        b => new SubBudgetDto(b.Id, b.OccasionId, b.EntityType, b.EntityId, b.Amount, b.Version);

    protected override string Noun => "sub-budget";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<SubBudget, SubBudgetDto>> Dto => Projection;

    public static async Task<SubBudgetRecords> OpenAsync(UnitOfWork work, CurrentMember current, TimeProvider time, CancellationToken cancellationToken) =>
        new(work, current, await current.CurrencyAsync(cancellationToken), time);

    public override SubBudget New(Guid id, Guid parentId) =>
        new() { Id = id, OrganizationId = Work.OrganizationId, OccasionId = parentId, EntityType = default, EntityId = default, Amount = 0 };

    /// <exception cref="NotFoundException">Whom it is for isn't there.</exception>
    /// <exception cref="StaleException">There is one already.</exception>
    public override async Task WriteAsync(SubBudget row, SubBudgetInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        check.That(Enum.IsDefined(input.EntityType), "entityType", "Choose what the sub-budget is for.");
        check.That(input.Amount is not null, "amount", "Enter an amount.");
        check.Amount(input.Amount, "amount", currency);
        check.ThrowIfAny();
        if (Rows.IsNew(row))
        {
            await RequireEntityAsync(input.EntityType, input.EntityId, cancellationToken);
            (row.EntityType, row.EntityId) = (input.EntityType, input.EntityId);
            if (await _repository.SubBudgetAsync(row.OccasionId, row.EntityType, row.EntityId, cancellationToken) is not null)
            {
                throw new StaleException(Noun, changedBy: null);
            }
        }

        if (await _repository.SubBudgetSumAsync(row.OccasionId, cancellationToken) - row.Amount + input.Amount > GiftRules.MaxSum)
        {
            throw new InvalidException("amount", "An occasion's sub-budgets can be at most 500,000,000,000 together.");
        }

        row.Amount = input.Amount!.Value;
    }

    /// <exception cref="ConflictException">It is for who acts, and kept from them: <c>sub-budget.surprise</c>.</exception>
    public override async Task RequireMayAsync(SubBudget row, CancellationToken cancellationToken)
    {
        if (await _repository.KeptForAsync(row.OccasionId, cancellationToken) == row.EntityId)
        {
            throw Kept();
        }
    }

    public static ConflictException Kept() =>
        new("sub-budget.surprise", "What is set aside for you is kept from you here: ask somebody else to set it.");

    /// <exception cref="NotFoundException">There is no such person; or it is somebody else's to set.</exception>
    public async Task RequireEntityAsync(BudgetedEntity type, Guid entityId, CancellationToken cancellationToken)
    {
        if (type == BudgetedEntity.Person && !await _repository.PersonExistsAsync(entityId, cancellationToken))
        {
            throw new NotFoundException("person");
        }

        if (type == BudgetedEntity.Member && entityId != Current.MemberId)
        {
            throw new NotFoundException("member");
        }
    }

    public override async Task<IReadOnlyList<RowVersion>> SeenAsync(IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken)
    {
        _secrecy ??= await _repository.SecrecyAsync(cancellationToken);
        var budget = newestFirst.Count == 0 ? null : newestFirst[0].State ?? newestFirst[0].Before;
        return budget is null || _secrecy.IsKept(budget) ? [] : newestFirst;
    }

    // What a member means to spend is theirs alone: nobody else's is there.
    protected override async Task<SubBudget?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await Rows.FindAsync(id, cancellationToken) is { } budget && (budget.EntityType == BudgetedEntity.Person || budget.EntityId == Current.MemberId)
            ? budget
            : null;

    // What others deleted must not push one's own off the list, nor tell by its length that there is any.
    protected override Guid? DeletedBy => Current.MemberId;

    protected override Guid ParentOf(SubBudget row) => row.OccasionId;

    protected override Guid ParentIn(RowState state) => state.Get<Guid>("occasionId");

    protected override Task RequireParentAsync(Guid parentId, CancellationToken cancellationToken) =>
        GiftRules.RequireOccasionAsync(_repository, parentId, cancellationToken);

    protected override Task<Page<SubBudgetDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken) =>
        Rows.PageAsync(b => b.OccasionId == parentId && (b.EntityType == BudgetedEntity.Person || b.EntityId == Current.MemberId), Projection, page, cancellationToken);
}
