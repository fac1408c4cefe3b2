using System.Net;
using Budgeting.Core.Gifting;

namespace Budgeting.Tests.Api;

public sealed class GiftsEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string Gifts = "/api/v1/gifts";

    [Fact]
    public async Task Post_AGift_AnswersItWithItsLineTotal()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();

        var answer = await ada.PostAsync(
            GiftsOf(occasion), """{"name": "Cups", "price": 12.50, "discountPrice": "9.95", "quantity": 6, "status": "Purchased", "url": "https://example.org/cups"}""");

        (answer.Status, answer.Headers.Location!.ToString()).Should().Be((HttpStatusCode.Created, $"{Gifts}/{answer["id"]}"));
        (answer["lineTotal"], answer["status"], answer["occasionId"]).Should().Be(("59.7", "Purchased", occasion.Id.ToString()));
        (await ada.GetAsync($"{Gifts}/{answer["id"]}")).Text.Should().Be(answer.Text);
    }

    [Fact]
    public async Task Post_OfEverythingWrong_NamesEachFieldAndWritesNothing()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();

        var wrongType = await ada.PostAsync(GiftsOf(occasion), """{"name": 1, "price": "dear", "quantity": 1.5, "status": "Bought", "recipientId": 7}""");
        var wrongValue = await ada.PostAsync(
            GiftsOf(occasion),
            $$"""{"url": "ftp://x", "price": 5, "discountPrice": 6, "quantity": 0, "recipientId": "{{Guid.NewGuid()}}", "buyerId": "{{Guid.NewGuid()}}"}""");

        wrongType.Fields.Should().Equal("name", "price", "quantity", "status", "recipientId");
        wrongValue.Fields.Should().BeEquivalentTo("name", "url", "discountPrice", "quantity", "recipientId", "buyerId");
        (await ada.GetAsync(GiftsOf(occasion))).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Theory]
    [InlineData("\"Idea,Selected\"")]
    [InlineData("\"1\"")]
    [InlineData("1")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public async Task Post_AStatusThatIsNone_IsRefused(string status)
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();

        (await ada.PostAsync(GiftsOf(occasion), $$"""{"name": "Cups", "status": {{status}}}""")).Fields.Should().Equal("status");
    }

    [Theory]
    [InlineData("PATCH", "[null]", 400)]
    [InlineData("POST", "[null]", 400)]
    [InlineData("POST", "null", 201)]
    public async Task Givers_WhoAreNothing_AreRefusedOrNone(string method, string givers, int status)
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();
        var gift = await ada.Actor.GiftAsync(occasion);

        var answer = method == "PATCH"
            ? await ada.PatchAsync($"{Gifts}/{gift.Id}", $$"""{"givers": {{givers}}}""")
            : await ada.PostAsync(GiftsOf(occasion), $$"""{"name": "Book", "givers": {{givers}}}""");

        ((int)answer.Status).Should().Be(status);
    }

    [Fact]
    public async Task Restore_ToAVersionThatIsNoNumber_AsksForANumber()
    {
        var ada = await api.AdminAsync();
        var gift = await ada.Actor.GiftAsync(await ada.Actor.OccasionAsync());

        var refused = await ada.PostAsync($"{Gifts}/{gift.Id}/restore", """{"version": "first"}""");

        refused.Json.GetProperty("errors").GetProperty("version").ToString().Should().Contain("number");
    }

    [Fact]
    public async Task Patch_OfTheStatus_KeepsPriceAndRecipient()
    {
        var ada = await api.AdminAsync();
        var person = await ada.Actor.PersonAsync();
        var gift = await ada.Actor.GiftAsync(await ada.Actor.OccasionAsync(), price: 20, recipient: person.Id, quantity: 2);

        var patched = await ada.PatchAsync($"{Gifts}/{gift.Id}", """{"status": "Received", "lineTotal": 1}""");

        (patched["status"], patched["lineTotal"], patched["recipientId"]).Should().Be(("Received", "40", person.Id.ToString()));
    }

    [Fact]
    public async Task Patch_QuantityWithNull_MakesItOne()
    {
        var ada = await api.AdminAsync();
        var gift = await ada.Actor.GiftAsync(await ada.Actor.OccasionAsync(), quantity: 3);

        (await ada.PatchAsync($"{Gifts}/{gift.Id}", """{"quantity": null, "price": null}"""))["quantity"].Should().Be("1");
        (await ada.GetAsync($"{Gifts}/{gift.Id}"))["lineTotal"].Should().Be("0");
    }

    [Fact]
    public async Task Delete_AGift_LeavesItsHistory()
    {
        var ada = await api.AdminAsync();
        var gift = await ada.Actor.GiftAsync(await ada.Actor.OccasionAsync());
        await ada.PatchAsync($"{Gifts}/{gift.Id}", """{"price": 25.50}""");

        (await ada.DeleteAsync($"{Gifts}/{gift.Id}")).Status.Should().Be(HttpStatusCode.NoContent);

        var history = (await ada.GetAsync($"{Gifts}/{gift.Id}/history")).Json.GetProperty("items");
        history.EnumerateArray().Select(h => h.GetProperty("action").GetString()).Should().Equal("Deleted", "Changed", "Created");
        history[1].GetRawText().Should().Contain("{\"field\":\"price\",\"before\":\"20\",\"after\":\"25.5\"}").And.Contain("\"by\":\"Ada\"");
        (await ada.GetAsync($"{Gifts}/{gift.Id}")).Code.Should().Be("not-found");
    }

    [Fact]
    public async Task Board_HasAColumnForEachStatus_WithCountAndTotal()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();
        await ada.Actor.GiftAsync(occasion, price: 10, GiftStatus.Idea, name: "First");
        await ada.Actor.GiftAsync(occasion, price: 20, GiftStatus.Idea, quantity: 2, name: "Second");
        await ada.Actor.GiftAsync(occasion, price: 5, GiftStatus.Received);

        var columns = (await ada.GetAsync($"/api/v1/occasions/{occasion.Id}/board")).Json.GetProperty("columns").EnumerateArray().ToList();

        columns.Select(c => (c.GetProperty("status").GetString(), c.GetProperty("count").GetInt32(), c.GetProperty("total").GetDecimal()))
            .Should().Equal(("Idea", 2, 50m), ("Selected", 0, 0m), ("Purchased", 0, 0m), ("Received", 1, 5m));
        columns[0].GetProperty("gifts").EnumerateArray().Select(g => g.GetProperty("name").GetString()).Should().Equal("First", "Second");
    }

    [Fact]
    public async Task Board_WithALimit_StillCountsWholeColumns()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();
        await ada.Actor.GiftAsync(occasion);
        await ada.Actor.GiftAsync(occasion);

        var column = (await ada.GetAsync($"/api/v1/occasions/{occasion.Id}/board?limit=1")).Json.GetProperty("columns")[1];

        (column.GetProperty("count").GetInt32(), column.GetProperty("gifts").GetArrayLength()).Should().Be((2, 1));
        (await ada.GetAsync($"/api/v1/occasions/{occasion.Id}/board?limit=0")).Fields.Should().Equal("limit");
    }

    [Fact]
    public async Task Move_PutsAGiftBehindAnother()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();
        var first = await ada.Actor.GiftAsync(occasion, status: GiftStatus.Purchased, name: "First");
        await ada.Actor.GiftAsync(occasion, status: GiftStatus.Purchased, name: "Last");
        var moved = await ada.Actor.GiftAsync(occasion, status: GiftStatus.Idea, name: "Moved");

        var answer = await ada.PostAsync($"{Gifts}/{moved.Id}/move", $$"""{"status": "Purchased", "afterId": "{{first.Id}}"}""", ("If-Match", "\"1\""));

        (answer.Status, answer["status"], answer.Etag).Should().Be((HttpStatusCode.OK, "Purchased", "\"2\""));
        var column = (await ada.GetAsync($"/api/v1/occasions/{occasion.Id}/board")).Json.GetProperty("columns")[2].GetProperty("gifts");
        column.EnumerateArray().Select(g => g.GetProperty("name").GetString()).Should().Equal("First", "Moved", "Last");
    }

    [Fact]
    public async Task Move_BehindAGiftThatIsElsewhere_IsAConflict()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();
        var elsewhere = await ada.Actor.GiftAsync(occasion, status: GiftStatus.Idea);
        var gift = await ada.Actor.GiftAsync(occasion, status: GiftStatus.Idea);

        (await ada.PostAsync($"{Gifts}/{gift.Id}/move", $$"""{"status": "Purchased", "afterId": "{{elsewhere.Id}}"}""")).Code.Should().Be("board.changed");
        (await ada.PostAsync($"{Gifts}/{gift.Id}/move", "{}")).Fields.Should().Equal("status");
        (await ada.GetAsync($"{Gifts}/{gift.Id}"))["status"].Should().Be("Idea");
    }

    [Fact]
    public async Task Check_TellsWhatAGiftWouldExceed_AndWritesNothing()
    {
        var ada = await api.AdminAsync();
        var person = await ada.Actor.PersonAsync();
        var occasion = await ada.Actor.OccasionAsync(budget: 100);
        await ada.PutAsync($"/api/v1/occasions/{occasion.Id}/sub-budgets/person/{person.Id}", """{"amount": 50}""");

        var check = await ada.PostAsync($"/api/v1/occasions/{occasion.Id}/check", $$"""{"price": "110.5", "recipientId": "{{person.Id}}"}""");

        check.Status.Should().Be(HttpStatusCode.OK);
        check.Text.Should().Be(
            """{"warnings":[{"code":"exceeds-occasion","exceededBy":10.5},{"code":"exceeds-sub-budget","exceededBy":60.5}],"remainingBefore":100,"remainingAfter":-10.5,"subBudget":{"budget":50,"before":50,"after":-60.5}}""");
        (await ada.GetAsync(GiftsOf(occasion))).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task List_PageByPage_FindsEachGiftOnce()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();
        for (var i = 1; i <= 5; i++)
        {
            await ada.Actor.GiftAsync(occasion, name: $"Gift {i}");
        }

        var pages = await ada.PagesAsync($"{GiftsOf(occasion)}?limit=2");

        pages.SelectMany(p => p).Select(g => g.GetProperty("name").GetString()).Should().BeEquivalentTo(Enumerable.Range(1, 5).Select(i => $"Gift {i}"));
    }

    private static string GiftsOf(OccasionDto occasion) => $"/api/v1/occasions/{occasion.Id}/gifts";
}
