using System.Net;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Tests.Api;

public sealed class BalancesEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task BalanceSheet_HasALineForEachOwner_AndAddsUp()
    {
        var (ada, period, one, two) = await SharedAsync();

        var sheet = await ada.GetAsync(period.Address("balance-sheet"));

        sheet.Json.GetProperty("rows").GetRawText().Should().Be(
            $$"""[{"ownerId":"{{one.Id}}","name":"One","opening":0,"contributions":50,"paid":0,"allocated":66.67,"charges":5,"balance":-21.67},""" +
            $$"""{"ownerId":"{{two.Id}}","name":"Two","opening":0,"contributions":0,"paid":100,"allocated":33.33,"charges":0,"balance":66.67}]""");
        sheet.Json.GetProperty("totals").GetRawText().Should().Be("""{"opening":0,"contributions":50,"paid":100,"allocated":100,"charges":5,"balance":45}""");
        (sheet["status"], sheet["fundCash"], sheet["notAllocated"], sheet["addsUp"]).Should().Be(("OPEN", "50", "0", "True"));
    }

    [Fact]
    public async Task Balance_IsExplainedToTheCent()
    {
        var (ada, period, one, _) = await SharedAsync();

        var balance = (await ada.GetAsync(period.Address($"balances/{one.Id}"))).Json;

        balance.GetProperty("row").GetProperty("balance").GetDecimal().Should().Be(-21.67m);
        balance.GetProperty("contributions")[0].GetProperty("amount").GetDecimal().Should().Be(50);
        balance.GetProperty("charges")[0].GetProperty("description").GetString().Should().Be("Key");
        var share = balance.GetProperty("allocated")[0];
        (share.GetProperty("strategy").GetString(), share.GetProperty("weight").GetDecimal(), share.GetProperty("exact").GetString()).Should().Be(("PROPORTIONAL", 2m, "200/3"));
        (await ada.GetAsync(period.Address($"balances/{Guid.NewGuid()}"))).Code.Should().Be("not-found");
    }

    [Fact]
    public async Task Allocations_ComeInPages()
    {
        var (ada, period, _, _) = await SharedAsync();

        var pages = await ada.PagesAsync($"{period.Address("allocations")}?limit=1");

        pages.SelectMany(p => p).Select(a => a.GetProperty("amount").GetDecimal()).Should().BeEquivalentTo([66.67m, 33.33m]);
    }

    [Fact]
    public async Task SettleUp_Booked_ClearsEveryBalance()
    {
        var (ada, period, _, _) = await SharedAsync();
        var transfers = (await ada.GetAsync(period.Address("settle-up"))).Json.GetProperty("transfers").EnumerateArray().ToList();

        foreach (var transfer in transfers)
        {
            var booked = await ada.PostAsync(
                period.Address("settle-up"),
                $$"""{"fromOwnerId": {{transfer.GetProperty("fromOwnerId").GetRawText()}}, "toOwnerId": {{transfer.GetProperty("toOwnerId").GetRawText()}}, "amount": {{transfer.GetProperty("amount")}}, "date": "2026-12-31"}""");
            booked.Status.Should().Be(HttpStatusCode.OK, booked.Text);
        }

        transfers.Should().HaveCount(2, "the fund is a third party");
        (await ada.GetAsync(period.Address("balance-sheet"))).Json.GetProperty("rows").EnumerateArray().Should().OnlyContain(r => r.GetProperty("balance").GetDecimal() == 0);
        (await ada.GetAsync(period.Address("settle-up"))).Json.GetProperty("transfers").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task SettleUp_SentTwiceWithAKey_IsBookedOnce()
    {
        var (ada, period, one, two) = await SharedAsync();
        var body = $$"""{"fromOwnerId": "{{one.Id}}", "toOwnerId": "{{two.Id}}", "amount": 21.67, "date": "2026-12-31"}""";

        var first = await ada.PostAsync(period.Address("settle-up"), body, ("Idempotency-Key", "settle"));
        var again = await ada.PostAsync(period.Address("settle-up"), body, ("Idempotency-Key", "settle"));

        (first.Json.GetProperty("items").GetArrayLength(), again.Text, again.Headers.GetValues("Idempotency-Replayed").Single()).Should().Be((2, first.Text, "true"));
        (await ada.GetAsync(period.Address("contributions"))).Json.GetProperty("items").GetArrayLength().Should().Be(3);
        (await ada.PostAsync(period.Address("settle-up"), "{}")).Fields.Should().BeEquivalentTo("amount", "date");
        (await ada.PostAsync(period.Address("settle-up"), """{"amount": 1, "date": "2026-12-31"}""")).Fields.Should().Equal("toOwnerId");
    }

    [Fact]
    public async Task SettleUp_SaysWhatTheFundCannotPayYet()
    {
        var ada = await api.AdminAsync();
        var (period, owner) = (await ada.Actor.PeriodAsync(), await ada.Actor.OwnerAsync());
        await ada.Actor.ContributionAsync(period, owner, 100);
        await ada.Actor.ExpenseAsync(period, 80);

        var transfer = (await ada.GetAsync(period.Address("settle-up"))).Json.GetProperty("transfers")[0];

        (transfer.GetProperty("amount").GetDecimal(), transfer.GetProperty("covered").GetBoolean()).Should().Be((100m, false));
    }

    [Fact]
    public async Task Statements_AreIssuedOnce_AndCorrectedAfterwards()
    {
        var (ada, period, one, _) = await SharedAsync();
        (await ada.PostAsync(period.Address("statements"), "{}")).Code.Should().Be("period.not-closed");
        await ada.PostAsync(period.Address("close"), "{}");

        var issued = await ada.Client.SendAsync(HttpMethod.Post, period.Address("statements"), body: null);
        (issued.Json.GetProperty("issued").GetArrayLength(), issued["unchanged"]).Should().Be((2, "0"));
        (await ada.PostAsync(period.Address("statements"), "{}"))["unchanged"].Should().Be("2");
        await ada.PatchAsync(period.Address(), """{"status": "OPEN", "reason": "A payment came late"}""");
        await ada.Actor.ContributionAsync(period, one, 21.67m);
        await ada.PostAsync(period.Address("close"), "{}");
        await ada.PostAsync(period.Address("statements"), $$"""{"ownerId": "{{one.Id}}"}""");

        var all = (await ada.GetAsync(period.Address("statements"))).Json.GetProperty("items");
        var correction = await ada.GetAsync($"/api/v1/statements/{all[2].GetProperty("id").GetGuid()}");
        (correction["number"], correction["balanceBefore"], correction.Json.GetProperty("content").GetProperty("row").GetProperty("balance").GetDecimal())
            .Should().Be(("3", "-21.67", 0m));
        var first = all.EnumerateArray().First(s => s.GetProperty("ownerId").GetGuid() == one.Id);
        (await ada.GetAsync($"/api/v1/statements/{first.GetProperty("id").GetGuid()}"))["correctedByNumber"].Should().Be("3");
    }

    [Fact]
    public async Task Statement_ThatIsOutdated_IsAnsweredAnewThoughItStaysAsIssued()
    {
        var (ada, period, one, _) = await SharedAsync();
        await ada.PostAsync(period.Address("close"), "{}");
        var issued = (await ada.PostAsync(period.Address("statements"), $$"""{"ownerId": "{{one.Id}}"}""")).Json.GetProperty("issued")[0];
        var address = $"/api/v1/statements/{issued.GetProperty("id").GetGuid()}";
        var before = await ada.GetAsync(address);
        await ada.PatchAsync(period.Address(), """{"status": "OPEN", "reason": "A payment came late"}""");
        await ada.Actor.ContributionAsync(period, one, 21.67m);

        await ada.PostAsync(period.Address("close"), "{}");

        var now = await ada.GetAsync(address, ("If-None-Match", before.Etag));
        (before["outdated"], now["outdated"], now.Json.GetProperty("content").ToString()).Should().Be(("False", "True", before.Json.GetProperty("content").ToString()));
        (await ada.GetAsync(period.Address("statements"))).Json.GetProperty("items")[0].GetProperty("outdated").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Statements_OfAPeriodBehindAnOpenOne_AreRefused()
    {
        var ada = await api.AdminAsync();
        var (_, second) = (await ada.Actor.PeriodAsync("2025", 2025), await ada.Actor.PeriodAsync());
        await ada.PostAsync(second.Address("close"), "{}");

        (await ada.PostAsync(second.Address("statements"), "{}")).Code.Should().Be("period.stale");
    }

    [Fact]
    public async Task Files_OfTheSheetAndOfAStatement_AreServed()
    {
        var (ada, period, _, _) = await SharedAsync();
        await ada.PostAsync(period.Address("close"), "{}");
        var statement = (await ada.PostAsync(period.Address("statements"), "{}")).Json.GetProperty("issued")[0].GetProperty("id").GetGuid();

        var sheet = await ada.Client.GetAsync(period.Address("balance-sheet.csv"));
        var pdf = await ada.Client.GetAsync($"/api/v1/statements/{statement}.pdf");

        (sheet.Content.Headers.ContentType!.ToString(), (await sheet.Content.ReadAsStringAsync()).Contains("One,0.00,50.00,0.00,66.67,5.00,-21.67", StringComparison.Ordinal))
            .Should().Be(("text/csv; charset=utf-8", true));
        (pdf.Content.Headers.ContentType!.ToString(), pdf.Content.Headers.ContentDisposition!.FileName).Should().Be(("application/pdf", "statement-1.pdf"));
        (await pdf.Content.ReadAsByteArrayAsync()).AsSpan(0, 5).SequenceEqual("%PDF-"u8).Should().BeTrue();
    }

    [Fact]
    public async Task Viewer_ReadsAll_AndBooksNothing()
    {
        var (ada, period, one, _) = await SharedAsync();
        var viewer = await api.MemberAsync(ada, Role.Viewer);

        foreach (var tail in new[] { "balance-sheet", "settle-up", "allocations", "statements", $"balances/{one.Id}" })
        {
            (await viewer.GetAsync(period.Address(tail))).Status.Should().Be(HttpStatusCode.OK, tail);
        }

        (await viewer.PostAsync(period.Address("settle-up"), $$"""{"fromOwnerId": "{{one.Id}}", "amount": 1, "date": "2026-12-31"}""")).Code.Should().Be("forbidden");
    }

    /// <summary>100 that the second paid, shared 2:1; the first paid 50 to the fund and is charged 5.</summary>
    private async Task<(ApiUser Ada, PeriodDto Period, OwnerDto One, OwnerDto Two)> SharedAsync()
    {
        var ada = await api.AdminAsync();
        var (period, one, two) = (await ada.Actor.PeriodAsync(), await ada.Actor.OwnerAsync("One"), await ada.Actor.OwnerAsync("Two"));
        await ada.Actor.PropertyAsync(one, weight: 2);
        await ada.Actor.PropertyAsync(two);
        await ada.Actor.ExpenseAsync(period, 100, await ada.Actor.ItemAsync(period), paidBy: two);
        await ada.Actor.ContributionAsync(period, one, 50);
        await ada.Actor.ChargeAsync(period, one, 5);
        return (ada, period, one, two);
    }
}
