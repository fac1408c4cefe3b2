using System.Net;
using Budgeting.Core.Gifting;

namespace Budgeting.Tests.Api;

public sealed class EtagTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Write_OfAStaleRecord_IsRefusedAndOverwritesNothing()
    {
        var (ada, gift) = await GiftAsync();
        await ada.PatchAsync(gift, """{"name": "Theirs"}""", ("If-Match", "\"1\""));

        var patch = await ada.PatchAsync(gift, """{"name": "Mine"}""", ("If-Match", "\"1\""));
        var move = await ada.PostAsync($"{gift}/move", """{"status": "Received"}""", ("If-Match", "\"1\""));
        var delete = await ada.DeleteAsync(gift, ("If-Match", "\"1\""));

        new[] { patch, move, delete }.Should().OnlyContain(a => a.Status == HttpStatusCode.PreconditionFailed && a.Code == "stale");
        patch["detail"].Should().Contain("Ada");
        (await ada.GetAsync(gift))["name"].Should().Be("Theirs");
    }

    [Fact]
    public async Task Write_OfTheBudgetOnAStaleOccasion_IsRefused()
    {
        var ada = await api.AdminAsync();
        var budget = $"/api/v1/occasions/{(await ada.Actor.OccasionAsync()).Id}/budget";

        (await ada.PutAsync(budget, """{"amount": 1}""", ("If-Match", "\"1\""))).Status.Should().Be(HttpStatusCode.OK);
        (await ada.PutAsync(budget, """{"amount": 2}""", ("If-Match", "\"1\""))).Code.Should().Be("stale");
    }

    [Theory]
    [InlineData("*", HttpStatusCode.OK, null)]
    [InlineData("\"1\"", HttpStatusCode.OK, null)]
    [InlineData("W/\"1\"", HttpStatusCode.PreconditionFailed, "stale")]
    [InlineData("\"another\"", HttpStatusCode.PreconditionFailed, "stale")]
    [InlineData("\"99999999999999999999\"", HttpStatusCode.PreconditionFailed, "stale")]
    [InlineData("1", HttpStatusCode.BadRequest, "request.malformed")]
    [InlineData("\"1", HttpStatusCode.BadRequest, "request.malformed")]
    [InlineData("\"1\", \"2\"", HttpStatusCode.BadRequest, "request.malformed")]
    public async Task IfMatch_IsOneEtagOrAny(string header, HttpStatusCode status, string? code)
    {
        var (ada, gift) = await GiftAsync();

        var answer = await ada.PatchAsync(gift, """{"name": "Lamp"}""", ("If-Match", header));

        answer.Status.Should().Be(status);
        (code is null ? null : answer.Code).Should().Be(code);
        (await ada.GetAsync(gift))["name"].Should().Be(code is null ? "Lamp" : "Book");
    }

    [Theory]
    [InlineData("\"1\"", HttpStatusCode.NotModified)]
    [InlineData("W/\"1\"", HttpStatusCode.NotModified)]
    [InlineData("\"7\", \"1\"", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"2\"", HttpStatusCode.OK)]
    [InlineData("1", HttpStatusCode.OK)]
    public async Task IfNoneMatch_OfTheSameVersion_AnswersNothingNew(string header, HttpStatusCode status)
    {
        var (ada, gift) = await GiftAsync();

        var answer = await ada.GetAsync(gift, ("If-None-Match", header));

        (answer.Status, answer.Etag).Should().Be((status, "\"1\""));
        answer.Text.Length.Should().Be(status == HttpStatusCode.OK ? answer.Text.Length : 0);
    }

    [Fact]
    public async Task OfTwoWritesOnTheSameVersion_OneWins()
    {
        var (ada, gift) = await GiftAsync();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => ada.PatchAsync(gift, $$"""{"name": "Writer {{i}}"}""", ("If-Match", "\"1\""))));

        var winner = answers.Should().ContainSingle(a => a.Status == HttpStatusCode.OK).Subject;
        answers.Except([winner]).Should().OnlyContain(a => a.Code == "stale");
        (await ada.GetAsync(gift)).Text.Should().Be(winner.Text);
    }

    private async Task<(ApiUser Ada, string Gift)> GiftAsync()
    {
        var ada = await api.AdminAsync();
        var gift = await ada.Actor.GiftAsync(await ada.Actor.OccasionAsync(), status: GiftStatus.Idea);
        return (ada, $"/api/v1/gifts/{gift.Id}");
    }
}
