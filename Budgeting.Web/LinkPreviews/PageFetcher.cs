using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Budgeting.Web.LinkPreviews;

/// <summary>What an address answered.</summary>
/// <param name="Address">Where it was in the end.</param>
/// <param name="IsWhole">Whether that is all of it, rather than as much as is read.</param>
internal sealed record Fetched(Uri Address, MediaTypeHeaderValue? Type, byte[] Bytes, bool IsWhole);

/// <summary>
/// Gets what somebody names from the internet, and from nowhere else: it connects to no address but a public one, which it looks up
/// itself, so that no second look-up can answer otherwise. It has no cookies, passwords or proxy, and reads a bounded number of bytes
/// in a bounded time.
/// </summary>
internal sealed class PageFetcher : IDisposable
{
    private readonly LinkPreviewOptions _options;
    private readonly HttpClient _client;

    public PageFetcher(IOptions<LinkPreviewOptions> options)
    {
        _options = options.Value;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Budgeting link preview");
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
    }

    /// <exception cref="LinkPreviewException">It can't be got.</exception>
    public async Task<Fetched> FetchAsync(Uri address, string accept, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_options.Timeout);
        try
        {
            return await FollowAsync(address, accept, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw LinkPreviewException.TooSlow(address);
        }
        catch (HttpRequestException failed)
        {
            throw failed.InnerException as LinkPreviewException ?? LinkPreviewException.Unreachable(address);
        }
        catch (Exception failed) when (failed is IOException or InvalidDataException)
        {
            throw LinkPreviewException.Unreachable(address);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<Fetched> FollowAsync(Uri address, string accept, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= _options.MaxRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Accept", accept);
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return await ReadAsync(address, response.Content, cancellationToken);
            }

            if (response.StatusCode is not (HttpStatusCode.Moved or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            {
                throw LinkPreviewException.Refused(address, response.StatusCode);
            }

            address = PageAddress.Follow(address, response.Headers.Location?.OriginalString) ?? throw LinkPreviewException.Lost(address);
        }

        throw LinkPreviewException.Lost(address);
    }

    private async Task<Fetched> ReadAsync(Uri address, HttpContent content, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        var (bytes, isWhole) = await ReadAsync(body, cancellationToken);
        await using var plain = Decompressed(new MemoryStream(bytes), content.Headers.ContentEncoding);
        if (plain is not MemoryStream)
        {
            (bytes, var isAllThatWasPacked) = await ReadAsync(plain, cancellationToken);
            isWhole &= isAllThatWasPacked;
        }

        return new Fetched(address, content.Headers.ContentType, bytes, isWhole);
    }

    private static Stream Decompressed(MemoryStream bytes, ICollection<string> encodings) => string.Join(',', encodings).ToLowerInvariant() switch
    {
        "" or "identity" => bytes,
        "gzip" or "x-gzip" => new GZipStream(bytes, CompressionMode.Decompress),
        "br" => new BrotliStream(bytes, CompressionMode.Decompress),
        _ => throw new InvalidDataException(),
    };

    // As much as is read at most, and whether there is no more.
    private async Task<(byte[] Bytes, bool IsWhole)> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (bytes.Length <= _options.MaxBytes && await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            {
                bytes.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException) when (bytes.Length > 0)
        {
            // What was packed is cut off: what came before is good.
            return (bytes.ToArray(), IsWhole: false);
        }

        var isWhole = bytes.Length <= _options.MaxBytes;
        bytes.SetLength(Math.Min(bytes.Length, _options.MaxBytes));
        return (bytes.ToArray(), isWhole);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (_options.TestHosts.TryGetValue(context.DnsEndPoint.Host, out var test))
            {
                await socket.ConnectAsync(test, cancellationToken);
            }
            else
            {
                await socket.ConnectAsync(await PublicAddressesOf(context.DnsEndPoint.Host, cancellationToken), context.DnsEndPoint.Port, cancellationToken);
            }

            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<IPAddress[]> PublicAddressesOf(string host, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        var ours = addresses.Where(PublicAddress.Is).ToArray();
        return ours.Length > 0 || addresses.Length == 0 ? ours : throw LinkPreviewException.NotAllowed();
    }
}
