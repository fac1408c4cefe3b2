using System.Net;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Web;

/// <summary>The addresses that the server listens on, as text separated by semicolons.</summary>
internal static class ListeningAddresses
{
    /// <exception cref="InvalidException">One of them isn't an address, or there is none.</exception>
    public static string[] Parse(string text)
    {
        var urls = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (urls.Length == 0)
        {
            throw new InvalidException("urls", $"No address to listen on is given: write one such as {WebApp.DefaultUrl}.");
        }

        foreach (var url in urls)
        {
            Check(url);
        }

        return urls;
    }

    /// <summary>What a browser on this machine opens: the address of every interface stands for the local one.</summary>
    public static string ToOpen(string url) =>
        url.Replace("//[::]", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal);

    private static void Check(string url)
    {
        if (!IsAddress(url, out var address))
        {
            throw new InvalidException("urls", $"“{url}” isn't an address to listen on: write one such as {WebApp.DefaultUrl}.");
        }

        if (address.Port == 0 && address.Host == "localhost")
        {
            throw new InvalidException("urls", "A free port can't be chosen for localhost: write http://127.0.0.1:0.");
        }
    }

    private static bool IsAddress(string url, out BindingAddress address)
    {
        try
        {
            address = BindingAddress.Parse(url);
            return address is { Scheme: "http" or "https", PathBase: "", Port: >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort };
        }
        catch (FormatException)
        {
            address = null!;
            return false;
        }
    }
}
