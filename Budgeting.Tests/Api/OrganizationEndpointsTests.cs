using System.Net;
using Budgeting.Core.Organizations;

namespace Budgeting.Tests.Api;

public sealed class OrganizationEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Organization_IsReadAndRenamed()
    {
        var ada = await api.AdminAsync();

        (await ada.GetAsync("/api/v1/organization"))["currency"].Should().Be("USD");
        var renamed = await ada.PatchAsync("/api/v1/organization", """{"name": "Lovelace"}""", ("If-Match", "\"1\""));
        (renamed.Status, renamed["name"], renamed["currency"], renamed.Etag).Should().Be((HttpStatusCode.OK, "Lovelace", "USD", "\"2\""));
    }

    [Theory]
    [InlineData("""{"currency": "JPY"}""", "organization.currency-too-coarse")]
    [InlineData("""{"currency": "XYZ"}""", "invalid")]
    public async Task Organization_InACurrencyThatDoesNotFit_IsRefused(string patch, string code)
    {
        var ada = await api.AdminAsync();

        (await ada.PatchAsync("/api/v1/organization", patch)).Code.Should().Be(code);
    }

    [Fact]
    public async Task FiscalYearAndDuties_AreReadAndSet()
    {
        var ada = await api.AdminAsync();
        var before = await ada.GetAsync("/api/v1/organization");

        var after = await ada.PatchAsync("/api/v1/organization", """{"fiscalYearStartMonth": 10, "separateDuties": false, "combinedDutiesReason": "I am alone"}""");

        (before["fiscalYearStartMonth"], before["separateDuties"], before["combinedDutiesReason"]).Should().Be(("1", "True", ""));
        (after["fiscalYearStartMonth"], after["separateDuties"], after["combinedDutiesReason"]).Should().Be(("10", "False", "I am alone"));
        var on = await ada.PatchAsync("/api/v1/organization", """{"separateDuties": true}""");
        (on["fiscalYearStartMonth"], on["separateDuties"], on["combinedDutiesReason"]).Should().Be(("10", "True", ""));
        (await ada.PostAsync(ApiOffice.Proposals, """{"fiscalYear": 2027, "title": "Budget"}"""))["startMonth"].Should().Be("10");
    }

    [Theory]
    [InlineData("""{"fiscalYearStartMonth": 0}""", "fiscalYearStartMonth")]
    [InlineData("""{"fiscalYearStartMonth": 13}""", "fiscalYearStartMonth")]
    [InlineData("""{"fiscalYearStartMonth": 1.5}""", "fiscalYearStartMonth")]
    [InlineData("""{"separateDuties": false}""", "combinedDutiesReason")]
    [InlineData("""{"separateDuties": false, "combinedDutiesReason": " "}""", "combinedDutiesReason")]
    [InlineData("""{"combinedDutiesReason": "I am alone"}""", "combinedDutiesReason")]
    public async Task FiscalYearAndDuties_ThatAreWrong_AreFieldErrors(string patch, string field)
    {
        var ada = await api.AdminAsync();

        (await ada.PatchAsync("/api/v1/organization", patch)).Fields.Should().Equal(field);
    }

    [Fact]
    public async Task Duties_OfSeveralMembers_StaySeparate()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Viewer);
        const string Combined = """{"separateDuties": false, "combinedDutiesReason": "I am alone"}""";

        var refused = await ada.PatchAsync("/api/v1/organization", Combined);
        await ada.PatchAsync($"/api/v1/members/{max.Actor.MemberId}", """{"active": false}""");

        (refused.Status, refused.Code, string.Join(' ', refused.Fields)).Should().Be((HttpStatusCode.Conflict, "organization.several-members", "separateDuties"));
        (await ada.PatchAsync("/api/v1/organization", Combined))["separateDuties"].Should().Be("False");
        await api.MemberAsync(ada, Role.Member);
        (await ada.PatchAsync("/api/v1/organization", """{"name": "Larger"}"""))["name"].Should().Be("Larger");
    }

    [Fact]
    public async Task Members_AreListedAndGivenRoles()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Member);

        var pages = await ada.PagesAsync("/api/v1/members?limit=1");
        var changed = await ada.PatchAsync($"/api/v1/members/{max.Actor.MemberId}", """{"role": "Viewer", "email": "ignored@example.org"}""");

        pages.SelectMany(p => p).Select(m => m.GetProperty("name").GetString()).Should().Equal("Ada", "Max");
        (changed["role"], changed["name"], changed["active"]).Should().Be(("Viewer", "Max", "True"));
        changed["email"].Should().NotBe("ignored@example.org");
        (await max.PostAsync("/api/v1/people", """{"name": "Eve"}""")).Code.Should().Be("forbidden");
    }

    [Fact]
    public async Task Member_WhoseMembershipEnds_IsSignedOut()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Member);

        await ada.PatchAsync($"/api/v1/members/{max.Actor.MemberId}", """{"active": false}""");

        var refused = await max.GetAsync("/api/v1/people");
        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Unauthorized, "unauthenticated"));
        refused.Headers.WwwAuthenticate.Should().ContainSingle();
    }

    [Fact]
    public async Task Member_WhoIsTheLastAdmin_StaysOne()
    {
        var ada = await api.AdminAsync();

        (await ada.PatchAsync($"/api/v1/members/{ada.Actor.MemberId}", """{"role": "Member"}""")).Code.Should().Be("organization.last-admin");
    }

    [Fact]
    public async Task Token_IsShownOnce_WorksAndEnds()
    {
        var ada = await api.AdminAsync();

        var made = await ada.PostAsync("/api/v1/tokens", """{"name": "Spreadsheet", "role": "Viewer"}""");
        var secret = made["secret"];
        var address = made.Headers.Location!.ToString();
        using var program = api.Server.Client(secret);

        (made.Status, address).Should().Be((HttpStatusCode.Created, $"/api/v1/tokens/{made.Json.GetProperty("token").GetProperty("id")}"));
        (await program.SendAsync(HttpMethod.Get, "/api/v1/people", null)).Status.Should().Be(HttpStatusCode.OK);
        (await program.SendAsync(HttpMethod.Post, "/api/v1/people", """{"name": "Eve"}""")).Code.Should().Be("forbidden");
        made.Json.GetProperty("token").GetProperty("createdAt").GetString().Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        (await ada.GetAsync(address)).Text.Should().Contain("Spreadsheet").And.NotContain(secret);
        (await ada.DeleteAsync(address)).Status.Should().Be(HttpStatusCode.NoContent);
        (await program.SendAsync(HttpMethod.Get, "/api/v1/people", null)).Code.Should().Be("unauthenticated");
    }

    [Fact]
    public async Task Token_OfMoreThanOnesOwnRole_IsForbidden()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Member);

        (await max.PostAsync("/api/v1/tokens", """{"name": "Too much", "role": "Admin"}""")).Code.Should().Be("forbidden");
        (await max.PostAsync("/api/v1/tokens", """{"role": "God"}""")).Fields.Should().Equal("role");
    }

    [Fact]
    public async Task Tokens_OfOthers_AreSeenByAdminsOnly()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Member);

        (await max.GetAsync($"/api/v1/tokens/{ada.Token.Token.Id}")).Code.Should().Be("not-found");
        (await max.DeleteAsync($"/api/v1/tokens/{ada.Token.Token.Id}")).Code.Should().Be("not-found");
        (await max.PagesAsync("/api/v1/tokens?limit=1")).Should().HaveCount(1);
        (await ada.PagesAsync("/api/v1/tokens?limit=1")).Should().HaveCount(2);
    }

    [Fact]
    public async Task Invitation_IsMadeListedAndRevoked()
    {
        var ada = await api.AdminAsync();

        var made = await ada.PostAsync("/api/v1/invitations", """{"role": "Member", "note": "Max"}""");
        var address = made.Headers.Location!.ToString();

        made.Status.Should().Be(HttpStatusCode.Created);
        (await ada.GetAsync(address)).Text.Should().Contain("\"state\":\"Open\"").And.NotContain(made["secret"]);
        (await ada.DeleteAsync(address)).Status.Should().Be(HttpStatusCode.NoContent);
        (await ada.PagesAsync("/api/v1/invitations?limit=5")).Single().Single().GetProperty("state").GetString().Should().Be("Revoked");
        (await ada.PostAsync("/api/v1/invitations", "{}")).Fields.Should().Equal("role");
    }

    [Fact]
    public async Task Invitations_AreForAdmins()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Approver);

        (await max.GetAsync("/api/v1/invitations")).Code.Should().Be("forbidden");
        (await max.PostAsync("/api/v1/invitations", """{"role": "Admin"}""")).Code.Should().Be("forbidden");
    }
}
