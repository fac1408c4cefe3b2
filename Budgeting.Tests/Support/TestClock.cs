namespace Budgeting.Tests.Support;

/// <summary>A clock that stands at a chosen instant until it is moved.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    /// <summary>Moves on a little, so that ids made before and after sort in that order.</summary>
    public void Tick() => Advance(TimeSpan.FromMilliseconds(1));
}
