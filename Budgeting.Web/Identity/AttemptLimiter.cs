using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Budgeting.Web.Identity;

/// <summary>
/// Counts tries to sign in by where they come from, whether there is such an account or not: who guesses is slowed down, and the
/// member at another place isn't. A try counts before its password is looked at, so that many at once gain nothing; one that
/// succeeds is taken back.
/// </summary>
internal sealed class AttemptLimiter(TimeProvider time)
{
    /// <summary>Tries for one account, from one address or one known browser.</summary>
    public const int PerOrigin = 5;

    /// <summary>Tries for all accounts from one address.</summary>
    public const int PerAddress = 50;

    /// <summary>Tries for one account from all addresses; those of known browsers aren't among them.</summary>
    public const int PerAccount = 100;

    private const int SweepAbove = 10_000;

    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>How long tries are counted from the first one on.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Counts a try.</summary>
    /// <param name="address">Where it comes from.</param>
    /// <param name="account">The e-mail address.</param>
    /// <param name="browser">The browser, if the account signed in with it before.</param>
    /// <returns>How long to wait, where there were too many; else <c>null</c>.</returns>
    public TimeSpan? Begin(IPAddress? address, string account, Guid? browser = null)
    {
        if (_counts.Count > SweepAbove)
        {
            Sweep();
        }

        return Limits(address, account, browser).Select(l => Begin(l.Key, l.Most)).FirstOrDefault(wait => wait is not null);
    }

    /// <summary>Takes a try back, since it succeeded.</summary>
    public void Forgive(IPAddress? address, string account, Guid? browser = null)
    {
        foreach (var (key, most) in Limits(address, account, browser))
        {
            if (most == PerOrigin)
            {
                _counts.TryRemove(key, out _);
            }
            else if (_counts.TryGetValue(key, out var count))
            {
                _counts.TryUpdate(key, count with { Tries = Math.Max(0, count.Tries - 1) }, count);
            }
        }
    }

    private static IEnumerable<(string Key, int Most)> Limits(IPAddress? address, string account, Guid? browser)
    {
        var email = account.Trim().ToUpperInvariant();
        return browser is { } known
            ? [($"browser {known} {email}", PerOrigin)]
            : [($"address {KeyOf(address)}", PerAddress), ($"origin {KeyOf(address)} {email}", PerOrigin), ($"account {email}", PerAccount)];
    }

    private TimeSpan? Begin(string key, int limit)
    {
        var now = time.GetUtcNow();
        var count = _counts.AddOrUpdate(
            key,
            _ => new Count(1, now + Window),
            (_, known) => IsOver(known, now) ? new Count(1, now + Window) : known with { Tries = Math.Min(known.Tries, limit) + 1 });
        return count.Tries > limit ? count.Ends - now : null;
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (key, count) in _counts)
        {
            if (IsOver(count, now))
            {
                _counts.TryRemove(new(key, count));
            }
        }
    }

    // One that ends later than it can was begun before the clock was set back.
    private static bool IsOver(Count count, DateTimeOffset now) => count.Ends <= now || count.Ends > now + Window;

    // One customer of a network has a whole /64 of IPv6 addresses to try from.
    private static string KeyOf(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : $"{address?.MapToIPv4()}";

    private sealed record Count(int Tries, DateTimeOffset Ends);
}
