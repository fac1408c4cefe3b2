using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>Puts properties of one write back, with who owned what, and has the periods follow that were never closed.</summary>
internal sealed class PropertyUndoing(UnitOfWork work, CurrentMember current, Currency currency, TimeProvider time)
{
    private readonly SharedCostsRepository _repository = new(work);

    public static IReadOnlyList<string> Entities { get; } = [nameof(Property), nameof(Ownership)];

    public async Task UndoAsync(IReadOnlyList<WrittenRow> rows, CancellationToken cancellationToken)
    {
        var added = new List<Property>();
        foreach (var row in rows)
        {
            var newest = await NewestAsync(row, cancellationToken);
            switch (row.Entity)
            {
                case nameof(Ownership):
                    await UndoOwnershipAsync(row.Id, newest, cancellationToken);
                    break;
                case nameof(Property) when await UndoPropertyAsync(row.Id, newest, cancellationToken) is { } property:
                    added.Add(property);
                    break;
            }
        }

        await FollowAsync(added, cancellationToken);
        work.Touch(SharedCostsTopics.Periods);
    }

    private async Task<RowVersion> NewestAsync(WrittenRow row, CancellationToken cancellationToken)
    {
        var versions = await new AuditRepository(work).VersionsAsync(row.Entity, row.Id, cancellationToken);
        var newest = versions.Count > 0 ? versions[0] : throw new NotFoundException("property");
        newest.RequireNumber(row.Version, "property");
        return newest;
    }

    // One that was added goes last: what was shared with it is shared without it first.
    private async Task<Property?> UndoPropertyAsync(Guid id, RowVersion newest, CancellationToken cancellationToken)
    {
        await current.RequireAsync(Role.Admin, cancellationToken);
        var there = newest.State is null ? null : await _repository.PropertyAsync(id, cancellationToken) ?? throw new NotFoundException("property");
        if (newest.Before is not { } state)
        {
            return there;
        }

        var property = there ?? new Property { Id = id, OrganizationId = work.OrganizationId, Name = "", Version = newest.Number };
        (property.Name, property.ShareWeight, property.Active) = (state.Get<string>("name")!, state.Get<decimal>("shareWeight"), state.Get<bool>("active"));
        _repository.AddAgain(property, there);
        if (there is not null)
        {
            _repository.MarkChanged(property);
        }

        return null;
    }

    private async Task UndoOwnershipAsync(Guid id, RowVersion newest, CancellationToken cancellationToken)
    {
        await current.RequireAsync(Role.Admin, cancellationToken);
        var there = newest.State is null ? null : await _repository.OwnershipAsync(id, cancellationToken) ?? throw new NotFoundException("property");
        if (newest.Before is not { } state)
        {
            _repository.Remove(there!);
            return;
        }

        var ownerId = state.Get<Guid>("ownerId");
        var check = new Check();
        check.That(await _repository.OwnerCardAsync(ownerId, cancellationToken) is not null, "ownerId", "There is no such owner any more.");
        check.ThrowIfAny();
        var since = state.Get<DateOnly>("since");
        var ownership = there ?? new Ownership
        {
            Id = id, OrganizationId = work.OrganizationId, PropertyId = state.Get<Guid>("propertyId"), OwnerId = ownerId, Since = since, Version = newest.Number,
        };
        (ownership.OwnerId, ownership.Since) = (ownerId, since);
        _repository.AddAgain(ownership, there);
    }

    private async Task FollowAsync(IReadOnlyList<Property> added, CancellationToken cancellationToken)
    {
        await _repository.SaveAsync(cancellationToken);
        await new PeriodBasis(_repository, currency, time).FollowPropertiesAsync(cancellationToken);
        await _repository.SaveAsync(cancellationToken);
        foreach (var property in added)
        {
            await PropertiesService.RequireUnusedAsync(_repository, property, cancellationToken);
            _repository.Remove(property);
        }
    }
}
