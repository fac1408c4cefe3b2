using System.Collections.Concurrent;
using System.Net;
using Budgeting.Web.LinkPreviews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Budgeting.Tests.Support;

/// <summary>What the shop was asked.</summary>
public sealed record ShopRequest(string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>A shop on this machine, which a server that was told so takes for <c>http://shop.example</c>.</summary>
public sealed class TestShop : IAsyncDisposable
{
    public const string Address = "http://shop.example";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ShopRequest> _requests = [];
    private readonly Dictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);

    private TestShop()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(context => _pages.TryGetValue(context.Request.Path, out var page) ? page(context) : NotFound(context));
    }

    public IReadOnlyList<ShopRequest> Requests => [.. _requests];

    public IPEndPoint Endpoint => IPEndPoint.Parse(new Uri(_app.Urls.First()).Authority);

    /// <summary>Has headphones for 129.90 dollars, with a picture.</summary>
    public static async Task<TestShop> StartAsync()
    {
        var shop = new TestShop();
        shop.Page("/headphones", """
            <!doctype html><title>Headphones – shop</title>
            <script type="application/ld+json">
            {"@context": "https://schema.org", "@type": "Product", "name": "Headphones", "image": "/headphones.png",
             "offers": {"@type": "Offer", "price": "129.90", "priceCurrency": "USD"}}
            </script>
            """);
        shop.File("/headphones.png", TestPictures.Png, "image/png");
        await shop._app.StartAsync();
        return shop;
    }

    public void Page(string path, string html, string type = "text/html; charset=utf-8") => File(path, System.Text.Encoding.UTF8.GetBytes(html), type);

    public void File(string path, byte[] bytes, string type, string? encoding = null) => Answer(path, async context =>
    {
        context.Response.ContentType = type;
        context.Response.Headers.ContentEncoding = encoding;
        await context.Response.Body.WriteAsync(bytes);
    });

    public void Redirect(string path, string to, int status = StatusCodes.Status302Found) => Answer(path, context =>
    {
        (context.Response.StatusCode, context.Response.Headers.Location) = (status, to);
        return Task.CompletedTask;
    });

    /// <summary>Takes requests, and never answers one.</summary>
    public void Silence(string path, Action<CancellationToken>? asked = null) => Answer(path, context =>
    {
        asked?.Invoke(context.RequestAborted);
        return new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
    });

    public void Answer(string path, RequestDelegate answer) => _pages[path] = context =>
    {
        _requests.Enqueue(new ShopRequest(context.Request.Path, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        return answer(context);
    };

    /// <summary>Has a server take this for the shop.</summary>
    public void Open(IServiceCollection services) => services.Configure<LinkPreviewOptions>(Open);

    internal void Open(LinkPreviewOptions options) => options.TestHosts["shop.example"] = Endpoint;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
