using System.Collections.Concurrent;
using System.Threading.Channels;
using Budgeting.Core.Kernel.Changes;

namespace Budgeting.Tests.Kernel.Changes;

public sealed class ChangeFeedTests
{
    private static readonly Guid Home = Guid.NewGuid();
    private static readonly Topic People = new("people");
    private static readonly Topic Gifts = new("gifts");

    private readonly ChangeFeed _feed = new();

    [Fact]
    public async Task Publish_WatchedTopic_IsToldToTheOrganizationOnly()
    {
        using var here = new Listener(_feed, Home, People);
        using var elsewhere = new Listener(_feed, Guid.NewGuid(), People);

        Publish(People, Gifts);

        (await here.NextAsync()).Should().Equal(Changed(People));
        elsewhere.Told.Should().Be(0);
    }

    [Fact]
    public async Task Publish_TopicNotWatched_IsNotTold()
    {
        using var listener = new Listener(_feed, Home, People);

        Publish(Gifts);
        Publish(People);

        (await listener.NextAsync()).Should().Equal(Changed(People));
    }

    [Fact]
    public async Task Publish_WhileADeliveryRuns_IsToldInOneCallAfterIt()
    {
        using var listener = new Listener(_feed, Home, People, Gifts);
        listener.Hold();
        Publish(People);
        await listener.NextAsync();

        Publish(Gifts);
        Publish(People);
        Publish(Gifts);
        listener.Release();

        (await listener.NextAsync()).Should().Equal(Changed(Gifts), Changed(People), Changed(Gifts));
        listener.Told.Should().Be(2);
    }

    [Fact]
    public void Publish_WhileADeliveryHangs_DoesNotWait()
    {
        using var listener = new Listener(_feed, Home, People);
        listener.Hold();

        for (var i = 0; i < 1000; i++)
        {
            Publish(People);
        }

        listener.Told.Should().BeLessOrEqualTo(1);
    }

    [Fact]
    public void Subscribers_AllClosed_AreNone()
    {
        var listeners = Enumerable.Range(0, 10).Select(_ => new Listener(_feed, Home, People)).ToList();
        _feed.SubscribersOf(Home).Should().Be(10);

        Parallel.ForEach(listeners, l => l.Dispose());

        _feed.SubscribersOf(Home).Should().Be(0);
    }

    [Fact]
    public void Dispose_Twice_TakesNobodyElseAway()
    {
        using var stays = new Listener(_feed, Home, People);
        var goes = new Listener(_feed, Home, People);

        goes.Dispose();
        goes.Dispose();

        _feed.SubscribersOf(Home).Should().Be(1);
    }

    [Fact]
    public async Task Dispose_WithChangesWaiting_TellsThemNoMore()
    {
        using var stays = new Listener(_feed, Home, People);
        var goes = new Listener(_feed, Home, People);
        goes.Hold();
        Publish(People);
        await goes.NextAsync();
        Publish(People);

        goes.Dispose();
        goes.Release();
        Publish(People);

        await stays.NextAsync();
        goes.Told.Should().Be(1);
    }

    [Fact]
    public async Task Publish_OneSubscriberFails_TheOthersAreToldAndItIsToldAgain()
    {
        var errors = Channel.CreateUnbounded<Exception>();
        using var listener = new Listener(_feed, Home, People);
        using var failing = _feed.Subscribe(
            Home, [People], _ => throw new InvalidOperationException("Broken."), e => errors.Writer.TryWrite(e));

        for (var i = 0; i < 2; i++)
        {
            Publish(People);
            (await listener.NextAsync()).Should().Equal(Changed(People));
            (await errors.Reader.ReadAsync()).Message.Should().Be("Broken.");
        }
    }

    [Fact]
    public async Task Publish_PageClosedWhileBeingTold_IsNoError()
    {
        var errors = new List<Exception>();
        var answers = new ConcurrentQueue<Exception>([new ObjectDisposedException("page"), new OperationCanceledException(), new InvalidOperationException()]);
        var done = new TaskCompletionSource();
        using var closing = _feed.Subscribe(Home, [People], _ => answers.TryDequeue(out var answer) ? throw answer : Task.CompletedTask, e =>
        {
            errors.Add(e);
            done.SetResult();
        });
        using var listener = new Listener(_feed, Home, People);

        while (!answers.IsEmpty)
        {
            Publish(People);
            await listener.NextAsync();
        }

        await done.Task;
        errors.Should().ContainSingle().Which.Should().BeOfType<InvalidOperationException>();
    }

    [Fact]
    public void Position_AfterChanges_HasGrown()
    {
        var before = _feed.PositionOf(Home);
        _feed.Publish([]);
        _feed.PositionOf(Home).Should().Be(before);

        Publish(People);

        _feed.PositionOf(Home).Should().BeGreaterThan(before);
    }

    [Fact]
    public void Position_AfterChangesElsewhere_IsTheSame()
    {
        var (before, elsewhere) = (_feed.PositionOf(Home), Guid.NewGuid());

        _feed.Publish([new Change(elsewhere, People)]);

        _feed.PositionOf(Home).Should().Be(before);
        _feed.PositionOf(elsewhere).Should().NotBe(before);
    }

    [Fact]
    public void Published_Caches_ForgetBeforeThePositionMoves()
    {
        var before = _feed.PositionOf(Home);
        long? seen = null;
        _feed.Published += _ => seen = _feed.PositionOf(Home);

        Publish(People);

        seen.Should().Be(before);
    }

    private static Change Changed(Topic topic) => new(Home, topic);

    private void Publish(params Topic[] topics) => _feed.Publish(topics.Select(Changed).ToList());

    /// <summary>A page that notes what it is told, and can be held while it is being told.</summary>
    private sealed class Listener : IDisposable
    {
        private readonly Channel<IReadOnlyList<Change>> _told = Channel.CreateUnbounded<IReadOnlyList<Change>>();
        private readonly ChangeSubscription _subscription;
        private TaskCompletionSource _gate = new();
        private int _count;

        public Listener(ChangeFeed feed, Guid organizationId, params Topic[] topics)
        {
            _gate.SetResult();
            _subscription = feed.Subscribe(organizationId, topics, OnChangesAsync);
        }

        public int Told => Volatile.Read(ref _count);

        public void Hold() => _gate = new TaskCompletionSource();

        public void Release() => _gate.SetResult();

        public Task<IReadOnlyList<Change>> NextAsync() => _told.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

        public void Dispose() => _subscription.Dispose();

        private async Task OnChangesAsync(IReadOnlyList<Change> changes)
        {
            Interlocked.Increment(ref _count);
            _told.Writer.TryWrite(changes);
            await _gate.Task;
        }
    }
}
