using System.IO.Compression;
using System.Text;
using Budgeting.Tests.Support;
using Budgeting.Web.LinkPreviews;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Budgeting.Tests.LinkPreviews;

public sealed class PageFetcherTests : IAsyncLifetime
{
    private const int Mebibyte = 1024 * 1024;

    private readonly LinkPreviewOptions _options = new();
    private TestShop _shop = null!;
    private PageFetcher _fetcher = null!;

    public async Task InitializeAsync()
    {
        _shop = await TestShop.StartAsync();
        _shop.Open(_options);
        _fetcher = new PageFetcher(Options.Create(_options));
    }

    public async Task DisposeAsync()
    {
        _fetcher.Dispose();
        await _shop.DisposeAsync();
    }

    [Fact]
    public async Task Fetch_APage_SaysWhoAsksAndNothingElse()
    {
        _shop.Answer("/", context =>
        {
            context.Response.Headers.SetCookie = "id=1";
            return Task.CompletedTask;
        });
        await FetchAsync("/");

        await FetchAsync("/");

        _shop.Requests[1].Headers.Keys.Should().BeEquivalentTo("Accept", "Accept-Encoding", "Host", "User-Agent");
        _shop.Requests[1].Headers["User-Agent"].Should().Be("Budgeting link preview");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Fetch_ARedirect_IsFollowed(int status)
    {
        _shop.Redirect("/old", "headphones", status);

        (await FetchAsync("/old")).Address.AbsolutePath.Should().Be("/headphones");
    }

    [Theory]
    [InlineData("http://127.0.0.1/", "link.not-allowed")]
    [InlineData("http://localhost/", "link.not-allowed")]
    [InlineData("http://[::1]/", "link.not-allowed")]
    [InlineData("http://[::ffff:127.0.0.1]/", "link.not-allowed")]
    [InlineData("http://2130706433/", "link.not-allowed")]
    [InlineData("http://0x7f.1/", "link.not-allowed")]
    [InlineData("http://0/", "link.not-allowed")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "link.not-allowed")]
    [InlineData("http://10.0.0.1/", "link.not-allowed")]
    [InlineData("http://127.0.0.1:5080/", "link.refused")]
    [InlineData("http://ada:secret@shop.example/headphones", "link.refused")]
    [InlineData("file:///etc/passwd", "link.refused")]
    public async Task Fetch_ARedirectToWhereNobodyIsAsked_IsRefused(string to, string code)
    {
        _shop.Redirect("/away", to);

        (await RefusalAsync("/away")).Code.Should().Be(code);
    }

    [Fact]
    public async Task Fetch_ARedirectToAnotherServerOfThisMachine_NeverReachesIt()
    {
        await using var other = await TestShop.StartAsync();
        other.Page("/", "secret");
        _shop.Redirect("/away", $"http://{other.Endpoint}/");

        await RefusalAsync("/away");

        other.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Fetch_Redirects_AreFollowedFiveTimes()
    {
        _shop.Page("/0", "there");
        Enumerable.Range(1, 6).ToList().ForEach(i => _shop.Redirect($"/{i}", $"/{i - 1}"));

        (await FetchAsync("/5")).Address.AbsolutePath.Should().Be("/0");
        (await RefusalAsync("/6")).Code.Should().Be("link.refused");
        _shop.Requests.Should().HaveCount(12);
    }

    [Fact]
    public async Task Fetch_WhatIsTooLarge_ReadsAMebibyte()
    {
        _shop.File("/large", new byte[3 * Mebibyte], "text/html");
        _shop.File("/most", new byte[Mebibyte], "text/html");

        var (large, most) = (await FetchAsync("/large"), await FetchAsync("/most"));

        (large.Bytes.Length, large.IsWhole, most.Bytes.Length, most.IsWhole).Should().Be((Mebibyte, false, Mebibyte, true));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Fetch_WhatIsPackedSmall_UnpacksAMebibyte(string encoding)
    {
        _shop.File("/bomb", Packed(new byte[200 * Mebibyte], encoding), "text/html", encoding);
        _shop.File("/page", Packed("<title>Kite</title>"u8.ToArray(), encoding), "text/html", encoding);

        var (bomb, page) = (await FetchAsync("/bomb"), await FetchAsync("/page"));

        (bomb.Bytes.Length, bomb.IsWhole).Should().Be((Mebibyte, false));
        (Encoding.UTF8.GetString(page.Bytes), page.IsWhole).Should().Be(("<title>Kite</title>", true));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("gzip, gzip")]
    public async Task Fetch_WhatIsNotPackedAsItSays_IsRefused(string encoding)
    {
        _shop.File("/broken", "not packed"u8.ToArray(), "text/html", encoding);

        (await RefusalAsync("/broken")).Code.Should().Be("link.unreachable");
    }

    [Fact]
    public async Task Fetch_WhatIsSlow_EndsInTime()
    {
        _options.Timeout = TimeSpan.FromMilliseconds(300);
        _shop.Silence("/never");
        _shop.Answer("/drop", async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ");
                await context.Response.Body.FlushAsync();
#pragma warning disable RS0030 // It is the slowness that is tested.
                await Task.Delay(20);
#pragma warning restore RS0030
            }
        });

        (await RefusalAsync("/never")).Message.Should().Be("shop.example took too long to answer. Try again, or fill in the gift yourself.");
        (await RefusalAsync("/drop")).Code.Should().Be("link.timeout");
    }

    [Fact]
    public async Task Fetch_ClosedByWhoAsked_IsCancelled()
    {
        using var closed = new CancellationTokenSource();
        _shop.Silence("/never", _ => closed.Cancel());

        await FluentActions.Awaiting(() => _fetcher.FetchAsync(new Uri(TestShop.Address + "/never"), "text/html", closed.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Fetch_WhatIsNotGiven_SaysTheStatus() =>
        (await RefusalAsync("/nowhere")).Message.Should().Be("shop.example didn't give the page away (it answered 404). Fill in the gift yourself.");

    [Fact]
    public async Task Fetch_WhereNobodyListens_SaysSo()
    {
        await _shop.DisposeAsync();

        (await RefusalAsync("/")).Message.Should().Be("shop.example can't be reached. Check the address, or fill in the gift yourself.");
    }

    private static byte[] Packed(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Fastest) : new GZipStream(packed, CompressionLevel.Fastest))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }

    private Task<Fetched> FetchAsync(string path) => _fetcher.FetchAsync(new Uri(TestShop.Address + path), "text/html", CancellationToken.None);

    private Task<LinkPreviewException> RefusalAsync(string path) => FluentActions.Awaiting(() => FetchAsync(path)).ShouldRefuseAsync<LinkPreviewException>();
}
