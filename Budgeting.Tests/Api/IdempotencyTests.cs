using System.Net;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Tests.Api;

public sealed class IdempotencyTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string People = "/api/v1/people";
    private const string Grandma = """{"name": "Grandma"}""";

    private static readonly (string, string) Key = ("Idempotency-Key", "order-17");

    [Theory]
    [InlineData("people", """{"name": "Grandma"}""")]
    [InlineData("occasions", """{"name": "Christmas", "date": "2026-12-24", "budgetTotal": "12.50"}""")]
    [InlineData("gifts", """{"name": "Cups", "price": 9.90, "quantity": 6}""")]
    public async Task Post_Again_AnswersTheSameAndDoesNothing(string collection, string body)
    {
        var ada = await api.AdminAsync();
        var path = collection == "gifts" ? $"/api/v1/occasions/{(await ada.Actor.OccasionAsync()).Id}/gifts" : $"/api/v1/{collection}";

        var first = await ada.PostAsync(path, body, Key);
        var again = await ada.PostAsync(path, body, Key);

        first.Headers.Contains("Idempotency-Replayed").Should().BeFalse();
        again.Headers.GetValues("Idempotency-Replayed").Should().Equal("true");
        (again.Status, again.Text, again.Etag, again.Headers.Location).Should().Be((HttpStatusCode.Created, first.Text, first.Etag, first.Headers.Location));
        (await ada.GetAsync(path)).Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Post_AgainAfterAnEdit_StillAnswersAsAtFirst()
    {
        var ada = await api.AdminAsync();
        var first = await ada.PostAsync(People, Grandma, Key);
        await ada.PatchAsync($"{People}/{first["id"]}", """{"name": "Nana"}""");

        (await ada.PostAsync(People, Grandma, Key)).Text.Should().Be(first.Text);
    }

    [Fact]
    public async Task Post_AnotherRequestWithTheKey_IsAConflict()
    {
        var ada = await api.AdminAsync();
        await ada.PostAsync(People, Grandma, Key);

        var otherBody = await ada.PostAsync(People, """{"name": "Grandpa"}""", Key);
        var otherPath = await ada.PostAsync("/api/v1/occasions", """{"name": "Grandma", "date": "2026-12-24"}""", Key);

        (otherBody.Status, otherBody.Code).Should().Be((HttpStatusCode.Conflict, "idempotency.key-reused"));
        otherPath.Code.Should().Be("idempotency.key-reused");
        (await ada.GetAsync(People)).Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Post_TheSameAtOnce_HasOneEffect()
    {
        var ada = await api.AdminAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ada.PostAsync(People, Grandma, Key)));

        answers.Should().OnlyContain(a => a.Status == HttpStatusCode.Created && a.Text == answers[0].Text);
        answers.Should().ContainSingle(a => !a.Headers.Contains("Idempotency-Replayed"));
        (await ada.GetAsync(People)).Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Fact]
    public async Task Post_WithAKeyOfAnotherMember_IsARequestOfItsOwn()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Member);

        var adas = await ada.PostAsync(People, Grandma, Key);
        var maxs = await max.PostAsync(People, Grandma, Key);

        maxs["id"].Should().NotBe(adas["id"]);
    }

    [Fact]
    public async Task Post_AfterARefusal_MayUseTheKeyAgain()
    {
        var ada = await api.AdminAsync();

        (await ada.PostAsync(People, """{"name": ""}""", Key)).Code.Should().Be("invalid");
        (await ada.PostAsync(People, Grandma, Key)).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Post_ByAMemberWhoMayNotAnyMore_IsNotReplayed()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Member);
        await max.PostAsync(People, Grandma, Key);

        await ada.PatchAsync($"/api/v1/members/{max.Actor.MemberId}", """{"role": "Viewer"}""");

        (await max.PostAsync(People, Grandma, Key)).Code.Should().Be("forbidden");
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("201")]
    public async Task Post_WithAKeyThatIsNone_IsRefused(string key)
    {
        var ada = await api.AdminAsync();

        var refused = await ada.PostAsync(People, Grandma, ("Idempotency-Key", key == "201" ? new string('k', 201) : key));

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.BadRequest, "idempotency.key-invalid"));
    }

    [Fact]
    public async Task Move_Again_MovesOnce()
    {
        var ada = await api.AdminAsync();
        var gift = await ada.Actor.GiftAsync(await ada.Actor.OccasionAsync());

        var first = await ada.PostAsync($"/api/v1/gifts/{gift.Id}/move", """{"status": "Received"}""", Key, ("If-Match", "\"1\""));
        var again = await ada.PostAsync($"/api/v1/gifts/{gift.Id}/move", """{"status": "Received"}""", Key, ("If-Match", "\"1\""));

        (again.Status, again.Text, again.Etag).Should().Be((HttpStatusCode.OK, first.Text, "\"2\""));
    }

    [Theory]
    [InlineData("tokens", """{"name": "Spreadsheet"}""")]
    [InlineData("invitations", """{"role": "Member"}""")]
    public async Task Post_WhatHasASecret_KeepsTheSecretNowhere(string collection, string body)
    {
        var ada = await api.AdminAsync();

        var first = await ada.PostAsync($"/api/v1/{collection}", body, Key);
        var again = await ada.PostAsync($"/api/v1/{collection}", body, Key);

        (again.Status, again.Headers.Location, again["secret"]).Should().Be((HttpStatusCode.Created, first.Headers.Location, ""));
        var kept = await StoredAsync(ada);
        kept.Should().ContainSingle().Which.Should().NotContain(first["secret"]).And.NotContain("secret");
    }

    private async Task<IReadOnlyList<string>> StoredAsync(ApiUser user)
    {
        await using var db = api.Server.Services.GetRequiredService<IDbContextFactory<BudgetingDbContext>>().CreateDbContext();
        db.OrganizationId = user.Actor.OrganizationId;
        return await db.IdempotencyRecords.Select(r => r.Result).ToListAsync();
    }
}
