using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>Who owns what since when: written with its property, and put back row by row.</summary>
internal sealed class OwnershipRows(PeriodContext period) : IUndoableRecords
{
    private const int MostDeleted = 1000;

    private readonly RowRepository<Ownership> _rows = new(period.Work);

    public string Entity => AuditNames.Of<Ownership>();

    /// <summary>Makes a property an owner's from a day on, whatever was said of later days; before, it stays whose it was.</summary>
    /// <returns>Whether that changed anything.</returns>
    public async Task<bool> WriteAsync(Guid propertyId, Guid ownerId, DateOnly from, CancellationToken cancellationToken)
    {
        var owned = await period.Repository.OwnershipsAsync(propertyId, cancellationToken);
        var later = owned.Where(o => o.Since > from).ToList();
        later.ForEach(_rows.Remove);
        return SetLast([.. owned.Except(later)], propertyId, ownerId, from) || later.Count > 0;
    }

    public Task LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => _rows.LoadAsync(ids, cancellationToken);

    public List<string> Remarks { get; } = [];

    public Task<IReadOnlyList<RowVersion>> SeenAsync(IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken) => Task.FromResult(newestFirst);

    /// <exception cref="InvalidException">The owner isn't there any more.</exception>
    public async Task UndoAsync(WrittenRow row, IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken)
    {
        var newest = newestFirst.FirstOrDefault() ?? throw new NotFoundException("property");
        newest.RequireNumber(row.Version, "property");
        await period.Current.RequireAsync(Role.Admin, cancellationToken);
        if (newest.Before is { } before)
        {
            await RestoreAsync(row.Id, newest, before, cancellationToken);
            return;
        }

        _rows.Remove(await _rows.FindAsync(row.Id, cancellationToken) ?? throw new NotFoundException("property"));
    }

    /// <summary>Brings back who owned a property until it was deleted.</summary>
    /// <param name="deletion">The property's.</param>
    public async Task RestoreAllAsync(Guid propertyId, RowVersion deletion, CancellationToken cancellationToken)
    {
        var deleted = await new AuditRepository(period.Work).DeletedAsync(Entity, SharedCostsTopics.Owners, deletedBy: null, MostDeleted, cancellationToken);
        foreach (var (id, newest) in deleted.Where(d => d.Deletion.WriteId == deletion.WriteId && d.Deletion.Before!.Get<Guid>("propertyId") == propertyId))
        {
            await RestoreAsync(id, newest, newest.Before!, cancellationToken);
        }
    }

    private async Task RestoreAsync(Guid id, RowVersion newest, RowState before, CancellationToken cancellationToken)
    {
        // With its property, it may be back already.
        var there = await _rows.FindAsync(id, cancellationToken);
        if (there is null && newest.State is not null)
        {
            throw new NotFoundException("property");
        }

        var (ownerId, since) = (before.Get<Guid>("ownerId"), before.Get<DateOnly>("since"));
        var check = new Check();
        check.That(await period.Repository.OwnerCardAsync(ownerId, cancellationToken) is not null, "ownerId", "There is no such owner any more.");
        check.ThrowIfAny();
        there ??= Add(id, before.Get<Guid>("propertyId"), ownerId, since, newest.Number);
        (there.OwnerId, there.Since) = (ownerId, since);
    }

    public Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool SetLast(IReadOnlyList<Ownership> owned, Guid propertyId, Guid ownerId, DateOnly from)
    {
        if (owned.Count == 0 || (owned[^1].OwnerId != ownerId && owned[^1].Since != from))
        {
            Add(Guid.CreateVersion7(period.Time.GetUtcNow()), propertyId, ownerId, from);
            return true;
        }

        // Theirs only from a later day on: the one before has it until then.
        var (last, known) = (owned[^1], (owned[^1].OwnerId, owned[^1].Since));
        (last.OwnerId, last.Since) = (ownerId, owned.Count > 1 ? from : last.Since);
        return known != (last.OwnerId, last.Since);
    }

    private Ownership Add(Guid id, Guid propertyId, Guid ownerId, DateOnly since, long version = 0)
    {
        var ownership = new Ownership { Id = id, OrganizationId = period.Work.OrganizationId, PropertyId = propertyId, OwnerId = ownerId, Since = since, Version = version };
        _rows.Add(ownership);
        return ownership;
    }
}
