using System.Net;
using Budgeting.Tests.Support;
using Budgeting.Web.Identity;

namespace Budgeting.Tests.Identity;

public sealed class AttemptLimiterTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");

    private readonly TestClock _clock = new();
    private readonly AttemptLimiter _limiter;

    public AttemptLimiterTests() => _limiter = new AttemptLimiter(_clock);

    [Fact]
    public void Begin_OneAccountFromManyPlaces_IsRefusedAfterItsLimit()
    {
        var waits = Enumerable.Range(1, AttemptLimiter.PerAccount + 1)
            .Select(i => _limiter.Begin(IPAddress.Parse($"192.0.2.{i}"), "Ada@x.org ")).ToList();

        waits.Should().HaveElementAt(AttemptLimiter.PerAccount - 1, null).And.HaveElementAt(AttemptLimiter.PerAccount, AttemptLimiter.Window);
        _limiter.Begin(Here, "ada@X.org").Should().NotBeNull("it is the same account");
        _limiter.Begin(Here, "max@x.org").Should().BeNull();
    }

    [Fact]
    public void Begin_ManyAccountsFromOnePlace_IsRefusedAfterItsLimit()
    {
        var waits = Enumerable.Range(1, AttemptLimiter.PerAddress + 1).Select(i => _limiter.Begin(Here, $"{i}@x.org")).ToList();

        waits.Take(AttemptLimiter.PerAddress).Should().AllBeEquivalentTo((TimeSpan?)null);
        waits[^1].Should().NotBeNull();
    }

    [Fact]
    public void Begin_AddressesOfOneIPv6Network_CountAsOne()
    {
        var waits = Enumerable.Range(1, AttemptLimiter.PerAddress + 1)
            .Select(i => _limiter.Begin(IPAddress.Parse($"2001:db8:0:1::{i}"), $"{i}@x.org")).ToList();

        waits[^1].Should().NotBeNull();
        _limiter.Begin(IPAddress.Parse("2001:db8:0:2::1"), "a@x.org").Should().BeNull();
    }

    [Fact]
    public void Begin_FromOnePlace_IsRefusedThereAndNowhereElse()
    {
        Exhaust("ada@x.org");

        _limiter.Begin(Here, "ada@x.org").Should().NotBeNull();
        _limiter.Begin(IPAddress.Parse("192.0.2.2"), "ada@x.org").Should().BeNull();
        _limiter.Begin(Here, "max@x.org").Should().BeNull();
    }

    [Fact]
    public void Begin_FromAKnownBrowser_CountsByItself()
    {
        var (known, other) = (Guid.NewGuid(), Guid.NewGuid());
        for (var i = 1; i <= AttemptLimiter.PerAccount + 1; i++)
        {
            _limiter.Begin(IPAddress.Parse($"198.51.100.{i}"), "ada@x.org");
        }

        Exhaust("ada@x.org");

        Enumerable.Range(0, AttemptLimiter.PerOrigin).Select(_ => _limiter.Begin(Here, "ada@x.org", known)).ToList().Should().AllBeEquivalentTo((TimeSpan?)null);
        _limiter.Begin(Here, "ada@x.org", known).Should().NotBeNull();
        _limiter.Begin(Here, "ada@x.org", other).Should().BeNull();
    }

    [Fact]
    public void Begin_ClockSetBack_WaitsForNoLongerThanTheWindow()
    {
        _clock.Advance(TimeSpan.FromDays(40));
        Exhaust("ada@x.org");
        _clock.Advance(TimeSpan.FromDays(-40));

        _limiter.Begin(Here, "ada@x.org").Should().BeNull();
    }

    [Fact]
    public void Begin_WindowOver_CountsAnew()
    {
        Exhaust("ada@x.org");

        _clock.Advance(AttemptLimiter.Window);

        _limiter.Begin(Here, "ada@x.org").Should().BeNull();
    }

    [Fact]
    public void Begin_WhileRefused_DoesNotLengthenTheWait()
    {
        Exhaust("ada@x.org");
        _clock.Advance(TimeSpan.FromMinutes(2));

        _limiter.Begin(Here, "ada@x.org").Should().Be(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void Forgive_SignedInManyTimes_IsNeverRefused()
    {
        for (var i = 0; i < AttemptLimiter.PerAddress * 2; i++)
        {
            _limiter.Begin(Here, "ada@x.org").Should().BeNull();
            _limiter.Forgive(Here, "ada@x.org");
        }
    }

    private void Exhaust(string account)
    {
        for (var i = 0; i <= AttemptLimiter.PerOrigin; i++)
        {
            _limiter.Begin(Here, account);
        }
    }
}
