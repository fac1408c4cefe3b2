using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Gifting;

/// <summary>Occasions. Everybody may know all of their past.</summary>
internal sealed class OccasionRecords(UnitOfWork work, CurrentMember current, Currency currency, TimeProvider time)
    : OrganizationRecords<Occasion, OccasionInput, OccasionDto>(work, current, time)
{
    private const string LinksAreGone = "Its guest links aren't back: make new ones.";
    private const string SomebodyIsGone = "What was set aside for or wished by somebody who isn't on the list of people any more isn't back.";

    private readonly GiftingRepository _repository = new(work);

    public static Expression<Func<Occasion, OccasionDto>> Projection { get; } =
        o => new OccasionDto(
            o.Id, o.Name, o.Date, o.Kind, o.RecursYearly, o.BudgetTotal, o.NearThresholdPercent, o.IdeasCountAsPlanned,
            o.Surprises, o.RevealOn, o.PreviousId, o.Archived, o.Version);

    protected override string Noun => "occasion";

    protected override Role LeastRole => Role.Member;

    protected override Expression<Func<Occasion, OccasionDto>> Dto => Projection;

    public override Occasion New(Guid id, Guid parentId) => new() { Id = id, OrganizationId = parentId, Name = "", Date = default };

    /// <exception cref="InvalidException">
    /// Something in the input is wrong. Or it would show too soon what may be kept from who acts, whether anything is or not: see
    /// <see cref="RevealRules"/>.
    /// </exception>
    public override async Task WriteAsync(Occasion row, OccasionInput input, CancellationToken cancellationToken)
    {
        if (!Rows.IsNew(row) && await _repository.KeptForAsync(row.Id, cancellationToken) is not null)
        {
            RevealRules.RequireNotice(row.KeptUntil, input, Today);
        }

        var check = new Check();
        row.Name = check.Required(input.Name, "name", "a name", 100);
        row.Kind = check.Optional(input.Kind, "kind", 40);
        check.That(input.Date is not null, "date", "Enter a date.");
        check.That(input.NearThresholdPercent is >= 1 and <= 100, "nearThresholdPercent", "Enter 1 to 100 percent.");
        check.Amount(input.BudgetTotal, "budgetTotal", currency);
        check.ThrowIfAny();
        (row.Date, row.RecursYearly, row.BudgetTotal, row.NearThresholdPercent) = (input.Date!.Value, input.RecursYearly, input.BudgetTotal, input.NearThresholdPercent);
        (row.IdeasCountAsPlanned, row.Surprises, row.RevealOn, row.Archived) = (input.IdeasCountAsPlanned, input.Surprises, input.RevealOn, input.Archived);
    }

    /// <summary>Sets the budget, or takes it away with <c>null</c>.</summary>
    public async Task<Func<OccasionDto>> SetBudgetAsync(Guid id, decimal? amount, long? version, CancellationToken cancellationToken)
    {
        var occasion = await RequireEditableAsync(id, version, cancellationToken);
        var check = new Check();
        check.Amount(amount, "amount", currency);
        check.ThrowIfAny();
        occasion.BudgetTotal = amount;
        return () => DtoOf(occasion);
    }

    /// <summary>
    /// Begins next year's: the same occasion a year on, or as many years as it takes to come, with all that was set aside and without
    /// its gifts.
    /// </summary>
    /// <exception cref="ConflictException">It was begun already: <c>occasion.continued</c>.</exception>
    public async Task<Func<OccasionDto>> StartNextAsync(Guid id, NextOccasionInput input, CancellationToken cancellationToken)
    {
        var last = await RequireAsync(id, cancellationToken);
        if ((await _repository.NextOfAsync(id, cancellationToken)).FirstOrDefault() is { } begun)
        {
            throw new ConflictException("occasion.continued", $"Next year's is there already: {begun.Name}, {begun.Date:yyyy-MM-dd}.");
        }

        var next = NextYear.Of(last, input, NewId(), Today);
        Rows.Add(next);
        // What is set aside for who starts it isn't: the new one's surprises could be switched off by them before anybody looks.
        foreach (var budget in await _repository.SubBudgetsAsync(id, cancellationToken))
        {
            _repository.Add(NextYear.Of(budget, next, NewId()));
        }

        return () => DtoOf(next);
    }

    /// <summary>Refuses to delete one that has gifts.</summary>
    /// <exception cref="NotFoundException">No such occasion here.</exception>
    /// <exception cref="ConflictException">
    /// It has gifts: <c>occasion.not-empty</c>. Or it may have some that are kept from who acts, whether there are any or not:
    /// <c>occasion.surprises</c>.
    /// </exception>
    public async Task RequireEmptyAsync(Guid id, CancellationToken cancellationToken)
    {
        _ = await RequireAsync(id, cancellationToken);
        if (await _repository.KeptForAsync(id, cancellationToken) is not null)
        {
            throw new ConflictException(
                "occasion.surprises", "There may be surprises for you in this occasion: archive it instead, or ask somebody else to delete it.");
        }

        if (await _repository.HasGiftsAsync(id, cancellationToken))
        {
            throw new ConflictException("occasion.not-empty", "This occasion has gifts. Archive it instead, or delete its gifts first.");
        }
    }

    protected override async Task RemovingAsync(Occasion row, CancellationToken cancellationToken)
    {
        await RequireEmptyAsync(row.Id, cancellationToken);
        foreach (var part in await _repository.PartsOfAsync(row.Id, cancellationToken))
        {
            _repository.Remove(part);
        }

        foreach (var next in await _repository.NextOfAsync(row.Id, cancellationToken))
        {
            next.PreviousId = null;
        }
    }

    // With what went with it, but for its links, whose secrets nobody kept.
    protected override async Task<Occasion> AgainAsync(Guid id, RowVersion deletion, RowState state, CancellationToken cancellationToken)
    {
        await RequireNoticeAsync(deletion.Before!, state.As<OccasionInput>(), cancellationToken);
        var occasion = await base.AgainAsync(id, deletion, state, cancellationToken);
        await LinkNextAsync(id, deletion, cancellationToken);
        var previous = state.Get<Guid?>("previousId");
        occasion.PreviousId = previous is { } known && await FindAsync(known, cancellationToken) is not null ? known : null;
        foreach (var (budgetId, budget) in await PartsAsync<SubBudget>(deletion, id, cancellationToken))
        {
            var (type, entity) = (budget.Before!.Get<BudgetedEntity>("entityType"), budget.Before.Get<Guid>("entityId"));
            if (type == BudgetedEntity.Member || await _repository.PersonExistsAsync(entity, cancellationToken))
            {
                _repository.Add(new SubBudget
                {
                    Id = budgetId, OrganizationId = Work.OrganizationId, OccasionId = id, EntityType = type, EntityId = entity,
                    Amount = budget.Before.Get<decimal>("amount"), Version = budget.Number,
                });
            }
            else
            {
                Remarks.Add(SomebodyIsGone);
            }
        }

        foreach (var (wishId, wish) in await PartsAsync<Wish>(deletion, id, cancellationToken))
        {
            var person = wish.Before!.Get<Guid>("personId");
            if (await _repository.PersonExistsAsync(person, cancellationToken))
            {
                var row = new Wish { Id = wishId, OrganizationId = Work.OrganizationId, OccasionId = id, PersonId = person, Name = "", Version = wish.Number };
                WishRecords.Write(row, wish.Before.As<WishInput>());
                _repository.Add(row);
            }
            else
            {
                Remarks.Add(SomebodyIsGone);
            }
        }

        if ((await PartsAsync<GuestLink>(deletion, id, cancellationToken)).Any())
        {
            Remarks.Add(LinksAreGone);
        }

        return occasion;
    }

    private async Task<IEnumerable<(Guid Id, RowVersion Deletion)>> PartsAsync<TPart>(RowVersion deletion, Guid id, CancellationToken cancellationToken)
        where TPart : IAudited =>
        (await new AuditRepository(Work).DeletedAsync(typeof(TPart).Name, GiftingTopics.Occasion(id), deletedBy: null, take: int.MaxValue, cancellationToken))
        .Where(d => d.Deletion.WriteId == deletion.WriteId);

    // One that was deleted kept what it kept until then: it can't come back as one that shows it.
    private async Task RequireNoticeAsync(RowState last, OccasionInput input, CancellationToken cancellationToken)
    {
        var keptUntil = last.Get<bool>("surprises") ? last.Get<DateOnly?>("revealOn") ?? DateOnly.MaxValue : DateOnly.MinValue;
        if (keptUntil > Today && await _repository.OwnPersonAsync(cancellationToken) is not null)
        {
            RevealRules.RequireNotice(keptUntil, input, Today);
        }
    }

    // Next year's, which lost it with the deletion.
    private async Task LinkNextAsync(Guid id, RowVersion deletion, CancellationToken cancellationToken)
    {
        var write = deletion.MemberId is { } member ? await new AuditRepository(Work).WriteAsync(deletion.WriteId, member, cancellationToken) : [];
        foreach (var row in write.Where(r => r.Is<Occasion>() && r.Id != id))
        {
            if (await FindAsync(row.Id, cancellationToken) is { PreviousId: null } next)
            {
                next.PreviousId = id;
            }
        }
    }

    private DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    private Guid NewId() => Guid.CreateVersion7(Time.GetUtcNow());
}
