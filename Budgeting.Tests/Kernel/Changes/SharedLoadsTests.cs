using Budgeting.Core.Kernel.Changes;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Kernel.Changes;

public sealed class SharedLoadsTests
{
    private static readonly Guid Home = Guid.NewGuid();
    private static readonly Guid Elsewhere = Guid.NewGuid();

    private readonly ChangeFeed _feed = new();
    private readonly SharedLoads _loads;
    private int _count;

    public SharedLoadsTests() => _loads = new SharedLoads(_feed, TimeProvider.System);

    [Fact]
    public async Task TheSame_AskedForByMany_IsLoadedOnce()
    {
        var gate = new TaskCompletionSource();
        var asking = Enumerable.Range(0, 100).Select(_ => GetAsync("page", gate.Task)).ToList();

        gate.SetResult();

        (await Task.WhenAll(asking)).Distinct().Should().Equal("load 1");
        (await GetAsync("page")).Should().Be("load 1");
    }

    [Fact]
    public async Task AnotherKey_IsAnotherLoad()
    {
        await GetAsync("page");

        (await GetAsync("other page")).Should().Be("load 2");
    }

    [Fact]
    public async Task AfterAChange_ItIsLoadedAnew()
    {
        await GetAsync("page");

        Publish(Home);

        (await GetAsync("page")).Should().Be("load 2");
    }

    [Fact]
    public async Task AfterAChangeElsewhere_ItIsNot()
    {
        await GetAsync("page");

        Publish(Elsewhere);

        (await GetAsync("page")).Should().Be("load 1");
    }

    [Fact]
    public async Task ALoadThatBeganBeforeAChange_IsNotWaitedForAfterIt()
    {
        var gate = new TaskCompletionSource();
        var older = GetAsync("page", gate.Task);
        await Eventually.HoldsAsync(() => Volatile.Read(ref _count) == 1, "it began");

        Publish(Home);
        (await GetAsync("page")).Should().Be("load 2");

        gate.SetResult();
        (await older).Should().Be("load 1");
        (await GetAsync("page")).Should().Be("load 2");
    }

    [Fact]
    public async Task OneWhoLeaves_TakesTheLoadFromNobody()
    {
        using var closed = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var leaving = GetAsync("page", gate.Task, closed.Token);
        var staying = GetAsync("page", gate.Task);

        await closed.CancelAsync();

        await leaving.Awaiting(l => l).Should().ThrowAsync<OperationCanceledException>();
        gate.SetResult();
        (await staying).Should().Be("load 1");
    }

    [Fact]
    public async Task AFailure_IsForThoseWhoWaitedOnly()
    {
        var gate = new TaskCompletionSource();
        var waiting = new[] { GetAsync("page", gate.Task), GetAsync("page", gate.Task) };

        gate.SetException(new InvalidOperationException("Broken."));

        foreach (var one in waiting)
        {
            await one.Awaiting(o => o).Should().ThrowAsync<InvalidOperationException>();
        }

        (await GetAsync("page")).Should().Be("load 2");
    }

    [Fact]
    public async Task WhatIsKept_IsBounded()
    {
        for (var i = 0; i < 1_000; i++)
        {
            (await GetAsync($"page {i}")).Should().Be($"load {i + 1}");
        }

        _loads.Count.Should().BeLessThan(300);
    }

    [Fact]
    public async Task WhatNobodyAsksForAnyMore_IsForgotten()
    {
        var clock = new ShortClock();
        var loads = new SharedLoads(_feed, clock);
        await loads.GetAsync(Home, "page", () => Task.FromResult("page"), CancellationToken.None);
        loads.Count.Should().Be(1);

        await clock.EndAsync();

        await Eventually.HoldsAsync(() => loads.Count == 0, "nothing is kept for long");
    }

    private Task<string> GetAsync(string key, Task? gate = null, CancellationToken cancellationToken = default) => _loads.GetAsync(
        Home,
        key,
        async () =>
        {
            var load = $"load {Interlocked.Increment(ref _count)}";
            await (gate ?? Task.CompletedTask);
            return load;
        },
        cancellationToken);

    private void Publish(Guid organizationId) => _feed.Publish([new Change(organizationId, new Topic("gifts"))]);

    /// <summary>A clock whose only timer ends when it is told to.</summary>
    private sealed class ShortClock : TimeProvider
    {
        private readonly TaskCompletionSource<Action> _timer = new();

        public async Task EndAsync() => (await _timer.Task)();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            dueTime.Should().Be(SharedLoads.Lifetime);
            _timer.SetResult(() => callback(state));
            return TimeProvider.System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
