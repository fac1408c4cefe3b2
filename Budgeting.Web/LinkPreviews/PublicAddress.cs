using System.Net;
using System.Net.Sockets;

namespace Budgeting.Web.LinkPreviews;

/// <summary>
/// Tells addresses that anybody on the internet may have from those of this machine, of the network that it is in, and of no single
/// machine. Ranges are those of the IANA registries of special-purpose addresses.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Special =
    [
        .. ((string[])[
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Teredo, benchmarks and the like; examples; 6to4; examples again.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ]).Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // What a network that speaks IPv6 only makes of an IPv4 address.
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether it is a public unicast address. An IPv4 address in the form of an IPv6 one counts as what it is.</summary>
    public static bool Is(IPAddress address)
    {
        var plain = Plain(address);
        return !Special.Any(range => range.Contains(plain)) && (plain.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(plain));
    }

    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
        : address.AddressFamily == AddressFamily.InterNetworkV6 && Translated.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12))
        : address;
}
