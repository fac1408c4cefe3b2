using System.Collections.Concurrent;
using System.Globalization;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>
/// A read that members with the same rights share. It is a static method: whatever it answers depends on what it is given, and on
/// nothing of whoever happens to ask first.
/// </summary>
public delegate Task<T> SharedRead<in TQuery, T>(UnitOfWork work, OrganizationCard organization, TQuery query, CancellationToken cancellationToken);

/// <summary>
/// Reads once for all members of an organization from whom nothing is kept, and for each other one by themselves. A result never
/// passes from one organization to another, nor to somebody from whom the query filter would have kept a part of it.
/// </summary>
public sealed class SharedReads(Database database, OrganizationDirectory directory, SharedLoads loads, TimeProvider time)
{
    // As last seen: it only saves those who are linked a read that isn't theirs. What counts is what a read found itself.
    private readonly ConcurrentDictionary<Guid, IReadOnlySet<Guid>> _linked = new();

    internal async Task<T> ReadAsync<TQuery, T>(
        Guid organizationId, Guid? memberId, SharedRead<TQuery, T> read, TQuery query, CancellationToken cancellationToken)
        where TQuery : notnull
    {
        if (!read.Method.IsStatic)
        {
            throw new ArgumentException("What is shared must not depend on who asks for it: make it a static method.", nameof(read));
        }

        if (memberId is { } known && _linked.TryGetValue(organizationId, out var linked) && linked.Contains(known))
        {
            return (await LoadAsync(organizationId, known, read, query, cancellationToken)).Value;
        }

        var common = await LoadAsync(organizationId, viewer: null, read, query, cancellationToken);
        _linked[organizationId] = common.Linked;
        return memberId is { } member && common.Linked.Contains(member)
            ? (await LoadAsync(organizationId, member, read, query, cancellationToken)).Value
            : common.Value;
    }

    // The language is part of the key, since names are sorted by it; the day, since surprises are revealed on one.
    private Task<Shared<T>> LoadAsync<TQuery, T>(
        Guid organizationId, Guid? viewer, SharedRead<TQuery, T> read, TQuery query, CancellationToken cancellationToken)
        where TQuery : notnull
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var key = (organizationId, viewer, read.Method, query, CultureInfo.CurrentCulture.Name, today);
        return loads.GetAsync(organizationId, key, () => ReadAsync(organizationId, viewer, read, query), cancellationToken);
    }

    private async Task<Shared<T>> ReadAsync<TQuery, T>(Guid organizationId, Guid? viewer, SharedRead<TQuery, T> read, TQuery query)
    {
        // Those who wait were found to be members each; what others wait for isn't cancelled by one.
        var organization = await directory.FindAsync(organizationId, memberId: null, CancellationToken.None) ?? throw new UnauthenticatedException();
        await using var work = database.Read(organizationId, viewer);

        // Of the same instant: whoever isn't linked then is kept nothing of what was read.
        await work.HoldStillAsync(CancellationToken.None);
        var value = await read(work, organization, query, CancellationToken.None);
        return new Shared<T>(value, viewer is null ? await work.RestrictedViewersAsync(CancellationToken.None) : Nobody);
    }

    private static HashSet<Guid> Nobody { get; } = [];

    private sealed record Shared<T>(T Value, IReadOnlySet<Guid> Linked);
}
