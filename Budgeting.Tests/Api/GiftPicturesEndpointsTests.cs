using System.Net;
using System.Net.Http.Headers;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

public sealed class GiftPicturesEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Put_ThenGet_AnswersTheSameBytesAndTheirKind()
    {
        var (ada, gift) = await GiftAsync();

        var put = await PutAsync(ada, gift, TestPictures.Png, "image/jpeg");
        var got = await ada.Client.GetAsync(AddressOf(gift));

        (put.StatusCode, put.Headers.ETag!.Tag).Should().Be((HttpStatusCode.OK, "\"2\""));
        (await got.Content.ReadAsByteArrayAsync()).Should().Equal(TestPictures.Png);
        got.Content.Headers.ContentType!.MediaType.Should().Be("image/png", "the bytes say so");
        got.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        got.Headers.CacheControl!.ToString().Should().Be("no-cache, private");
        (await put.Content.ReadAsStringAsync()).Should().Contain($"\"picture\":{got.Headers.ETag}");
    }

    [Fact]
    public async Task Get_WithTheEtag_AnswersNothingNew()
    {
        var (ada, gift) = await GiftAsync();
        await PutAsync(ada, gift, TestPictures.Png);
        var etag = (await ada.Client.GetAsync(AddressOf(gift))).Headers.ETag!.Tag;

        (await ada.GetAsync(AddressOf(gift), ("If-None-Match", etag))).Status.Should().Be(HttpStatusCode.NotModified);
        await PutAsync(ada, gift, TestPictures.Gif);
        (await ada.GetAsync(AddressOf(gift), ("If-None-Match", etag))).Status.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Put_WhatIsNoPicture_SaysWhatIs()
    {
        var (ada, gift) = await GiftAsync();

        var svg = await PutAsync(ada, gift, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray());
        var json = await ada.PutAsync(AddressOf(gift), """{"picture": "…"}""");
        var large = await PutAsync(ada, gift, [.. TestPictures.Png, .. new byte[PictureInput.MaxBytes]]);

        svg.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await svg.Content.ReadAsStringAsync()).Should().Contain("\"errors\":{\"picture\":[\"Choose a JPEG, PNG, WebP, GIF or AVIF picture.\"]}");
        (json.Status, json.Code).Should().Be((HttpStatusCode.UnsupportedMediaType, "request.media-type"));
        large.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await ada.GetAsync(AddressOf(gift))).Code.Should().Be("not-found");
    }

    [Fact]
    public async Task Put_OnAnOlderVersion_IsRefused()
    {
        var (ada, gift) = await GiftAsync();
        await PutAsync(ada, gift, TestPictures.Png);

        (await ada.DeleteAsync(AddressOf(gift), ("If-Match", "\"1\""))).Code.Should().Be("stale");
        (await ada.DeleteAsync(AddressOf(gift), ("If-Match", "\"2\""))).Status.Should().Be(HttpStatusCode.NoContent);
        (await ada.GetAsync(AddressOf(gift))).Code.Should().Be("not-found");
    }

    [Fact]
    public async Task Get_OfASurprise_IsAnsweredAsIfItWereNotThere()
    {
        var (ada, _) = await GiftAsync();
        var max = await api.MemberAsync(ada, Role.Admin);
        var person = await ada.Actor.People.AddAsync(new PersonInput { Name = "Max", MemberId = max.Actor.MemberId }, default);
        var gift = await ada.Actor.GiftAsync(await ada.Actor.OccasionAsync(), recipient: person.Id);
        await PutAsync(ada, gift, TestPictures.Png);

        var hidden = await max.GetAsync(AddressOf(gift));
        var unknown = await max.GetAsync($"/api/v1/gifts/{Guid.NewGuid()}/picture");

        hidden.Code.Should().Be("not-found");
        Without(hidden["traceId"], hidden.Text).Should().Be(Without(unknown["traceId"], unknown.Text));
        hidden.Headers.Select(h => h.Key).Should().Equal(unknown.Headers.Select(h => h.Key));
    }

    private static string Without(string traceId, string text) => text.Replace(traceId, "", StringComparison.Ordinal);

    private static string AddressOf(GiftDto gift) => $"/api/v1/gifts/{gift.Id}/picture";

    private async Task<(ApiUser User, GiftDto Gift)> GiftAsync()
    {
        var ada = await api.AdminAsync();
        return (ada, await ada.Actor.GiftAsync(await ada.Actor.OccasionAsync()));
    }

    private static async Task<HttpResponseMessage> PutAsync(ApiUser user, GiftDto gift, byte[] bytes, string type = "image/png")
    {
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        return await user.Client.PutAsync(new Uri(AddressOf(gift), UriKind.Relative), content);
    }
}
