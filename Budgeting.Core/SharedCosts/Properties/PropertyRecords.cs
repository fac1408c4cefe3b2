using System.Linq.Expressions;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// What costs are shared by, with who owns it since when. A write counts in every period that was never closed; those that were keep what
/// they were closed with.
/// </summary>
internal sealed class PropertyRecords(PeriodContext period) : OrganizationRecords<Property, PropertyInput, PropertyDto>(period.Work, period.Current, period.Time)
{
    private const decimal MaxWeight = 1_000_000;

    private readonly PropertyOwners _owners = new(period);
    private readonly List<Property> _takenBack = [];

    protected override string Noun => "property";

    protected override Role LeastRole => Role.Admin;

    // Who owns it is in rows of its own: see AnswerAsync.
    protected override Expression<Func<Property, PropertyDto>> Dto => throw new NotSupportedException("A property's owners aren't in its row.");

    public override Property New(Guid id, Guid parentId) => new() { Id = id, OrganizationId = parentId, Name = "" };

    public override async Task WriteAsync(Property row, PropertyInput input, CancellationToken cancellationToken)
    {
        var check = new Check();
        Write(row, input, check);
        check.That(input.OwnerId is not null, "ownerId", "Choose an owner.");
        await period.Rules.CheckOwnerAsync(check, input.OwnerId, "ownerId", cancellationToken);
        check.ThrowIfAny();
        if (await _owners.SetFromAsync(row, input.OwnerId!.Value, input.From ?? DateOnly.MinValue, cancellationToken))
        {
            // Who owns it is part of what is edited: another edit of it as it was is stale then.
            period.Repository.MarkChanged(row);
        }
    }

    /// <summary>Has periods follow, and takes away what was added: what was shared with it is shared without it then.</summary>
    /// <exception cref="ConflictException">
    /// It takes part in something: <c>property.in-use</c>. Or it was read, and would belong to nobody then: <c>reading.without-part</c>.
    /// </exception>
    public override async Task FinishAsync(CancellationToken cancellationToken)
    {
        await period.Repository.SaveAsync(cancellationToken);
        await Basis.FollowPropertiesAsync(cancellationToken);
        await period.Repository.SaveAsync(cancellationToken);
        foreach (var row in _takenBack)
        {
            await RequireUnusedAsync(row, cancellationToken);
            Rows.Remove(row);
        }

        Work.Touch(SharedCostsTopics.Periods);
    }

    internal static PropertyDto DtoOf(Property p, IReadOnlyList<Ownership> owned) => new(
        p.Id, p.Name, owned[^1].OwnerId, p.ShareWeight, p.Active, DateOf(owned[^1]), owned.Select(o => new OwnershipDto(o.OwnerId, DateOf(o))).ToList(), p.Version);

    protected override Task<Page<PropertyDto>> PageInAsync(Guid parentId, PageRequest page, CancellationToken cancellationToken) =>
        period.Repository.PropertiesAsync(page, cancellationToken);

    protected override async Task<Func<PropertyDto>> AnswerAsync(Property row, CancellationToken cancellationToken)
    {
        var owned = await _owners.OfAsync(row, cancellationToken);
        return () => DtoOf(row, owned);
    }

    protected override async Task RemovingAsync(Property row, CancellationToken cancellationToken)
    {
        await RequireUnusedAsync(row, cancellationToken);
        await _owners.RemoveAsync(row, cancellationToken);
        await Basis.ForgetAsync(row.Id, cancellationToken);
    }

    protected override async Task WriteBackAsync(Property row, RowState state, CancellationToken cancellationToken)
    {
        var check = new Check();
        Write(row, state.As<PropertyInput>(), check);
        check.ThrowIfAny();
        await _owners.RestoreAsync(row, state.Get<long>("version"), cancellationToken);
        period.Repository.MarkChanged(row);
    }

    protected override Task TakeBackAsync(Property row, CancellationToken cancellationToken)
    {
        _takenBack.Add(row);
        return _owners.RemoveAsync(row, cancellationToken);
    }

    protected override async Task<IReadOnlyList<DeletedRecord<PropertyInput>>> DeletedOfAsync(
        IEnumerable<(Guid Id, RowVersion Deletion)> deletions, CancellationToken cancellationToken)
    {
        var owners = await _owners.VersionsAsync(propertyId: null, cancellationToken);
        return (await base.DeletedOfAsync(deletions, cancellationToken))
            .Zip(deletions, (told, d) => told with { Record = told.Record with { OwnerId = PropertyOwners.LastOf(owners.Before(d.Id, d.Deletion)) } })
            .ToList();
    }

    protected override async Task<IReadOnlyList<HistoryEntry>> HistoryOfAsync(
        Guid id, IReadOnlyList<RowVersion> newestFirst, CancellationToken cancellationToken)
    {
        var owners = await _owners.VersionsAsync(id, cancellationToken);
        var last = newestFirst.Select(v => PropertyOwners.LastOf(owners.In(id, v))).ToList();
        return (await base.HistoryOfAsync(id, newestFirst, cancellationToken))
            .Select((entry, i) => Told(entry, i + 1 < last.Count ? last[i + 1] : null, last[i]))
            .ToList();
    }

    private static HistoryEntry Told(HistoryEntry entry, Guid? before, Guid? after) => before == after
        ? entry
        : entry with { Changes = [.. entry.Changes, new FieldChange("ownerId", before?.ToString(), after?.ToString())] };

    private PeriodBasis Basis => new(period.Repository, period.Currency, period.Time);

    private static void Write(Property row, PropertyInput input, Check check)
    {
        var weight = input.ShareWeight ?? 0;
        row.Name = check.Required(input.Name, "name", "a name or number", 100);
        check.That(weight >= 0, "shareWeight", "Enter a share of 0 or more.");
        check.That(weight <= MaxWeight, "shareWeight", "Enter a share of at most 1,000,000.");
        check.That(decimal.Round(weight, Amounts.Decimals) == weight, "shareWeight", "Use at most six decimals.");
        (row.ShareWeight, row.Active) = (weight, input.Active);
    }

    private async Task RequireUnusedAsync(Property row, CancellationToken cancellationToken)
    {
        if (await period.Repository.IsPropertyInUseAsync(row.Id, cancellationToken))
        {
            throw new ConflictException("property.in-use", $"Costs are shared with {row.Name}. Make it inactive instead.");
        }
    }

    private static DateOnly? DateOf(Ownership o) => o.Since == DateOnly.MinValue ? null : o.Since;
}
