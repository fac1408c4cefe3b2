using System.Net;

namespace Budgeting.Tests.Api;

public sealed class PaymentTypesEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string Types = "/api/v1/payment-types";

    [Fact]
    public async Task Post_AName_AddsItToTheList()
    {
        var ada = await api.AdminAsync();
        var before = (await NamesAsync(ada)).ToList();

        var added = await ada.PostAsync(Types, """{"name": "Snow / ice"}""", ("Idempotency-Key", "snow"));
        var again = await ada.PostAsync(Types, """{"name": "Snow / ice"}""", ("Idempotency-Key", "snow"));

        (added.Status, added["name"]).Should().Be((HttpStatusCode.Created, "Snow / ice"));
        (again.Status, again.Text, again.Headers.GetValues("Idempotency-Replayed").Single()).Should().Be((HttpStatusCode.Created, added.Text, "true"));
        (await ada.GetAsync(added.Headers.Location!.OriginalString)).Text.Should().Be(added.Text);
        (await NamesAsync(ada)).Should().BeEquivalentTo([.. before, "Snow / ice"]);
    }

    [Fact]
    public async Task Patch_AndDelete_ByName()
    {
        var ada = await api.AdminAsync();
        await ada.PostAsync(Types, """{"name": "Snow"}""");

        (await ada.PatchAsync($"{Types}/snow", """{"name": "Ice"}"""))["name"].Should().Be("Ice");
        (await ada.PostAsync(Types, """{"name": "ICE"}""")).Code.Should().Be("payment-type.exists");
        (await ada.DeleteAsync($"{Types}/Ice")).Status.Should().Be(HttpStatusCode.NoContent);
        (await ada.DeleteAsync($"{Types}/Ice")).Code.Should().Be("not-found");
        (await ada.PostAsync(Types, "{}")).Fields.Should().Equal("name");
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(" ..\u200B ")]
    public async Task Name_ThatCouldNotBeAnAddress_IsRefused(string name)
    {
        var ada = await api.AdminAsync();

        (await ada.PostAsync(Types, $$"""{"name": "{{name}}"}""")).Fields.Should().Equal("name");
    }

    [Theory]
    [InlineData("...")]
    [InlineData("a/../b")]
    [InlineData("%2e%2e")]
    [InlineData("?#[]@!$&'()*+,;=:|<>^`{}~")]
    public async Task Name_OfAnySigns_IsReachedAtItsAddress(string name)
    {
        var ada = await api.AdminAsync();
        var added = await ada.PostAsync(Types, $$"""{"name": "{{name}}"}""");

        (await ada.GetAsync(added.Headers.Location!.OriginalString))["name"].Should().Be(name);
        (await ada.DeleteAsync(added.Headers.Location.OriginalString)).Status.Should().Be(HttpStatusCode.NoContent);
    }

    private static async Task<IEnumerable<string?>> NamesAsync(ApiUser user) =>
        (await user.GetAsync(Types)).Json.GetProperty("items").EnumerateArray().Select(t => t.GetProperty("name").GetString());
}
