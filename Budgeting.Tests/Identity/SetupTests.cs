using System.Net;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Identity;

public sealed class SetupTests : IAsyncLifetime
{
    private TestServer _server = null!;
    private TestBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _browser = _server.Browser();
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _server.DisposeAsync();
    }

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
        var answer = await SetUpAsync();

        answer.Headers.Location!.OriginalString.Should().Be("/");
        var home = await _browser.GetAsync("/");
        home.StatusCode.Should().Be(HttpStatusCode.OK);
        (await home.Content.ReadAsStringAsync()).Should().Contain("The Lovelaces");
    }

    [Fact]
    public async Task SetUp_Done_LeadsToSignInAndRefusesAnother()
    {
        using var late = _server.Browser();
        var form = await late.GetAsync("/setup");
        await SetUpAsync();

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
        await SetUpAsync(sampleData: asked);

        var page = await TestBrowser.PageAsync(await _browser.GetAsync("/occasions"));

        (page.QuerySelector("main a[href^='/occasions/']") is not null).Should().Be(expected);
    }

    private Task<HttpResponseMessage> SetUpAsync(string sampleData = "") => _browser.PostFormAsync("/setup", new
    {
        Name = "Ada",
        Email = "ada@example.org",
        Password = TestWorld.Password,
        OrganizationName = "The Lovelaces",
        Currency = "EUR",
        SampleData = sampleData,
    });
}
