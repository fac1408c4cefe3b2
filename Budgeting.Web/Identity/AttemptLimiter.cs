using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Budgeting.Web.Identity;

/// <summary>
/// Counts tries to sign in, by network address and by account, whether there is such an account or not. A try counts before
/// its password is looked at, so that many at once gain nothing; one that succeeds is taken back.
/// </summary>
internal sealed class AttemptLimiter(TimeProvider time)
{
    public const int PerAccount = 10;
    public const int PerAddress = 50;

    private const int SweepAbove = 10_000;

    private readonly ConcurrentDictionary<string, Count> _counts = new(StringComparer.Ordinal);

    /// <summary>How long tries are counted from the first one on.</summary>
    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Counts a try.</summary>
    /// <returns>How long to wait, where there were too many; else <c>null</c>.</returns>
    public TimeSpan? Begin(IPAddress? address, string account)
    {
        if (_counts.Count > SweepAbove)
        {
            Sweep();
        }

        return Begin(KeyOf(address), PerAddress) ?? Begin(KeyOf(account), PerAccount);
    }

    /// <summary>Takes a try back, since it succeeded.</summary>
    public void Forgive(IPAddress? address, string account)
    {
        if (_counts.TryGetValue(KeyOf(address), out var count))
        {
            _counts.TryUpdate(KeyOf(address), count with { Tries = Math.Max(0, count.Tries - 1) }, count);
        }

        _counts.TryRemove(KeyOf(account), out _);
    }

    private TimeSpan? Begin(string key, int limit)
    {
        var now = time.GetUtcNow();
        var count = _counts.AddOrUpdate(
            key,
            _ => new Count(1, now + Window),
            (_, known) => known.Ends <= now ? new Count(1, now + Window) : known with { Tries = Math.Min(known.Tries, limit) + 1 });
        return count.Tries > limit ? count.Ends - now : null;
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        foreach (var (key, count) in _counts)
        {
            if (count.Ends <= now)
            {
                _counts.TryRemove(new(key, count));
            }
        }
    }

    // One customer of a network has a whole /64 of IPv6 addresses to try from.
    private static string KeyOf(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? "address " + Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : "address " + address?.MapToIPv4();

    private static string KeyOf(string account) => "account " + account.Trim().ToUpperInvariant();

    private sealed record Count(int Tries, DateTimeOffset Ends);
}
