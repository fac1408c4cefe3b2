using System.Net;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Tests.Api;

public sealed class ExpensesEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Post_AnExpenseAndARefund_SharesBoth()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        await ada.Actor.PropertyAsync(await ada.Actor.OwnerAsync());
        var item = await ada.Actor.ItemAsync(period);

        var paid = await ada.PostAsync(period.Address("expenses"), BodyOf(item, 89.90m, refund: false));
        var back = await ada.PostAsync(period.Address("expenses"), BodyOf(item, 9.90m, refund: true));

        (paid.Status, paid["paymentType"], paid["vendor"], paid["paidByOwnerId"]).Should().Be((HttpStatusCode.Created, "Repairs", "Roofs Ltd", ""));
        back["refund"].Should().Be("True");
        (await ada.GetAsync(period.Address("balance-sheet"))).Json.GetProperty("totals").GetProperty("allocated").GetDecimal().Should().Be(80);
    }

    [Fact]
    public async Task List_PaidBySomebody_HasTheirsOnly()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        var owner = await ada.Actor.OwnerAsync();
        var own = await ada.Actor.ExpenseAsync(period, 10, paidBy: owner);
        var funds = await ada.Actor.ExpenseAsync(period, 20);

        var theirs = await ada.GetAsync($"{period.Address("expenses")}?paid_by={owner.Id}");
        var others = await ada.GetAsync($"{period.Address("expenses")}?paid_by=fund");

        theirs.Json.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("id").GetGuid()).Should().Equal(own.Id);
        others.Json.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("id").GetGuid()).Should().Equal(funds.Id);
        (await ada.GetAsync($"{period.Address("expenses")}?paid_by=somebody")).Fields.Should().Equal("paid_by");
        (await ada.PagesAsync($"{period.Address("expenses")}?limit=1")).Should().HaveCount(2);
    }

    [Fact]
    public async Task Patch_TakesTheItemAway_AndSharesNoMore()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        await ada.Actor.PropertyAsync(await ada.Actor.OwnerAsync());
        var expense = await ada.Actor.ExpenseAsync(period, 10, await ada.Actor.ItemAsync(period));

        var patched = await ada.PatchAsync($"/api/v1/expenses/{expense.Id}", """{"budgetItemId": null}""");

        (patched.Status, patched["budgetItemId"], patched["amount"]).Should().Be((HttpStatusCode.OK, "", "10"));
        (await ada.GetAsync(period.Address("balance-sheet")))["notAllocated"].Should().Be("10");
        (await ada.GetAsync(period.Address("allocations"))).Json.GetProperty("items").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task Post_AnItemOfAnotherPeriod_NamesTheField()
    {
        var ada = await api.AdminAsync();
        var period = await ada.Actor.PeriodAsync();
        var elsewhere = await ada.Actor.ItemAsync(await ada.Actor.PeriodAsync("2027", 2027));

        (await ada.PostAsync(period.Address("expenses"), BodyOf(elsewhere, 1, refund: false))).Fields.Should().Equal("budgetItemId");
    }

    [Fact]
    public async Task Member_RecordsWhatTheyPaidThemselves()
    {
        var ada = await api.AdminAsync();
        var max = await api.MemberAsync(ada, Role.Member);
        var expenses = (await ada.Actor.PeriodAsync()).Address("expenses");
        var own = await ada.Actor.OwnerAsync("Max", max.Actor.MemberId);

        (await max.PostAsync(expenses, BodyOf(own.Id))).Status.Should().Be(HttpStatusCode.Created);
        (await max.PostAsync(expenses, BodyOf(payer: null))).Code.Should().Be("forbidden");
        (await max.PostAsync(expenses, BodyOf((await ada.Actor.OwnerAsync()).Id))).Code.Should().Be("forbidden");
    }

    private static string BodyOf(Guid? payer) =>
        $$"""{"paymentType": "Repairs", "amount": 5, "date": "2026-02-01", "paidByOwnerId": {{(payer is null ? "null" : $"\"{payer}\"")}}}""";

    private static string BodyOf(BudgetItemDto item, decimal amount, bool refund) =>
        FormattableString.Invariant(
            $$"""{"paymentType": "Repairs", "amount": {{amount}}, "date": "2026-03-05", "vendor": "Roofs Ltd", "budgetItemId": "{{item.Id}}", "refund": {{(refund ? "true" : "false")}}}""");
}
