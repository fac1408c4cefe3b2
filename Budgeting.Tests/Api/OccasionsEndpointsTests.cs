using System.Net;
using Budgeting.Core.Gifting;

namespace Budgeting.Tests.Api;

public sealed class OccasionsEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string Occasions = "/api/v1/occasions";

    [Fact]
    public async Task Post_AnOccasion_AnswersItWithItsDefaults()
    {
        var ada = await api.AdminAsync();

        var answer = await ada.PostAsync(Occasions, """{"name": "Christmas", "date": "2026-12-24", "budgetTotal": 500}""");

        (answer.Status, answer.Headers.Location!.ToString()).Should().Be((HttpStatusCode.Created, $"{Occasions}/{answer["id"]}"));
        (answer["budgetTotal"], answer["nearThresholdPercent"], answer["ideasCountAsPlanned"], answer["archived"])
            .Should().Be(("500", "80", "True", "False"));
        (await ada.GetAsync($"{Occasions}/{answer["id"]}")).Text.Should().Be(answer.Text);
    }

    [Fact]
    public async Task Post_WithoutNameAndDate_NamesBoth()
    {
        var ada = await api.AdminAsync();

        (await ada.PostAsync(Occasions, "{}")).Fields.Should().BeEquivalentTo("name", "date");
        (await ada.GetAsync(Occasions)).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Patch_WithNull_GivesAFieldItsDefault()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.PostAsync(
            Occasions, """{"name": "Christmas", "date": "2026-12-24", "nearThresholdPercent": 50, "ideasCountAsPlanned": false, "budgetTotal": 9}""");

        var patched = await ada.PatchAsync($"{Occasions}/{occasion["id"]}", """{"nearThresholdPercent": null, "budgetTotal": null}""");

        (patched["nearThresholdPercent"], patched["ideasCountAsPlanned"], patched["budgetTotal"]).Should().Be(("80", "False", ""));
    }

    [Fact]
    public async Task Delete_AnOccasionWithGifts_ChangesNothing()
    {
        var ada = await api.AdminAsync();
        var person = await ada.Actor.PersonAsync();
        var occasion = await ada.Actor.OccasionAsync();
        await ada.PutAsync(SubBudgetOf(occasion, person), """{"amount": 50}""");
        await ada.Actor.GiftAsync(occasion);

        var refused = await ada.DeleteAsync($"{Occasions}/{occasion.Id}");

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Conflict, "occasion.not-empty"));
        (await ada.GetAsync(SubBudgetOf(occasion, person)))["amount"].Should().Be("50");
    }

    [Fact]
    public async Task Delete_AnOccasion_TakesItsSubBudgetsAlong()
    {
        var ada = await api.AdminAsync();
        var person = await ada.Actor.PersonAsync();
        var occasion = await ada.Actor.OccasionAsync();
        await ada.PutAsync(SubBudgetOf(occasion, person), """{"amount": 50}""");

        (await ada.DeleteAsync($"{Occasions}/{occasion.Id}")).Status.Should().Be(HttpStatusCode.NoContent);
        (await ada.GetAsync(SubBudgetOf(occasion, person))).Code.Should().Be("not-found");
    }

    [Fact]
    public async Task PutBudget_SetsAndTakesItAway()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync(budget: null);
        var budget = $"{Occasions}/{occasion.Id}/budget";

        var set = await ada.PutAsync(budget, """{"amount": "120.50"}""");
        (set.Status, set["budgetTotal"], set.Etag).Should().Be((HttpStatusCode.OK, "120.5", "\"2\""));
        (await ada.PutAsync(budget, """{"amount": null}"""))["budgetTotal"].Should().Be("");
        (await ada.PutAsync(budget, "{}")).Fields.Should().Equal("amount");
        (await ada.PutAsync(budget, """{"amount": -1}""")).Fields.Should().Equal("amount");
    }

    [Fact]
    public async Task Meter_TellsWhatIsPurchasedPlannedAndLeft()
    {
        var ada = await api.AdminAsync();
        var person = await ada.Actor.PersonAsync();
        var occasion = await ada.Actor.OccasionAsync(budget: 500);
        await ada.PutAsync(SubBudgetOf(occasion, person), """{"amount": 40}""");
        await ada.Actor.GiftAsync(occasion, price: 120.10m, GiftStatus.Purchased);
        await ada.Actor.GiftAsync(occasion, price: 50.20m, GiftStatus.Selected, person.Id);
        await ada.Actor.GiftAsync(occasion, price: null);

        var meter = (await ada.GetAsync($"{Occasions}/{occasion.Id}/meter")).Json;

        meter.GetRawText().Should().StartWith(
            "{\"total\":500,\"purchased\":120.1,\"planned\":50.2,\"remaining\":329.7,\"unpriced\":1,\"usedFraction\":0.3406,\"level\":\"Ok\",\"hiddenSurprises\":false,\"segments\":[{\"key\":\"purchased\",\"label\":\"Purchased\",\"amount\":120.1},{\"key\":\"planned\",\"label\":\"Planned\",\"amount\":50.2}],\"currency\":\"USD\",\"recipients\":[");
        var recipient = meter.GetProperty("recipients").EnumerateArray().Single(r => r.GetProperty("personId").ValueEquals(person.Id.ToString()));
        recipient.GetProperty("level").GetString().Should().Be("Over");
        recipient.GetProperty("remaining").GetDecimal().Should().Be(-10.2m);
    }

    [Fact]
    public async Task Meter_WithoutBudget_TellsTheSumsAndNoRemainder()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync(budget: null);
        await ada.Actor.GiftAsync(occasion, price: 20);

        var meter = await ada.GetAsync($"{Occasions}/{occasion.Id}/meter");

        (meter["total"], meter["planned"], meter["remaining"], meter["usedFraction"], meter["level"]).Should().Be(("", "20", "", "", "None"));
    }

    [Fact]
    public async Task SubBudget_IsSetReadAndDeleted()
    {
        var ada = await api.AdminAsync();
        var address = SubBudgetOf(await ada.Actor.OccasionAsync(), await ada.Actor.PersonAsync());

        (await ada.GetAsync(address)).Code.Should().Be("not-found");
        var set = await ada.PutAsync(address, """{"amount": 50.5}""");
        (set.Status, set["amount"], set["entityType"], set.Etag).Should().Be((HttpStatusCode.OK, "50.5", "Person", "\"1\""));
        (await ada.PutAsync(address, """{"amount": 60}"""))["amount"].Should().Be("60");
        (await ada.DeleteAsync(address, ("If-Match", "\"2\""))).Status.Should().Be(HttpStatusCode.NoContent);
        (await ada.GetAsync(address)).Code.Should().Be("not-found");
    }

    [Fact]
    public async Task SubBudget_OfNobodyOrNothing_IsNotFound()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();
        var person = await ada.Actor.PersonAsync();

        foreach (var tail in new[] { $"person/{Guid.NewGuid()}", $"0/{person.Id}", $"team/{person.Id}", "person/nobody" })
        {
            (await ada.PutAsync($"{Occasions}/{occasion.Id}/sub-budgets/{tail}", """{"amount": 1}""")).Code.Should().Be("not-found", tail);
        }
    }

    [Fact]
    public async Task SubBudget_ThatMustBeThere_IsNotMade()
    {
        var ada = await api.AdminAsync();
        var address = SubBudgetOf(await ada.Actor.OccasionAsync(), await ada.Actor.PersonAsync());

        (await ada.PutAsync(address, """{"amount": 1}""", ("If-Match", "\"1\""))).Code.Should().Be("stale");
        (await ada.GetAsync(address)).Code.Should().Be("not-found");
    }

    [Fact]
    public async Task List_PageByPage_FindsEachOccasionOnce()
    {
        var ada = await api.AdminAsync();
        for (var i = 1; i <= 5; i++)
        {
            await ada.Actor.OccasionAsync(name: $"Occasion {i}");
        }

        var pages = await ada.PagesAsync($"{Occasions}?limit=2");

        pages.SelectMany(p => p).Select(o => o.GetProperty("name").GetString()).Should().BeEquivalentTo(Enumerable.Range(1, 5).Select(i => $"Occasion {i}"));
    }

    private static string SubBudgetOf(OccasionDto occasion, PersonDto person) => $"{Occasions}/{occasion.Id}/sub-budgets/person/{person.Id}";
}
