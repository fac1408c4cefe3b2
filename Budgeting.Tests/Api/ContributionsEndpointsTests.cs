using System.Net;
using Budgeting.Core.Organizations;

namespace Budgeting.Tests.Api;

public sealed class ContributionsEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Post_SentTwiceWithAKey_IsRecordedOnce()
    {
        var ada = await api.AdminAsync();
        var contributions = (await ada.Actor.PeriodAsync()).Address("contributions");
        var body = $$"""{"ownerId": "{{(await ada.Actor.OwnerAsync()).Id}}", "amount": "150.50", "date": "2026-02-01", "comment": "February"}""";

        var first = await ada.PostAsync(contributions, body, ("Idempotency-Key", "february"));
        var again = await ada.PostAsync(contributions, body, ("Idempotency-Key", "february"));

        (first.Status, first["amount"], first["payout"]).Should().Be((HttpStatusCode.Created, "150.5", "False"));
        (again.Status, again.Text).Should().Be((HttpStatusCode.Created, first.Text));
        (await ada.GetAsync(contributions)).Json.GetProperty("items").GetArrayLength().Should().Be(1);
        (await ada.GetAsync(first.Headers.Location!.ToString())).Text.Should().Be(first.Text);
    }

    [Fact]
    public async Task List_IsByDate_WithTheSumOfEachOwnerUntilThen()
    {
        var ada = await api.AdminAsync();
        var contributions = (await ada.Actor.PeriodAsync()).Address("contributions");
        var (one, other) = (await ada.Actor.OwnerAsync("One"), await ada.Actor.OwnerAsync("Other"));
        foreach (var (owner, amount, month) in new[] { (one, 30, 3), (one, 10, 1), (other, 5, 2), (one, 20, 2) })
        {
            await ada.PostAsync(contributions, $$"""{"ownerId": "{{owner.Id}}", "amount": {{amount}}, "date": "2026-0{{month}}-01"}""");
        }

        (await CumulativeAsync(ada, contributions)).Should().BeEquivalentTo(new[] { 10, 5, 30, 60 });
        (await CumulativeAsync(ada, $"{contributions}?owner_id={one.Id}")).Should().Equal(10, 30, 60);
        (await ada.PagesAsync($"{contributions}?owner_id={one.Id}&limit=2"))[1][0].GetProperty("cumulative").GetDecimal().Should().Be(60);
        (await CumulativeAsync(ada, $"{contributions}?owner_id={Guid.NewGuid()}")).Should().BeEmpty();
        (await ada.GetAsync($"{contributions}?owner_id=ada")).Fields.Should().Equal("owner_id");
    }

    [Theory]
    [InlineData("\"amount\": 0", "amount")]
    [InlineData("\"amount\": -1", "amount")]
    [InlineData("\"amount\": 1.001", "amount")]
    [InlineData("\"amount\": 1e13", "amount")]
    [InlineData("\"date\": \"2027-01-01\"", "date")]
    [InlineData("\"date\": null", "date")]
    [InlineData("\"ownerId\": null", "ownerId")]
    [InlineData("\"ownerId\": \"01920000-0000-7000-8000-000000000000\"", "ownerId")]
    [InlineData("\"owner\": \"Ada\"", "owner")]
    public async Task Patch_WithSomethingWrong_NamesTheField(string patch, string field)
    {
        var ada = await api.AdminAsync();
        var contribution = await ada.Actor.ContributionAsync(await ada.Actor.PeriodAsync(), await ada.Actor.OwnerAsync(), 10);

        var refused = await ada.PatchAsync(AddressOf(contribution.Id), $"{{{patch}}}");

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.BadRequest, "invalid"));
        refused.Fields.Should().Equal(field);
    }

    [Fact]
    public async Task Patch_OfAnOldVersion_IsRefused()
    {
        var ada = await api.AdminAsync();
        var contribution = await ada.Actor.ContributionAsync(await ada.Actor.PeriodAsync(), await ada.Actor.OwnerAsync(), 10);

        (await ada.PatchAsync(AddressOf(contribution.Id), """{"amount": 12}""", ("If-Match", "\"1\""))).Etag.Should().Be("\"2\"");
        (await ada.PatchAsync(AddressOf(contribution.Id), """{"amount": 13}""", ("If-Match", "\"1\""))).Code.Should().Be("stale");
        (await ada.DeleteAsync(AddressOf(contribution.Id), ("If-Match", "\"1\""))).Code.Should().Be("stale");
        (await ada.GetAsync(AddressOf(contribution.Id)))["amount"].Should().Be("12");
        (await ada.GetAsync(AddressOf(contribution.Id) + "/history")).Json.GetProperty("items").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task Member_RecordsTheirOwnOnly()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Member);
        var period = await ada.Actor.PeriodAsync();
        var (own, others) = (await ada.Actor.OwnerAsync("Max", max.Actor.MemberId), await ada.Actor.OwnerAsync());
        var foreign = await ada.Actor.ContributionAsync(period, others, 10);

        (await max.PostAsync(period.Address("contributions"), BodyOf(own.Id))).Status.Should().Be(HttpStatusCode.Created);
        (await max.PostAsync(period.Address("contributions"), BodyOf(others.Id))).Code.Should().Be("forbidden");
        (await max.PatchAsync(AddressOf(foreign.Id), BodyOf(own.Id))).Code.Should().Be("forbidden");
        (await max.DeleteAsync(AddressOf(foreign.Id))).Code.Should().Be("forbidden");
    }

    private static string AddressOf(Guid id) => $"/api/v1/contributions/{id}";

    private static string BodyOf(Guid ownerId) => $$"""{"ownerId": "{{ownerId}}", "amount": 10, "date": "2026-02-01"}""";

    private static async Task<IEnumerable<int>> CumulativeAsync(ApiUser user, string address) =>
        (await user.GetAsync(address)).Json.GetProperty("items").EnumerateArray().Select(c => (int)c.GetProperty("cumulative").GetDecimal());
}
