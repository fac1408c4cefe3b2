using System.Net;

namespace Budgeting.Tests.Api;

public sealed class OwnersEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string Owners = "/api/v1/owners";
    private const string Properties = "/api/v1/properties";

    [Fact]
    public async Task Post_AnOwner_AnswersThemAndTheirAddress()
    {
        var ada = await api.AdminAsync();

        var answer = await ada.PostAsync(
            Owners, $$"""{"name": "Ada", "memberId": "{{ada.Actor.MemberId}}", "email": "ada@example.org", "iban": "de02 1203 0000 0000 2020 51"}""");

        (answer.Status, answer["iban"], answer["active"]).Should().Be((HttpStatusCode.Created, "DE02120300000000202051", "True"));
        (await ada.GetAsync(answer.Headers.Location!.ToString(), ("If-None-Match", answer.Etag))).Status.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Post_WithEverythingWrong_NamesEachField()
    {
        var ada = await api.AdminAsync();
        var eve = await api.AdminAsync();

        var refused = await ada.PostAsync(Owners, $$"""{"memberId": "{{eve.Actor.MemberId}}", "email": "ada", "iban": "DE03120300000000202051"}""");

        refused.Fields.Should().BeEquivalentTo("name", "memberId", "email", "iban");
    }

    [Fact]
    public async Task Post_AnOwnerCalledLikeAnother_IsAConflictOfTheName()
    {
        var ada = await api.AdminAsync();
        await ada.Actor.OwnerAsync("Zoë");

        var refused = await ada.PostAsync(Owners, """{"name": "ZOE\u0308"}""");

        (refused.Status, refused.Code, refused.Fields.Single()).Should().Be((HttpStatusCode.Conflict, "owner.exists", "name"));
    }

    [Fact]
    public async Task Delete_AnOwnerWithAProperty_IsAConflict()
    {
        var ada = await api.AdminAsync();
        var owner = await ada.Actor.OwnerAsync();
        var property = await ada.Actor.PropertyAsync(owner);

        (await ada.DeleteAsync($"{Owners}/{owner.Id}")).Code.Should().Be("owner.in-use");
        (await ada.DeleteAsync($"{Properties}/{property.Id}")).Status.Should().Be(HttpStatusCode.NoContent);
        (await ada.DeleteAsync($"{Owners}/{owner.Id}")).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Property_ThatChangesHands_SplitsThePeriodByDays()
    {
        var ada = await api.AdminAsync();
        var (seller, buyer) = (await ada.Actor.OwnerAsync("Seller"), await ada.Actor.OwnerAsync("Buyer"));
        var period = await ada.Actor.PeriodAsync();
        var property = await ada.PostAsync(Properties, $$"""{"name": "Flat 1", "ownerId": "{{seller.Id}}", "shareWeight": "62.5"}""");
        await ada.Actor.ExpenseAsync(period, 365, await ada.Actor.ItemAsync(period));

        var sold = await ada.PatchAsync($"{Properties}/{property["id"]}", $$"""{"ownerId": "{{buyer.Id}}", "from": "2026-02-01"}""");

        (sold["ownerId"], sold["from"], sold["shareWeight"]).Should().Be(($"{buyer.Id}", "2026-02-01", "62.5"));
        sold.Json.GetProperty("owners").EnumerateArray().Select(o => o.GetProperty("ownerId").GetGuid()).Should().Equal(seller.Id, buyer.Id);
        sold.Etag.Should().NotBe(property.Etag, "an edit of what was there before is stale now");
        (await AllocatedAsync(ada, period.Address($"balances/{seller.Id}")), await AllocatedAsync(ada, period.Address($"balances/{buyer.Id}"))).Should().Be((31m, 334m));
    }

    [Fact]
    public async Task Property_SharedWith_IsKept()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        var property = await ada.Actor.PropertyAsync(await ada.Actor.OwnerAsync());
        await ada.Actor.ExpenseAsync(period, 10, await ada.Actor.ItemAsync(period));

        (await ada.DeleteAsync($"{Properties}/{property.Id}")).Code.Should().Be("property.in-use");
        (await ada.PostAsync(Properties, """{"name": "", "shareWeight": -1}""")).Fields.Should().BeEquivalentTo("name", "ownerId", "shareWeight");
        (await ada.PostAsync(Properties, $$"""{"name": "2", "ownerId": "{{Guid.NewGuid()}}"}""")).Fields.Should().Equal("ownerId");
    }

    private static async Task<decimal> AllocatedAsync(ApiUser user, string balance) =>
        (await user.GetAsync(balance)).Json.GetProperty("row").GetProperty("allocated").GetDecimal();
}
