using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.SharedCosts;

/// <summary>Every query of SharedCosts. Here: owners, properties and payment types.</summary>
internal sealed partial class SharedCostsRepository(UnitOfWork work)
{
    private static readonly Func<BudgetingDbContext, Guid, CancellationToken, Task<OwnerCard?>> CardQuery =
        EF.CompileAsyncQuery((BudgetingDbContext db, Guid id, CancellationToken _) =>
            db.Set<Owner>().Where(o => o.Id == id).Select(o => new OwnerCard(o.Id, o.Name, o.MemberId, o.Active)).SingleOrDefault());

    private static readonly Func<BudgetingDbContext, IAsyncEnumerable<PaymentType>> TypesQuery =
        EF.CompileAsyncQuery((BudgetingDbContext db) => db.Set<PaymentType>().OrderBy(t => t.Id).AsQueryable());

    private BudgetingDbContext Db => work.Db;

    public void Add(object row) => Db.Add(row);

    public void Remove(object row) => Db.Remove(row);

    /// <summary>Adds what is imported, at once.</summary>
    public Task AddAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, IAudited => Db.InsertAsync(rows, cancellationToken);

    /// <inheritdoc cref="UnitOfWork.SaveAsync"/>
    public Task SaveAsync(CancellationToken cancellationToken) => work.SaveAsync(cancellationToken);

    /// <summary>What records need to know of an owner.</summary>
    public Task<OwnerCard?> OwnerCardAsync(Guid id, CancellationToken cancellationToken) => CardQuery(Db, id, cancellationToken);

    public async Task<IReadOnlyList<OwnerCard>> OwnerCardsAsync(CancellationToken cancellationToken) =>
        ByName(await Db.Owners.OrderBy(o => o.Id).Select(o => new OwnerCard(o.Id, o.Name, o.MemberId, o.Active)).ToListAsync(cancellationToken), o => o.Name);

    public async Task<IReadOnlyList<OwnerDto>> OwnersAsync(CancellationToken cancellationToken) =>
        ByName(await Db.Owners.OrderBy(o => o.Id).Select(OwnerRecords.Projection).ToListAsync(cancellationToken), o => o.Name!);

    public async Task<bool> IsOwnerInUseAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Ownerships.AnyAsync(o => o.OwnerId == id, cancellationToken) ||
        await Db.PeriodShares.AnyAsync(s => s.OwnerId == id, cancellationToken) ||
        await Db.Contributions.AnyAsync(c => c.OwnerId == id, cancellationToken) ||
        await Db.Expenses.AnyAsync(e => e.PaidByOwnerId == id, cancellationToken) ||
        await Db.Charges.AnyAsync(c => c.OwnerId == id, cancellationToken) ||
        await Db.OpeningBalances.AnyAsync(b => b.OwnerId == id, cancellationToken) ||
        await Db.ClosingBalances.AnyAsync(b => b.OwnerId == id, cancellationToken) ||
        await Db.Statements.AnyAsync(s => s.OwnerId == id, cancellationToken);

    public Task<bool> MemberExistsAsync(Guid memberId, CancellationToken cancellationToken) =>
        Db.Members.AnyAsync(m => m.Id == memberId, cancellationToken);

    public Task<Property?> PropertyAsync(Guid id, CancellationToken cancellationToken) =>
        Db.Properties.SingleOrDefaultAsync(p => p.Id == id, cancellationToken);

    public async Task<bool> IsPropertyInUseAsync(Guid id, CancellationToken cancellationToken) =>
        await Db.Readings.AnyAsync(r => r.PropertyId == id, cancellationToken) ||
        await Db.PeriodShares.AnyAsync(s => s.PropertyId == id && Db.Set<Period>().Any(p => p.Id == s.PeriodId && p.Frozen), cancellationToken) ||
        await Db.AllocationLines.AnyAsync(l => l.PropertyId == id, cancellationToken);

    /// <summary>Saves it as a new version, though nothing of its own changed.</summary>
    public void MarkChanged(Property property)
    {
        if (Db.Entry(property) is { State: EntityState.Unchanged } entry)
        {
            entry.Property(p => p.Name).IsModified = true;
        }
    }

    /// <summary>Who owned a property, the first one first.</summary>
    public async Task<IReadOnlyList<Ownership>> OwnershipsAsync(Guid propertyId, CancellationToken cancellationToken) =>
        await Db.Ownerships.Where(o => o.PropertyId == propertyId).OrderBy(o => o.Since).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<PropertyDto>> PropertiesAsync(CancellationToken cancellationToken)
    {
        var properties = await Db.Properties.AsNoTracking().OrderBy(p => p.Id).ToListAsync(cancellationToken);
        return await WithOwnersAsync(ByName(properties, p => p.Name), cancellationToken);
    }

    public async Task<Page<PropertyDto>> PropertiesAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var properties = await Db.Properties.AsNoTracking()
            .After(page)
            .Take(page.Limit + 1)
            .ToListAsync(cancellationToken);
        return page.ToPage(await WithOwnersAsync(properties, cancellationToken), p => p.Id);
    }

    public async Task<IReadOnlyList<Property>> AllPropertiesAsync(CancellationToken cancellationToken) => await Db.Properties.ToListAsync(cancellationToken);

    public async Task<ILookup<Guid, Ownership>> AllOwnershipsAsync(CancellationToken cancellationToken) =>
        (await Db.Ownerships.OrderBy(o => o.Since).ToListAsync(cancellationToken)).ToLookup(o => o.PropertyId);

    public async Task<IReadOnlyList<PaymentType>> PaymentTypesAsync(CancellationToken cancellationToken) =>
        ByName(await TypesQuery(Db).ToListAsync(cancellationToken), t => t.Name);

    // As their reader looks for them: the engine puts every capital letter first.
    private static IReadOnlyList<T> ByName<T>(IEnumerable<T> rows, Func<T, string> name) =>
        rows.OrderBy(name, StringComparer.CurrentCultureIgnoreCase).ToList();

    private async Task<IReadOnlyList<PropertyDto>> WithOwnersAsync(IReadOnlyList<Property> properties, CancellationToken cancellationToken)
    {
        var owners = (await Db.Ownerships.AsNoTracking().OrderBy(o => o.Since).ToListAsync(cancellationToken)).ToLookup(o => o.PropertyId);
        return properties.Select(p => PropertyRecords.DtoOf(p, [.. owners[p.Id]])).ToList();
    }
}

/// <summary>What records need to know of an owner.</summary>
internal sealed record OwnerCard(Guid Id, string Name, Guid? MemberId, bool Active);
