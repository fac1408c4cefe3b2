using System.Net;
using System.Text.Json;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;
using Budgeting.Web.LinkPreviews;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Api;

public sealed class LinkPreviewsEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string Previews = "/api/v1/link-previews";

    [Fact]
    public async Task Post_AProductsPage_AnswersWhatItSays()
    {
        var ada = await api.AdminAsync();

        var answer = await ReadAsync(ada, "/headphones");

        answer.Text.Should().Be("""{"title":"Headphones","price":129.9,"currency":"USD","imageUrl":"http://shop.example/headphones.png","site":"shop.example"}""");
    }

    [Fact]
    public async Task Post_APageInAnotherCurrency_AnswersTheCurrencyWithoutThePrice()
    {
        var ada = await api.AdminAsync(currency: "EUR");

        var answer = await ReadAsync(ada, "/headphones");

        (answer.Json.GetProperty("price").ValueKind, answer["currency"]).Should().Be((JsonValueKind.Null, "USD"));
    }

    [Theory]
    [InlineData("/file", "link.not-a-page", "This link leads to a file, not to a web page. Fill in the gift yourself.")]
    [InlineData("/empty", "link.nothing-found", "The page says nothing about a product. Fill in the gift yourself.")]
    [InlineData("/nowhere", "link.refused", "shop.example didn't give the page away (it answered 404). Fill in the gift yourself.")]
    [InlineData("/home", "link.not-allowed", "Only pages on the public internet are read, at the usual ports and without a password in the address.")]
    public async Task Post_WhatCannotBeRead_SaysWhy(string path, string code, string sentence)
    {
        var ada = await api.AdminAsync();
        api.Shop.File("/file", [1, 2, 3], "application/pdf");
        api.Shop.Page("/empty", "<p>Hello</p>");
        api.Shop.Redirect("/home", "http://192.168.1.1/");

        var answer = await ReadAsync(ada, path);

        (answer.Status, answer.Code, answer["detail"]).Should().Be((HttpStatusCode.Conflict, code, sentence));
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("ftp://shop.example")]
    public async Task Post_WhatIsNoWebAddress_IsInvalid(string url)
    {
        var ada = await api.AdminAsync();

        (await ada.PostAsync(Previews, JsonSerializer.Serialize(new { url }))).Fields.Should().Equal("url");
    }

    [Fact]
    public async Task Post_MoreThan20InAMinute_IsRefusedToThatMemberOnly()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Member);

        var answers = new List<ApiAnswer>();
        for (var i = 0; i < 21; i++)
        {
            answers.Add(await ReadAsync(ada, "/headphones"));
        }

        answers.Select(a => a.Status).Should().Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 20), HttpStatusCode.TooManyRequests]);
        (answers[^1].Code, answers[^1].Headers.RetryAfter!.Delta).Should().Be(("link.too-many", TimeSpan.FromMinutes(1)));
        (await ReadAsync(max, "/headphones")).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Post_WhereItIsSwitchedOff_AsksNobody()
    {
        await using var server = await TestServer.StartAsync(builder =>
        {
            api.Shop.Open(builder.Services);
            builder.Configuration["Features:LinkPreviews"] = "false";
        });
        api.Shop.Page("/unasked", "<title>Kite</title>");
        var ada = await server.Services.OrganizationAsync();
        using var client = server.Client((await ada.Tokens.CreateAsync("tests", role: null, default)).Secret);

        var answer = await client.SendAsync(HttpMethod.Post, Previews, """{"url": "http://shop.example/unasked"}""");

        answer.Code.Should().Be("link.off");
        api.Shop.Requests.Should().NotContain(r => r.Path == "/unasked");
    }

    [Fact]
    public async Task Picture_OfAPage_IsGotIfItIsOneThatIsKept()
    {
        api.Shop.File("/large.png", [.. TestPictures.Png, .. new byte[1024 * 1024]], "image/png");
        api.Shop.Page("/drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml");
        api.Shop.Redirect("/moved.png", "/headphones.png");
        var previews = (await api.AdminAsync()).Actor.Get<LinkPreviewService>();

        (await PictureAsync(previews, "http://shop.example/moved.png"))!.Bytes.Should().Equal(TestPictures.Png);
        (await PictureAsync(previews, "http://shop.example/large.png")).Should().BeNull();
        (await PictureAsync(previews, "http://shop.example/drawing.svg")).Should().BeNull();
        (await PictureAsync(previews, "http://127.0.0.1/")).Should().BeNull();
        (await PictureAsync(previews, null)).Should().BeNull();
    }

    [Fact]
    public async Task Configuration_LetsNobodyReachThisMachine()
    {
        await using var server = await TestServer.StartAsync(builder =>
        {
            builder.Configuration["LinkPreviews:TestHosts:shop.example"] = api.Shop.Endpoint.ToString();
            builder.Configuration["LinkPreviewOptions:TestHosts:shop.example"] = api.Shop.Endpoint.ToString();
        });

        server.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<LinkPreviewOptions>>().Value.TestHosts.Should().BeEmpty();
    }

    private static Task<ApiAnswer> ReadAsync(ApiUser user, string path) =>
        user.PostAsync(Previews, JsonSerializer.Serialize(new { url = TestShop.Address + path }));

    private static Task<Core.Gifting.PictureInput?> PictureAsync(LinkPreviewService previews, string? address) =>
        previews.PictureAsync(new LinkPreview("Kite", null, null, address, "shop.example"), default);
}
