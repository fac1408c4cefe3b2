using System.Net;
using Budgeting.Core.Organizations;

namespace Budgeting.Tests.Api;

public sealed class PeopleEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string People = "/api/v1/people";

    [Fact]
    public async Task Post_APerson_AnswersItWithItsAddressAndEtag()
    {
        var ada = await api.AdminAsync();

        var answer = await ada.PostAsync(People, """{"name": " Grandma ", "birthday": "1948-03-09", "notes": "Likes crime novels"}""");

        answer.Status.Should().Be(HttpStatusCode.Created);
        answer.Headers.Location!.ToString().Should().Be($"{People}/{answer["id"]}");
        answer.Etag.Should().Be("\"1\"");
        answer["name"].Should().Be("Grandma");
        answer["birthday"].Should().Be("1948-03-09");
        (await ada.GetAsync(answer.Headers.Location.ToString())).Text.Should().Be(answer.Text);
    }

    [Fact]
    public async Task Post_OfEverythingWrong_NamesEachField()
    {
        var ada = await api.AdminAsync();

        var answer = await ada.PostAsync(People, """{"name": 5, "birthday": "2026-02-30", "memberId": "x", "nmae": "Ada"}""");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Code.Should().Be("invalid");
        answer.Fields.Should().Equal("name", "birthday", "memberId", "nmae");
    }

    [Fact]
    public async Task Patch_OfOneField_LeavesTheOthers()
    {
        var ada = await api.AdminAsync();
        var person = await ada.PostAsync(People, """{"name": "Grandma", "birthday": "1948-03-09", "notes": "Tea"}""");

        var patched = await ada.PatchAsync($"{People}/{person["id"]}", """{"notes": "Coffee"}""");

        patched.Status.Should().Be(HttpStatusCode.OK);
        (patched["name"], patched["birthday"], patched["notes"]).Should().Be(("Grandma", "1948-03-09", "Coffee"));
        patched.Etag.Should().Be("\"2\"");
    }

    [Fact]
    public async Task Patch_WithNull_EmptiesTheField()
    {
        var ada = await api.AdminAsync();
        var person = await ada.PostAsync(People, """{"name": "Grandma", "birthday": "1948-03-09", "notes": "Tea"}""");

        var patched = await ada.PatchAsync($"{People}/{person["id"]}", """{"birthday": null}""");

        (patched["birthday"], patched["notes"]).Should().Be(("", "Tea"));
        (await ada.PatchAsync($"{People}/{person["id"]}", """{"name": null}""")).Fields.Should().Equal("name");
    }

    [Fact]
    public async Task Patch_WithAWholeAnswer_IgnoresWhatIsOnlyRead()
    {
        var ada = await api.AdminAsync();
        var person = await ada.PostAsync(People, """{"name": "Grandma"}""");

        var patched = await ada.PatchAsync(
            $"{People}/{person["id"]}", """{"id": "0197d4d2-55a0-7000-8000-000000000001", "version": 7, "name": "Nana", "birthday": null}""");

        (patched.Status, patched["name"], patched["id"], patched["version"]).Should().Be((HttpStatusCode.OK, "Nana", person["id"], "2"));
    }

    [Theory]
    [InlineData("""{"nmae": "Nana"}""", "nmae")]
    [InlineData("""{"nmae": null}""", "nmae")]
    [InlineData("""{"birthday": 5}""", "birthday")]
    public async Task Patch_OfAFieldThatIsUnknownOrWrong_NamesIt(string patch, string field)
    {
        var ada = await api.AdminAsync();
        var person = await ada.PostAsync(People, """{"name": "Grandma"}""");

        var refused = await ada.PatchAsync($"{People}/{person["id"]}", patch);

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.BadRequest, "invalid"));
        refused.Fields.Should().Equal(field);
    }

    [Fact]
    public async Task Patch_OfDifferentFieldsAtOnce_LosesNone()
    {
        var ada = await api.AdminAsync();
        var person = await ada.PostAsync(People, """{"name": "Grandma"}""");
        var address = $"{People}/{person["id"]}";

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => ada.PatchAsync(address, i % 2 == 0 ? """{"notes": "Tea"}""" : """{"birthday": "1948-03-09"}""")));

        answers.Should().OnlyContain(a => a.Status == HttpStatusCode.OK);
        var now = await ada.GetAsync(address);
        (now["name"], now["notes"], now["birthday"]).Should().Be(("Grandma", "Tea", "1948-03-09"));
    }

    [Fact]
    public async Task Delete_APerson_LeavesNothing()
    {
        var ada = await api.AdminAsync();
        var person = await ada.Actor.PersonAsync();

        var deleted = await ada.DeleteAsync($"{People}/{person.Id}");

        (deleted.Status, deleted.Text).Should().Be((HttpStatusCode.NoContent, ""));
        (await ada.GetAsync($"{People}/{person.Id}")).Code.Should().Be("not-found");
        (await ada.DeleteAsync($"{People}/{person.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Delete_APersonWithGifts_IsAConflict()
    {
        var ada = await api.AdminAsync();
        var person = await ada.Actor.PersonAsync();
        await ada.Actor.GiftAsync(await ada.Actor.OccasionAsync(), recipient: person.Id);

        var refused = await ada.DeleteAsync($"{People}/{person.Id}");

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Conflict, "person.in-use"));
    }

    [Fact]
    public async Task List_PageByPage_FindsEachPersonOnce()
    {
        var ada = await api.AdminAsync();
        var names = Enumerable.Range(1, 7).Select(i => $"Person {i}").ToList();
        foreach (var name in names)
        {
            await ada.Actor.PersonAsync(name);
        }

        var pages = await ada.PagesAsync($"{People}?limit=3");

        pages.Select(p => p.Count).Should().Equal(3, 3, 1);
        pages.SelectMany(p => p).Select(p => p.GetProperty("name").GetString()).Should().BeEquivalentTo(names);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("limit=1.5&cursor=!", "limit,cursor")]
    public async Task List_WithAWrongParameter_NamesIt(string query, string fields)
    {
        var ada = await api.AdminAsync();

        var refused = await ada.GetAsync($"{People}?{query}");

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.BadRequest, "invalid"));
        refused.Fields.Should().Equal(fields.Split(','));
    }

    [Fact]
    public async Task List_OfAnotherOrganization_ShowsNothing()
    {
        var ada = await api.AdminAsync();
        await ada.Actor.PersonAsync();
        var eve = await api.AdminAsync();

        (await eve.GetAsync(People)).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Viewer_Reads_AndWritesNothing()
    {
        var ada = await api.AdminAsync();
        var person = await ada.Actor.PersonAsync();
        var viewer = await api.MemberAsync(ada, Role.Viewer);

        (await viewer.GetAsync($"{People}/{person.Id}"))["name"].Should().Be("Grandma");
        (await viewer.PostAsync(People, """{"name": "Eve"}""")).Code.Should().Be("forbidden");
        (await ada.GetAsync(People)).Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }
}
