using System.Net;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Identity;

public sealed class SetupTests(ServerFixture untouched) : IClassFixture<ServerFixture>, IDisposable
{
    private readonly TestBrowser _browser = untouched.Server.Browser();

    public void Dispose() => _browser.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/account")]
    [InlineData("/join/anything")]
    public async Task EveryPage_NobodyCanSignIn_LeadsToSetup(string path) =>
        (await _browser.GetAsync(path)).Headers.Location.Should().Be("/setup");

    [Fact]
    public async Task SetUp_CreatesTheAdminAndSignsIn()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Browser();

        var answer = await SetUpAsync(browser);

        answer.Headers.Location!.OriginalString.Should().Be("/");
        var home = await browser.GetAsync("/");
        home.StatusCode.Should().Be(HttpStatusCode.OK);
        (await home.Content.ReadAsStringAsync()).Should().Contain("The Lovelaces");
    }

    [Fact]
    public async Task SetUp_Done_LeadsToSignInAndRefusesAnother()
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Browser();
        using var late = server.Browser();
        var form = await late.GetAsync("/setup");
        await SetUpAsync(browser);

        (await late.GetAsync("/setup")).Headers.Location!.OriginalString.Should().Be("/sign-in");
        (await late.GetAsync("/")).Headers.Location!.OriginalString.Should().Be("/sign-in?returnUrl=%2F");
        form.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task SetUp_SomethingWrong_SaysWhatBesideTheFieldAndKeepsWhatWasTyped()
    {
        var answer = await _browser.PostFormAsync("/setup", new { Name = "Ada", Email = "ada", Password = "too short", OrganizationName = "" });

        var page = await TestBrowser.PageAsync(answer);
        var email = page.QuerySelector("[name='Form.Email']")!;
        email.GetAttribute("value").Should().Be("ada");
        page.GetElementById(email.GetAttribute("aria-describedby")!)!.TextContent.Should().Contain("Enter an e-mail address");
        page.QuerySelector("[name='Form.Password']")!.HasAttribute("value").Should().BeFalse();
        page.QuerySelectorAll(".field-error").Should().HaveCount(3);
        page.Body!.TextContent.Split("A sentence is easy to remember.").Should().HaveCount(2, "what is wrong says what the hint said");
    }

    [Fact]
    public async Task Setup_PreselectsTheCurrencyOfTheBrowsersCountry()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/setup") { Headers = { { "Accept-Language", "ja-JP" } } };

        var page = await TestBrowser.PageAsync(await _browser.SendAsync(request));

        page.QuerySelector("option[selected]")!.GetAttribute("value").Should().Be("JPY");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("true", true)]
    public async Task SetUp_FillsWithSampleDataWhereAsked(string asked, bool expected)
    {
        await using var server = await TestServer.StartAsync();
        using var browser = server.Browser();
        await SetUpAsync(browser, sampleData: asked);

        var page = await TestBrowser.PageAsync(await browser.GetAsync("/occasions"));

        (page.QuerySelector("main a[href^='/occasions/']") is not null).Should().Be(expected);
    }

    private static Task<HttpResponseMessage> SetUpAsync(TestBrowser browser, string sampleData = "") => browser.PostFormAsync("/setup", new
    {
        Name = "Ada",
        Email = "ada@example.org",
        Password = TestWorld.Password,
        OrganizationName = "The Lovelaces",
        Currency = "EUR",
        SampleData = sampleData,
    });
}
