using System.Net;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Web.Security;

/// <summary>
/// The names that the server is reached by: those of a local network, which nobody on the internet can own, and those that the
/// configuration lists. A request for another was led here by somebody else.
/// </summary>
internal sealed class AllowedHosts
{
    public const string Setting = "AllowedHosts";

    // None of them is given away in the internet's name system.
    private static readonly string[] LocalEndings = [".localhost", ".local", ".home.arpa", ".internal", ".lan", ".home", ".localdomain"];

    private readonly HashSet<string> _names;
    private readonly string[] _endings;
    private readonly bool _all;

    /// <param name="configured">Names separated by semicolons; <c>*.example.org</c> has every name below it, <c>*</c> every one.</param>
    /// <param name="urls">Addresses that are listened on: a name among them counts, too.</param>
    /// <exception cref="InvalidException">One isn't a name.</exception>
    public AllowedHosts(string? configured, IEnumerable<string> urls)
    {
        var names = (configured ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var name in names)
        {
            Check(name);
        }

        _all = names.Contains("*", StringComparer.Ordinal);
        _endings = [.. LocalEndings, .. names.Where(n => n.StartsWith("*.", StringComparison.Ordinal)).Select(n => n[1..])];
        _names = new HashSet<string>([.. names, .. urls.Select(u => BindingAddress.Parse(u).Host)], StringComparer.OrdinalIgnoreCase);
    }

    /// <param name="host">Without the port.</param>
    public bool Has(string host)
    {
        var name = host.TrimEnd('.');
        return name.Length > 0 &&
            (_all || !name.Contains('.', StringComparison.Ordinal) || IPAddress.TryParse(name, out _) || _names.Contains(name) ||
            _endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)));
    }

    private static void Check(string name)
    {
        var kind = Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name);
        if (name != "*" && kind is not (UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6))
        {
            throw new InvalidException("allowedHosts", $"“{name}” among the allowed hosts isn't a name: write one such as budget.example.org, without http:// and port.");
        }
    }
}
