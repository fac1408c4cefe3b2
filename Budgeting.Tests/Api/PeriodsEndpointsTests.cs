using System.Net;
using Budgeting.Core.SharedCosts;
using static Budgeting.Tests.Api.SharedCostsRecords;

namespace Budgeting.Tests.Api;

public sealed class PeriodsEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string Reopening = """{"status": "OPEN", "reason": "A bill came late"}""";

    [Fact]
    public async Task Post_APeriod_AnswersItOpen()
    {
        var ada = await api.AdminAsync();
        var before = await ada.Actor.PeriodAsync("2025", 2025);

        var answer = await ada.PostAsync(Periods, """{"name": "2026", "startDate": "2026-01-01", "endDate": "2026-12-31"}""");

        (answer.Status, answer.Headers.Location!.ToString()).Should().Be((HttpStatusCode.Created, $"{Periods}/{answer["id"]}"));
        (answer["status"], answer["previousId"], answer["stale"], answer.Etag).Should().Be(("OPEN", $"{before.Id}", "False", "\"1\""));
        (await ada.GetAsync($"{Periods}/{answer["id"]}")).Text.Should().Be(answer.Text);
    }

    [Theory]
    [InlineData("""{}""", "name,startDate,endDate")]
    [InlineData("""{"name": "2026", "startDate": "2026-12-31", "endDate": "2026-12-31"}""", "endDate")]
    [InlineData("""{"name": "2026", "startDate": "1.1.2026", "endDate": "2026-12-31"}""", "startDate")]
    public async Task Post_WhatIsNoPeriod_NamesTheFields(string body, string fields)
    {
        var ada = await api.AdminAsync();

        (await ada.PostAsync(Periods, body)).Fields.Should().BeEquivalentTo(fields.Split(','));
    }

    [Fact]
    public async Task Post_ANameOfTheSameYear_IsAConflict()
    {
        var ada = await api.AdminAsync();
        await ada.Actor.PeriodAsync("Year", 2026);

        (await ada.PostAsync(Periods, """{"name": "Year", "startDate": "2026-02-01", "endDate": "2026-03-01"}""")).Code.Should().Be("period.exists");
        (await ada.PostAsync(Periods, """{"name": "Year", "startDate": "2027-01-01", "endDate": "2027-03-01"}""")).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task List_IsInTheOrderOfStarts()
    {
        var ada = await api.AdminAsync();
        foreach (var year in new[] { 2026, 2028, 2025, 2027 })
        {
            await ada.Actor.PeriodAsync($"{year}", year);
        }

        var pages = await ada.PagesAsync($"{Periods}?limit=3");

        pages.SelectMany(p => p).Select(p => p.GetProperty("name").GetString()).Should().Equal("2025", "2026", "2027", "2028");
    }

    [Fact]
    public async Task Close_ThenReopen_EachOnlyOnce()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();

        var closed = await ada.Client.SendAsync(HttpMethod.Post, period.Address("close"), body: null);
        (closed.Status, closed["status"], closed["version"], closed.Etag).Should().Be((HttpStatusCode.OK, "CLOSED", "2", "\"2\""));
        (await ada.PostAsync(period.Address("close"), "{}")).Code.Should().Be("period.closed");
        (await ada.PatchAsync(period.Address(), """{"status": "OPEN"}""")).Fields.Should().Equal("reason");

        var reopened = await ada.PatchAsync(period.Address(), Reopening, ("If-Match", "\"2\""));
        (reopened.Status, reopened["status"], reopened["reopenReason"]).Should().Be((HttpStatusCode.OK, "OPEN", "A bill came late"));
        (await ada.PatchAsync(period.Address(), Reopening)).Code.Should().Be("period.not-closed");
        (await ada.PatchAsync(period.Address(), reopened.Text)).Status.Should().Be(HttpStatusCode.OK, "a whole answer may be sent back");
    }

    [Fact]
    public async Task Patch_OfTheStatus_SaysHowElse()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();

        (await ada.PatchAsync(period.Address(), """{"status": "CLOSED"}""")).Fields.Should().Equal("status");
        (await ada.PatchAsync(period.Address(), """{"status": "Shut"}""")).Text.Should().Contain("Choose one of OPEN, CLOSED.");
        await ada.PostAsync(period.Address("close"), "{}");
        (await ada.PatchAsync(period.Address(), """{"reason": "Late"}""")).Fields.Should().Equal("status");
        (await ada.PatchAsync(period.Address(), """{"status": "OPEN", "reason": "Late", "name": "Other"}""")).Fields.Should().Equal("status");
        (await ada.PatchAsync(period.Address(), """{"name": "Other"}""")).Code.Should().Be("period.closed");
        (await ada.PatchAsync(period.Address(), Reopening, ("If-Match", "\"1\""))).Code.Should().Be("stale");
    }

    [Fact]
    public async Task Close_WithUnallocatedExpenses_AsksForConfirmation()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        var expense = await ada.Actor.ExpenseAsync(period, 40);

        (await ada.GetAsync(period.Address("closing-check"))).Json.GetProperty("unallocated")[0].GetProperty("id").GetGuid().Should().Be(expense.Id);
        (await ada.PostAsync(period.Address("close"), "{}")).Code.Should().Be("expense.unallocated");
        (await ada.PostAsync(period.Address("close"), """{"confirmUnallocated": true}"""))["status"].Should().Be("CLOSED");
    }

    [Fact]
    public async Task Close_WithNothingToShareBy_NamesTheItem()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        await ada.Actor.ExpenseAsync(period, 40, await ada.Actor.ItemAsync(period));

        var refused = await ada.PostAsync(period.Address("close"), "{}");

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.Conflict, "allocation.no-basis"));
        refused["detail"].Should().Contain("Repairs");
        (await ada.GetAsync(period.Address("closing-check")))["canClose"].Should().Be("False");
    }

    [Fact]
    public async Task Close_WithAPropertyThatWasNotRead_AsksForAConfirmationOfItsOwn()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        var owner = await ada.Actor.OwnerAsync();
        var (read, unread) = (await ada.Actor.PropertyAsync(owner), await ada.Actor.PropertyAsync(owner));
        var item = await ada.Actor.ItemAsync(period, AllocationStrategy.UsageBased);
        await ada.Actor.ReadingAsync(item, read);
        await ada.Actor.ExpenseAsync(period, 40, item);

        var missing = (await ada.GetAsync(period.Address("closing-check"))).Json.GetProperty("missingReadings")[0];
        (missing.GetProperty("item").GetProperty("id").GetGuid(), missing.GetProperty("properties")[0].GetProperty("id").GetGuid()).Should().Be((item.Id, unread.Id));
        (await ada.PostAsync(period.Address("close"), """{"confirmUnallocated": true}""")).Code.Should().Be("reading.missing");
        (await ada.PostAsync(period.Address("close"), """{"confirmMissingReadings": true}"""))["status"].Should().Be("CLOSED");
    }

    [Fact]
    public async Task Period_CalledLikeAnother_IsAConflictOfTheName()
    {
        var ada = await api.AdminAsync();
        await ada.Actor.PeriodAsync("Spring");

        var refused = await ada.PostAsync(SharedCostsRecords.Periods, """{"name": "SPRING", "startDate": "2026-02-01", "endDate": "2026-03-01"}""");

        (refused.Code, refused.Fields.Single()).Should().Be(("period.exists", "name"));
    }

    [Fact]
    public async Task Period_ReopenedAndEmptied_CanBeDeleted()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        await ada.Actor.PropertyAsync(await ada.Actor.OwnerAsync());
        await ada.PostAsync(period.Address("close"), "{}");
        (await ada.DeleteAsync(period.Address())).Code.Should().Be("period.closed");

        await ada.PatchAsync(period.Address(), Reopening);

        (await ada.DeleteAsync(period.Address())).Status.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Close_SentTwiceWithAKey_IsDoneOnce()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();

        var first = await ada.PostAsync(period.Address("close"), "{}", ("Idempotency-Key", "close"));
        var again = await ada.PostAsync(period.Address("close"), "{}", ("Idempotency-Key", "close"));

        (again.Status, again.Text).Should().Be((HttpStatusCode.OK, first.Text));
        again.Headers.GetValues("Idempotency-Replayed").Should().Equal("true");
        (await ada.PostAsync(period.Address("close"), """{"confirmUnallocated": true}""", ("Idempotency-Key", "close"))).Code.Should().Be("idempotency.key-reused");
    }

    [Fact]
    public async Task ReopenedEarlier_MakesLaterOnesStale_UntilItClosesAgain()
    {
        var ada = await api.AdminAsync();
        var (first, second) = (await ada.Actor.PeriodAsync("2025", 2025), await ada.Actor.PeriodAsync());
        var owner = await ada.Actor.OwnerAsync();
        await ada.PostAsync(first.Address("close"), "{}");
        await ada.PostAsync(second.Address("close"), "{}");
        var known = (await ada.GetAsync(second.Address())).Etag;

        await ada.PatchAsync(first.Address(), Reopening);
        (await ada.GetAsync(second.Address(), ("If-None-Match", known)))["stale"].Should().Be("True");
        await ada.Actor.ContributionAsync(first, owner, 70);
        var closed = await ada.PostAsync(first.Address("close"), "{}");

        closed.Json.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("closingAfter").GetDecimal()).Should().Equal(70, 70);
        (await ada.GetAsync(second.Address()))["stale"].Should().Be("False");
    }

    [Fact]
    public async Task Opening_IsSetInTheFirstPeriodOnly()
    {
        var ada = await api.AdminAsync();
        var (first, second) = (await ada.Actor.PeriodAsync("2025", 2025), await ada.Actor.PeriodAsync());
        var owner = await ada.Actor.OwnerAsync();

        (await ada.PutAsync(first.Address($"openings/{owner.Id}"), """{"amount": -12.5}""")).Status.Should().Be(HttpStatusCode.NoContent);
        (await ada.GetAsync(first.Address($"balances/{owner.Id}"))).Json.GetProperty("row").GetProperty("opening").GetDecimal().Should().Be(-12.5m);
        (await ada.PutAsync(second.Address($"openings/{owner.Id}"), """{"amount": 1}""")).Code.Should().Be("opening.derived");
        (await ada.PutAsync(first.Address($"openings/{Guid.NewGuid()}"), """{"amount": 1}""")).Code.Should().Be("not-found");
        (await ada.PutAsync(first.Address($"openings/{owner.Id}"), """{"amount": 0.001}""")).Fields.Should().Equal("amount");
    }

    [Fact]
    public async Task Meter_TellsWhatIsSpentOfTheBudget()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        await ada.Actor.ExpenseAsync(period, 85, await ada.Actor.ItemAsync(period));
        await ada.Actor.ContributionAsync(period, await ada.Actor.OwnerAsync(), 50);

        (await ada.GetAsync(period.Address("meter"))).Text.Should().Be(
            "{\"currency\":\"USD\",\"contributions\":50,\"paymentTypes\":[{\"paymentType\":\"Repairs\",\"total\":100,\"spent\":85,\"remaining\":15,\"usedFraction\":0.85,\"level\":\"Near\"}],\"total\":100,\"spent\":85,\"remaining\":15,\"usedFraction\":0.85,\"level\":\"Near\"}");
    }

    [Fact]
    public async Task Delete_APeriodWithRecords_IsAConflict()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        var expense = await ada.Actor.ExpenseAsync(period, 85);

        (await ada.DeleteAsync(period.Address())).Code.Should().Be("period.not-empty");
        await ada.DeleteAsync($"/api/v1/expenses/{expense.Id}");
        (await ada.DeleteAsync(period.Address())).Status.Should().Be(HttpStatusCode.NoContent);
        (await ada.GetAsync(period.Address())).Code.Should().Be("not-found");
    }
}
