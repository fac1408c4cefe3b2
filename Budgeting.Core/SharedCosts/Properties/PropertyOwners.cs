using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>Who owns properties since when, each written along with its property.</summary>
internal sealed class PropertyOwners(PeriodContext period)
{
    private readonly RowRepository<Ownership> _rows = new(period.Work);

    /// <summary>The first one first.</summary>
    public Task<IReadOnlyList<Ownership>> OfAsync(Property property, CancellationToken cancellationToken) =>
        period.Repository.OwnershipsAsync(property.Id, cancellationToken);

    /// <summary>Makes a property an owner's from a day on, whatever was said of later days; before, it stays whose it was.</summary>
    /// <returns>Whether that changed anything.</returns>
    public async Task<bool> SetFromAsync(Property property, Guid ownerId, DateOnly from, CancellationToken cancellationToken)
    {
        var owners = (await OfAsync(property, cancellationToken)).Where(o => o.Since <= from).Select(o => (o.OwnerId, o.Since)).ToList();
        if (owners.Count > 0 && (owners[^1].Since == from || (owners.Count > 1 && owners[^1].OwnerId == ownerId)))
        {
            // Theirs only from a later day on: the one before has it until then.
            owners[^1] = (ownerId, from);
        }
        else if (owners.Count == 0 || owners[^1].OwnerId != ownerId)
        {
            owners.Add((ownerId, from));
        }

        return await SetAsync(property, owners, cancellationToken);
    }

    /// <summary>Makes a property whose it was in one of its versions.</summary>
    /// <exception cref="InvalidException">One of its owners isn't there any more.</exception>
    public async Task RestoreAsync(Property property, long version, CancellationToken cancellationToken)
    {
        var versions = await new AuditRepository(period.Work).VersionsAsync(nameof(Property), property.Id, cancellationToken);
        var states = (await VersionsAsync(property.Id, cancellationToken)).In(property.Id, versions.Single(v => v.Number == version));
        var owners = states.Select(o => (OwnerId: o.Get<Guid>("ownerId"), Since: o.Get<DateOnly>("since"))).OrderBy(o => o.Since).ToList();
        var check = new Check();
        foreach (var (ownerId, _) in owners)
        {
            check.That(await period.Repository.OwnerCardAsync(ownerId, cancellationToken) is not null, "ownerId", "There is no such owner any more.");
        }

        check.ThrowIfAny();
        await SetAsync(property, owners, cancellationToken);
    }

    /// <summary>Whose a property, or every one, was at any time.</summary>
    public Task<PartVersions> VersionsAsync(Guid? propertyId, CancellationToken cancellationToken) =>
        new AuditRepository(period.Work).PartsAsync<Ownership>("propertyId", propertyId, cancellationToken);

    /// <summary>Whose a property was in the end.</summary>
    public static Guid? LastOf(IEnumerable<RowState> owners) => owners.MaxBy(o => o.Get<DateOnly>("since"))?.Get<Guid>("ownerId");

    public Task RemoveAsync(Property property, CancellationToken cancellationToken) => SetAsync(property, [], cancellationToken);

    private async Task<bool> SetAsync(Property property, IReadOnlyList<(Guid OwnerId, DateOnly Since)> owners, CancellationToken cancellationToken)
    {
        var known = await OfAsync(property, cancellationToken);
        if (known.Select(k => (k.OwnerId, k.Since)).SequenceEqual(owners))
        {
            return false;
        }

        foreach (var gone in known.ExceptBy(owners.Select(o => o.Since), k => k.Since))
        {
            _rows.Remove(gone);
        }

        foreach (var (ownerId, since) in owners)
        {
            if (known.FirstOrDefault(k => k.Since == since) is { } kept)
            {
                kept.OwnerId = ownerId;
            }
            else
            {
                _rows.Add(New(property, ownerId, since));
            }
        }

        return true;
    }

    private Ownership New(Property property, Guid ownerId, DateOnly since) => new()
    {
        Id = Guid.CreateVersion7(period.Time.GetUtcNow()), OrganizationId = property.OrganizationId, PropertyId = property.Id, OwnerId = ownerId, Since = since,
    };
}
