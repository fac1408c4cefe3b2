using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What costs are shared by. An edit counts in every period that was never closed; those that were keep what they were closed with.
/// </summary>
public sealed class PropertiesService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    private const decimal MaxWeight = 1_000_000;

    /// <summary>All, by name.</summary>
    public async Task<IReadOnlyList<PropertyDto>> ListAsync(CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return await new SharedCostsRepository(work).PropertiesAsync(cancellationToken);
    }

    /// <summary>In the order in which they were added.</summary>
    public async Task<Page<PropertyDto>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        return await new SharedCostsRepository(work).PropertiesAsync(page, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such property here.</exception>
    public async Task<PropertyDto> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        return DtoOf(await RequireAsync(repository, id, cancellationToken), await repository.OwnershipsAsync(id, cancellationToken));
    }

    /// <summary>What happened to it, newest first.</summary>
    /// <exception cref="NotFoundException">No such property here, or it was deleted.</exception>
    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        var repository = new SharedCostsRepository(work);
        _ = await RequireAsync(repository, id, cancellationToken);
        return await repository.HistoryAsync<Property>(id, cancellationToken);
    }

    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public async Task<PropertyDto> AddAsync(PropertyInput input, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var property = new Property { Id = NewId(), OrganizationId = current.OrganizationId, Name = "" };
        await ApplyAsync(repository, property, input, cancellationToken);
        repository.Add(property);
        return await SaveAsync(work, repository, property, OwnedFrom(repository, property.Id, [], input), cancellationToken);
    }

    /// <param name="id">Which.</param>
    /// <param name="input">Everything that can be written; what is left out takes its default.</param>
    /// <param name="version">The version the edit was made on; <c>null</c>: any.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <exception cref="NotFoundException">No such property here.</exception>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task<PropertyDto> UpdateAsync(Guid id, PropertyInput input, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var property = await RequireAsync(repository, id, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(property, version, "property", cancellationToken);
        await ApplyAsync(repository, property, input, cancellationToken);
        var before = await repository.OwnershipsAsync(id, cancellationToken);
        var known = before.Select(o => (o.OwnerId, o.Since)).ToList();
        var owned = OwnedFrom(repository, id, before, input);
        if (!owned.Select(o => (o.OwnerId, o.Since)).SequenceEqual(known))
        {
            // Who owns it is part of what was edited: another edit of it as it was is stale.
            repository.MarkChanged(property);
        }

        return await SaveAsync(work, repository, property, owned, cancellationToken);
    }

    /// <exception cref="NotFoundException">No such property here.</exception>
    /// <exception cref="ConflictException">It takes part in something: <c>property.in-use</c>.</exception>
    /// <exception cref="StaleException">Changed meanwhile.</exception>
    public async Task DeleteAsync(Guid id, long? version, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(Role.Admin, cancellationToken);
        var repository = new SharedCostsRepository(work);
        var property = await RequireAsync(repository, id, cancellationToken);
        await new AuditRepository(work).RequireVersionAsync(property, version, "property", cancellationToken);
        await RequireUnusedAsync(repository, property, cancellationToken);
        foreach (var ownership in await repository.OwnershipsAsync(id, cancellationToken))
        {
            repository.Remove(ownership);
        }

        await new PeriodBasis(repository, await current.CurrencyAsync(cancellationToken), time).ForgetAsync(id, cancellationToken);
        repository.Remove(property);
        work.Touch(SharedCostsTopics.Periods);
        await work.CommitAsync(cancellationToken);
    }

    internal static async Task RequireUnusedAsync(SharedCostsRepository repository, Property property, CancellationToken cancellationToken)
    {
        if (await repository.IsPropertyInUseAsync(property.Id, cancellationToken))
        {
            throw new ConflictException("property.in-use", $"Costs are shared with {property.Name}. Make it inactive instead.");
        }
    }

    internal static PropertyDto DtoOf(Property p, IReadOnlyList<Ownership> owned) => new(
        p.Id, p.Name, owned[^1].OwnerId, p.ShareWeight, p.Active, DateOf(owned[^1]),
        owned.Select(o => new OwnershipDto(o.OwnerId, DateOf(o))).ToList(), p.Version);

    private async Task<PropertyDto> SaveAsync(
        UnitOfWork work, SharedCostsRepository repository, Property property, IReadOnlyList<Ownership> owned, CancellationToken cancellationToken)
    {
        await repository.SaveAsync(cancellationToken);
        await new PeriodBasis(repository, await current.CurrencyAsync(cancellationToken), time).FollowPropertiesAsync(cancellationToken);
        work.Touch(SharedCostsTopics.Periods);
        return await work.CommitAsync(() => DtoOf(property, owned), cancellationToken);
    }

    // From the day on it is the new owner's, whatever was said of later days; before, it stays whose it was.
    private IReadOnlyList<Ownership> OwnedFrom(SharedCostsRepository repository, Guid propertyId, IReadOnlyList<Ownership> owned, PropertyInput input)
    {
        var from = input.From ?? DateOnly.MinValue;
        var ownerId = input.OwnerId!.Value;
        foreach (var later in owned.Where(o => o.Since > from))
        {
            repository.Remove(later);
        }

        var kept = owned.Where(o => o.Since <= from).ToList();
        if (kept.Count > 0 && kept[^1].Since == from)
        {
            kept[^1].OwnerId = ownerId;
        }
        else if (kept.Count > 1 && kept[^1].OwnerId == ownerId)
        {
            // Theirs only from a later day on: the one before has it until then.
            kept[^1].Since = from;
        }
        else if (kept.Count == 0 || kept[^1].OwnerId != ownerId)
        {
            kept.Add(new Ownership { Id = NewId(), OrganizationId = current.OrganizationId, PropertyId = propertyId, OwnerId = ownerId, Since = from });
            repository.Add(kept[^1]);
        }

        return kept;
    }

    private static async Task ApplyAsync(SharedCostsRepository repository, Property property, PropertyInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        property.Name = check.Required(input.Name, "name", "a name or number", 100);
        check.That(input.ShareWeight >= 0, "shareWeight", "Enter a share of 0 or more.");
        check.That(input.ShareWeight <= MaxWeight, "shareWeight", "Enter a share of at most 1,000,000.");
        check.That(decimal.Round(input.ShareWeight, Amounts.Decimals) == input.ShareWeight, "shareWeight", "Use at most six decimals.");
        check.That(input.OwnerId is not null, "ownerId", "Choose an owner.");
        check.That(
            input.OwnerId is null || await repository.OwnerCardAsync(input.OwnerId.Value, cancellationToken) is not null, "ownerId", "There is no such owner.");
        check.ThrowIfAny();
        property.ShareWeight = input.ShareWeight;
        property.Active = input.Active;
    }

    private static async Task<Property> RequireAsync(SharedCostsRepository repository, Guid id, CancellationToken cancellationToken) =>
        await repository.PropertyAsync(id, cancellationToken) ?? throw new NotFoundException("property");

    private static DateOnly? DateOf(Ownership o) => o.Since == DateOnly.MinValue ? null : o.Since;

    private Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
