using System.Net;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Tests.Api;

public sealed class BudgetItemsEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Post_EachStrategy_IsAnsweredByItsName()
    {
        var ada = await api.AdminAsync();
        var items = (await ada.Actor.PeriodAsync()).Address("budget-items");

        foreach (var strategy in new[] { "PROPORTIONAL", "FIXED_FEE", "USAGE_BASED", "NONE" })
        {
            (await ada.PostAsync(items, $$"""{"paymentType": "Utilities", "budgetedCost": 1200, "strategy": "{{strategy}}"}"""))["strategy"].Should().Be(strategy);
        }

        (await ada.PagesAsync($"{items}?limit=3")).Select(p => p.Count).Should().Equal(3, 1);
        var wrong = await ada.PostAsync(items, """{"paymentType": "Utilities", "strategy": "FixedFee"}""");
        wrong["detail"].Should().Be("Choose one of PROPORTIONAL, FIXED_FEE, USAGE_BASED, NONE.");
        (await ada.PostAsync(items, """{"budgetedCost": -1, "unitPrice": -1}""")).Fields.Should().BeEquivalentTo("paymentType", "budgetedCost", "strategy", "unitPrice");
    }

    [Fact]
    public async Task Reading_TellsConsumptionAndCost_WhichFollowTheExpenses()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        var property = await ada.Actor.PropertyAsync(await ada.Actor.OwnerAsync());
        var item = await ada.Actor.ItemAsync(period, AllocationStrategy.UsageBased);
        var readings = period.Address("readings");

        var added = await ada.PostAsync(readings, BodyOf(item, property, "\"startReading\": 990.5, \"endReading\": 20, \"capacity\": 1000"));
        await ada.Actor.ExpenseAsync(period, 60, item);

        (added.Status, added["consumption"], added["cost"]).Should().Be((HttpStatusCode.Created, "29.5", "0"));
        var now = await ada.GetAsync(added.Headers.Location!.ToString(), ("If-None-Match", added.Etag));
        (now.Status, now["cost"], now.Etag).Should().Be((HttpStatusCode.OK, "60", added.Etag));
        (await ada.PostAsync(readings, BodyOf(item, property, "\"startReading\": 0, \"endReading\": 1"))).Code.Should().Be("reading.exists");
        (await ada.PatchAsync(added.Headers.Location!.ToString(), """{"capacity": null}""")).Fields.Should().Equal("endReading");
        (await ada.DeleteAsync($"/api/v1/budget-items/{item.Id}")).Code.Should().Be("budget-item.in-use");
    }

    [Fact]
    public async Task Charge_IsOfTheLastDayUnlessSaid_AndListedByDate()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        var owner = await ada.Actor.OwnerAsync();

        var last = await ada.PostAsync(period.Address("charges"), $$"""{"ownerId": "{{owner.Id}}", "description": "Key", "amount": 25}""");
        var first = await ada.PostAsync(period.Address("charges"), $$"""{"ownerId": "{{owner.Id}}", "description": "Lamp", "amount": 5, "date": "2026-04-01"}""");

        (last.Status, last["date"], first["date"]).Should().Be((HttpStatusCode.Created, "2026-12-31", "2026-04-01"));
        (await ada.GetAsync(period.Address("charges"))).Json.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("description").GetString())
            .Should().Equal("Lamp", "Key");
        (await ada.PostAsync(period.Address("charges"), """{"amount": 0}""")).Fields.Should().BeEquivalentTo("ownerId", "description", "amount");
    }

    private static string BodyOf(BudgetItemDto item, PropertyDto property, string readings) =>
        $$"""{"budgetItemId": "{{item.Id}}", "propertyId": "{{property.Id}}", "meterSerial": "W-1", {{readings}}}""";
}
