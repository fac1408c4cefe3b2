using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Budgeting.Tests.Support;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Budgeting.Tests.Security;

/// <summary>Whatever somebody who isn't signed in posts to whichever address is refused, and is no fault of the server's.</summary>
public sealed class MalformedFormsTests : IAsyncLifetime, ILoggerProvider, ILogger
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data; boundary=b";

    private static readonly (string? ContentType, string Body)[] Malformed =
    [
        (Multipart, "x"),
        (Multipart, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1"),
        (Multipart, $"--b\r\nContent-Disposition: form-data; name=\"{new string('a', 20_000)}\"\r\n\r\n1\r\n--b--"),
        (Multipart, string.Concat(Enumerable.Range(0, 1_100).Select(i => $"--b\r\nContent-Disposition: form-data; name=\"a{i}\"\r\n\r\n1\r\n")) + "--b--"),
        ("multipart/form-data", "x"),
        ($"multipart/form-data; boundary={new string('b', 200)}", "x"),
        ("multipart/form-data; boundary=b; charset=utf-7", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--"),
        (Multipart, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n1\r\n--b--"),
        (UrlEncoded, string.Join('&', Enumerable.Range(0, 1_100).Select(i => $"a{i}=1"))),
        (UrlEncoded, new string('a', 5_000) + "=1"),
        (UrlEncoded, "a=" + new string('a', 200_000)),
        (UrlEncoded, "%ff%fe=%00&=&%zz&_handler=a&_handler=b"),
        (UrlEncoded + "; charset=utf-7", "a=1"),
        (UrlEncoded + "; charset=utf-16", "a=1"),
        (UrlEncoded + "; charset=nonsense", "a=1"),
        ("text/plain", "a=1"),
        ("application/json", "{"),
        ("nonsense", "a=1"),
        (null, "a=1"),
    ];

    private readonly ConcurrentQueue<string> _log = new();
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync(builder => builder.Logging.AddProvider(this));
        await _server.OrganizationAsync("ada@example.org");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task EveryAddress_MalformedForm_IsRefused()
    {
        var paths = Paths().ToList();
        using var nobody = _server.Client();
        using var scope = new AssertionScope();
        foreach (var path in paths)
        {
            foreach (var (contentType, body) in Malformed)
            {
                var what = $"{path} {contentType} {body[..Math.Min(body.Length, 40)]}";
                _log.Clear();
                using var answer = await nobody.SendAsync(RequestOf(path, contentType, body));

                ((int)answer.StatusCode).Should().BeInRange(300, 499, what);
                _log.Should().HaveCountLessThan(2, what).And.NotContain(line => line.Contains('\n', StringComparison.Ordinal), what);
            }
        }

        paths.Should().HaveCountGreaterThan(100).And.Contain(["/sign-in", "/sign-out", "/setup", "/guest", "/_blazor/disconnect"]);
    }

    [Theory]
    [InlineData(Multipart, "x", 400)]
    [InlineData(UrlEncoded + "; charset=utf-7", "a=1", 415)]
    [InlineData(UrlEncoded, null, 413)]
    public async Task Form_ThatCannotBeRead_IsAnsweredWithAPageThatSaysSo(string contentType, string? body, int status)
    {
        using var nobody = _server.Client();

        using var answer = await nobody.SendAsync(RequestOf("/sign-in", contentType, body ?? "a=" + new string('a', 200_000)));

        ((int)answer.StatusCode).Should().Be(status);
        (await TestBrowser.PageAsync(answer)).QuerySelector("h1")!.TextContent.Should().Be("Not done");
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-out")]
    [InlineData("/occasions")]
    public async Task Form_OfManyMegabytes_IsRefusedBeforeItCame(string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_server.Address.Host, _server.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {_server.Address.Authority}\r\nContent-Type: {UrlEncoded}\r\nContent-Length: 29000000\r\n\r\na=1&"));

        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10))).Should().StartWith("HTTP/1.1 413");
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void IDisposable.Dispose()
    {
    }

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Warning)
        {
            _log.Enqueue(formatter(state, exception) + exception);
        }
    }

    private static HttpRequestMessage RequestOf(string path, string? contentType, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
    }

    private IEnumerable<string> Paths() => _server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Select(e => "/" + string.Join('/', e.RoutePattern.PathSegments.Select(s => string.Concat(s.Parts.Select(TextOf)))))
        .Distinct(StringComparer.Ordinal);

    private static string TextOf(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        _ => $"{Guid.Empty}",
    };
}
