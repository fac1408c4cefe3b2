using System.Collections.Concurrent;

namespace Budgeting.Core.Kernel.Changes;

/// <summary>Tells the open pages of this process what was committed. Publishing never waits for a subscriber.</summary>
public sealed class ChangeFeed
{
    private readonly ConcurrentDictionary<ChangeSubscription, Guid> _subscriptions = new();
    private readonly ConcurrentDictionary<Guid, long> _positions = new();
    private readonly long _start = Random.Shared.NextInt64(long.MaxValue / 2);

    /// <summary>Called with every batch of changes before any page is told: for caches, which must forget first.</summary>
    public event Action<IReadOnlyCollection<Change>>? Published;

    /// <summary>How many pages of the organization listen; 0 once all are closed.</summary>
    public int SubscribersOf(Guid organizationId) => _subscriptions.Values.Count(id => id == organizationId);

    /// <summary>
    /// Grows with every batch of the organization's changes. What was loaded at a position is current while the position is the same; it
    /// starts anywhere, so a position of another run of the program never matches.
    /// </summary>
    public long PositionOf(Guid organizationId) => _positions.GetValueOrDefault(organizationId, _start);

    /// <summary>
    /// Calls <paramref name="onChanges"/> after changes of the organization that one of <paramref name="topics"/> covers:
    /// one call at a time, with everything that came in while the call before was running. Subscribe first, then load.
    /// </summary>
    public ChangeSubscription Subscribe(
        Guid organizationId, IReadOnlyList<Topic> topics, Func<IReadOnlyList<Change>, Task> onChanges, Action<Exception>? onError = null)
    {
        var subscription = new ChangeSubscription(topics, onChanges, onError, s => _subscriptions.TryRemove(s, out _));
        _subscriptions[subscription] = organizationId;
        return subscription;
    }

    /// <summary>Call after the commit, never before: a page that reloads at once must find what changed.</summary>
    public void Publish(IReadOnlyCollection<Change> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        // Caches forget before the position moves on: whoever loads at the new position must not load what was cached.
        Published?.Invoke(changes);
        foreach (var organizationId in changes.Select(c => c.OrganizationId).Distinct())
        {
            _positions.AddOrUpdate(organizationId, _start + 1, (_, position) => position + 1);
        }

        foreach (var (subscription, organizationId) in _subscriptions)
        {
            subscription.Offer(changes.Where(c => c.OrganizationId == organizationId));
        }
    }
}
