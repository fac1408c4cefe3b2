using System.Collections.Concurrent;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>An active membership, as the directory knows it.</summary>
public sealed record MemberCard(Guid Id, string Name, Role Role);

/// <summary>An organization with its active members by id.</summary>
/// <param name="FiscalYearStartMonth">The first month of a fiscal year: 1–12.</param>
/// <param name="SeparateDuties">Whether who requests something can't approve or pay it.</param>
public sealed record OrganizationCard(
    Guid Id, string Name, Currency Currency, int FiscalYearStartMonth, bool SeparateDuties, IReadOnlyDictionary<Guid, MemberCard> Members)
{
    public IReadOnlyList<MemberCard> MembersByName => Members.Values.OrderBy(m => m.Name, StringComparer.CurrentCulture).ToList();
}

/// <summary>
/// Organizations and active memberships, kept in memory for the whole process, so that looking one up at each unit of work
/// costs nothing. A committed change of either forgets the organization.
/// </summary>
public sealed class OrganizationDirectory
{
    private readonly Database _database;
    private readonly ConcurrentDictionary<Guid, OrganizationCard> _cards = new();
    private long _generation;

    public OrganizationDirectory(Database database, ChangeFeed feed)
    {
        _database = database;
        feed.Published += Forget;
    }

    /// <summary>The organization; <c>null</c> where there is none, or the member, if one is named, isn't active in it.</summary>
    public async ValueTask<OrganizationCard?> FindAsync(Guid organizationId, Guid? memberId, CancellationToken cancellationToken = default)
    {
        // One who isn't known may have been added by another process, such as the command line.
        return _cards.TryGetValue(organizationId, out var known) && Has(known, memberId)
            ? known
            : await LoadAsync(organizationId, cancellationToken) is { } card && Has(card, memberId) ? card : null;
    }

    private static bool Has(OrganizationCard card, Guid? memberId) => memberId is null || card.Members.ContainsKey(memberId.Value);

    private async Task<OrganizationCard?> LoadAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        var generation = Interlocked.Read(ref _generation);
        await using var work = _database.Read(organizationId);
        var card = await new OrganizationsRepository(work).CardAsync(cancellationToken);

        if (card is not null)
        {
            Keep(card, generation);
        }

        return card;
    }

    // What was read before a change that came meanwhile must not stay. Looking only after storing leaves no gap between the two.
    private void Keep(OrganizationCard card, long generation)
    {
        _cards[card.Id] = card;
        if (generation != Interlocked.Read(ref _generation))
        {
            _cards.TryRemove(card.Id, out _);
        }
    }

    private void Forget(IReadOnlyCollection<Change> changes)
    {
        foreach (var change in changes.Where(c => OrganizationTopics.Members.Covers(c.Topic) || OrganizationTopics.Organization.Covers(c.Topic)))
        {
            Interlocked.Increment(ref _generation);
            _cards.TryRemove(change.OrganizationId, out _);
        }
    }
}
