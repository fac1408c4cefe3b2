using System.Collections.Concurrent;
using System.Net;
using AngleSharp.Dom;
using Budgeting.Core.Gifting;
using Budgeting.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Budgeting.Tests.Guests;

/// <summary>The page that a guest link opens, over HTTP: what it gives away, and to whom.</summary>
public sealed class GuestGiftsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task Link_Opened_ShowsTheGifts_AndLeavesItsSecretInNoLog()
    {
        using var log = new LogLines();
        await using var server = await TestServer.StartAsync(builder => builder.Logging.ClearProviders().AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        var (ada, occasion) = await OccasionAsync(server);
        var gift = await ada.GiftAsync(occasion, name: "Kite");
        var link = await ada.GuestLinks.CreateAsync(occasion.Id, new GuestLinkInput(), default);
        using var browser = server.Browser();

        (await browser.PostFormAsync("/guest", new { Link = $"https://example.org/guest#{link.Secret}" })).StatusCode.Should().Be(HttpStatusCode.Redirect);
        var page = await (await browser.GetAsync("/guest")).Content.ReadAsStringAsync();

        page.Should().Contain("Kite").And.NotContain(link.Secret).And.Contain(gift.Id.ToString());
        log.Lines.Should().NotBeEmpty().And.NotContain(line => line.Contains(link.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("archived")]
    [InlineData("forgotten")]
    public async Task Take_OnAPageWhoseLinkIsNoLongerGood_SaysSo(string how)
    {
        var (ada, occasion) = await OccasionAsync(fixture.Server);
        await ada.GiftAsync(occasion, name: "Kite");
        var link = await ada.GuestLinks.CreateAsync(occasion.Id, new GuestLinkInput(), default);
        using var browser = fixture.Server.Browser();
        await browser.PostFormAsync("/guest", new { Link = link.Secret });
        var page = await TestBrowser.PageAsync(await browser.GetAsync("/guest"));

        await (how switch
        {
            "revoked" => ada.GuestLinks.RevokeAsync(link.Link.Id, default),
            "archived" => ada.Occasions.UpdateAsync(occasion.Id, occasion.ToInput() with { Archived = true }, null, default),
            _ => Task.CompletedTask,
        });
        using var stranger = new TestBrowser(fixture.Server.Address);
        foreach (Cookie cookie in browser.Cookies.GetCookies(fixture.Server.Address).Where(c => c.Name != "budgeting-guest"))
        {
            stranger.Cookies.Add(cookie);
        }

        var answer = await PressAsync(how == "forgotten" ? stranger : browser, page, "Form.TakeId");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await TestBrowser.PageAsync(answer)).QuerySelector("[role=alert]")!.TextContent.Should().StartWith("This link isn't good any more.");
    }

    [Fact]
    public async Task Link_ThatIsNotGood_SaysSo()
    {
        await OccasionAsync(fixture.Server);
        using var browser = fixture.Server.Browser();

        var answer = await browser.PostFormAsync("/guest", new { Link = "bdg_nonsense" });

        (await answer.Content.ReadAsStringAsync()).Should().Contain("This link isn&#x27;t good");
    }

    [Fact]
    public async Task TooManyRequests_AreRefused()
    {
        await using var server = await TestServer.StartAsync(builder => builder.Configuration["RateLimits:Guests:Burst"] = "3");
        await OccasionAsync(server);
        using var browser = server.Browser();
        var statuses = new List<HttpStatusCode>();

        for (var i = 0; i < 6; i++)
        {
            statuses.Add((await browser.GetAsync("/guest")).StatusCode);
        }

        statuses.Take(3).Should().OnlyContain(s => s == HttpStatusCode.OK);
        statuses[^1].Should().Be(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Cookie_MadeUp_OpensNothing()
    {
        await OccasionAsync(fixture.Server);
        using var browser = fixture.Server.Browser();
        browser.Cookies.Add(fixture.Server.Address, new Cookie("budgeting-guest", "made-up"));

        (await browser.GetAsync("/guest")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> PressAsync(TestBrowser browser, IDocument page, string name)
    {
        var button = page.QuerySelector($"button[name='{name}']")!;
        var fields = button.Closest("form")!.QuerySelectorAll("input[type=hidden]")
            .Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!))
            .Concat([KeyValuePair.Create("Form.Name", "Aunt Olga"), KeyValuePair.Create(name, button.GetAttribute("value")!)]);
        return browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri("/guest", UriKind.Relative)) { Content = new FormUrlEncodedContent(fields) });
    }

    private static async Task<(TestActor Ada, OccasionDto Occasion)> OccasionAsync(TestServer server)
    {
        var ada = await server.Services.OrganizationAsync();
        return (ada, await ada.OccasionAsync());
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public ConcurrentBag<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Add(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));

        public void Dispose()
        {
            // Nothing is open.
        }
    }
}
