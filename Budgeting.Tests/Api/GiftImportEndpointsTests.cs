using System.Net;
using System.Text;
using Budgeting.Core.Gifting;
using Budgeting.Core.Organizations;

namespace Budgeting.Tests.Api;

public sealed class GiftImportEndpointsTests(ApiServer api) : IClassFixture<ApiServer>, IAsyncLifetime
{
    private const string Gifts = "name,recipient,price\nBook,Olga,12.50\n";

    private ApiUser _ada = null!;
    private OccasionDto _occasion = null!;

    private string Address => $"/api/v1/occasions/{_occasion.Id}/gifts";

    public async Task InitializeAsync()
    {
        _ada = await api.AdminAsync();
        _occasion = await _ada.Actor.OccasionAsync(name: "Weihnachten/\"Łódź\"\u202E");
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Get_AnswersAFileToSave()
    {
        await _ada.Actor.GiftAsync(_occasion, name: "=cmd");

        using var answer = await _ada.Client.GetAsync(new Uri(Address + ".csv", UriKind.Relative));

        answer.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        var disposition = answer.Content.Headers.ContentDisposition!;
        (disposition.DispositionType, disposition.FileNameStar).Should().Be(("attachment", "WeihnachtenŁódź gifts.csv"));
        answer.Headers.CacheControl!.ToString().Should().Be("no-cache, private");
        (await answer.Content.ReadAsByteArrayAsync()).Should().StartWith(Encoding.UTF8.Preamble.ToArray());
        (await answer.Content.ReadAsStringAsync()).Should().Contain("\r\n'=cmd,,Selected,20.00,");
    }

    [Fact]
    public async Task Post_OfAPreview_WritesNothing()
    {
        var preview = await SendAsync("/import?preview=true", Gifts);

        preview.Text.Should().Be("""{"added":1,"alreadyThere":0,"total":12.5,"newPeople":["Olga"],"ignoredColumns":[],"gifts":[{"line":2,"name":"Book","recipient":"Olga","status":"Idea","quantity":1,"lineTotal":12.5}],"writeId":null}""");
        (await SendAsync("/import?addPeople=true", Gifts))["added"].Should().Be("1");
        (await SendAsync("/import?addPeople=true", Gifts))["alreadyThere"].Should().Be("1");
    }

    [Fact]
    public async Task Post_OfWrongLines_NamesLineAndColumn()
    {
        var refused = await SendAsync("/import", Gifts + ",,x");

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.BadRequest, "import.invalid"));
        refused.Fields.Should().BeEquivalentTo("line 2, recipient", "line 3, name", "line 3, price");
        refused["detail"].Should().Be("2 lines need a correction; nothing was imported.");
    }

    [Fact]
    public async Task Post_WithAnIdempotencyKey_IsAnsweredTheSameAgain()
    {
        var first = await SendAsync("/import?addPeople=true", Gifts, ("Idempotency-Key", "a"));
        var again = await SendAsync("/import?addPeople=true", Gifts, ("Idempotency-Key", "a"));
        var other = await SendAsync("/import?addPeople=true", Gifts + "Tea,,\n", ("Idempotency-Key", "a"));

        again.Text.Should().Be(first.Text);
        again.Headers.GetValues("Idempotency-Replayed").Should().Equal("true");
        other.Code.Should().Be("idempotency.key-reused");
    }

    [Fact]
    public async Task Post_OfSomethingElse_IsRefused()
    {
        (await _ada.PostAsync(Address + "/import", "{}")).Code.Should().Be("request.media-type");
        (await SendAsync("/import?preview=maybe", Gifts)).Code.Should().Be("request.malformed");

        // Asked first, so that it is refused before it is sent, and not in the middle.
        (await SendAsync("/import", new string('a', 1024 * 1024 + 1), ("Expect", "100-continue"))).Code.Should().Be("request.too-large");
    }

    [Fact]
    public async Task Viewer_MayExportAndNotImport()
    {
        var viewer = await api.MemberAsync(_ada, Role.Viewer);

        (await viewer.GetAsync(Address + ".csv")).Status.Should().Be(HttpStatusCode.OK);
        (await SendAsync("/import?preview=true", Gifts, viewer)).Code.Should().Be("forbidden");
        (await SendAsync("/import", Gifts, await api.AdminAsync())).Code.Should().Be("not-found");
    }

    private Task<ApiAnswer> SendAsync(string path, string file, params (string, string)[] headers) => SendAsync(path, file, _ada, headers);

    private async Task<ApiAnswer> SendAsync(string path, string file, ApiUser user, params (string, string)[] headers)
    {
        using var content = new StringContent(file, Encoding.UTF8, "text/csv");
        return await user.Client.SendContentAsync(HttpMethod.Post, Address + path, content, headers);
    }
}
