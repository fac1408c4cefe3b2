using System.Net;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>The four sums, each up to its limit and a cent beyond.</summary>
public sealed class SumRulesEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Allotments_OfAllThatIsApproved_LeaveNothing()
    {
        var office = await ApiOffice.CreateAsync(api, approved: 45_000_000, released: 10_000_000);
        foreach (var (quarter, amount) in new[] { (2, 12_000_000), (3, 13_000_000), (4, 10_000_000) })
        {
            (await office.Approver.PostAsync($"{office.Budget}/allotments", $$"""{"quarter": {{quarter}}, "amount": {{amount}}}""")).Status.Should().Be(HttpStatusCode.Created);
        }

        await RefusedAsync(
            () => office.Approver.PostAsync($"{office.Budget}/allotments", """{"quarter": 4, "amount": 0.01, "reason": "More"}"""), "allotment.exceeds-budget", "0", "Only $0.00 is left of the approved amount.");

        var budget = await office.Member.GetAsync(office.Budget);
        (budget["allotted"], budget["remaining"], budget["obligated"], budget["disbursed"]).Should().Be(("45000000", "0", "0", "0"));
    }

    [Fact]
    public async Task Allotments_OfWhatIsntApproved_AreRefused()
    {
        var office = await ApiOffice.CreateAsync(api);
        var proposal = await office.Member.Actor.ProposalAsync(2027);
        var budget = await office.Member.Actor.ProgramBudgetAsync(proposal, office.Office.Program, 10);
        var allotments = $"{ApiOffice.AddressOf(budget)}/allotments";
        (await office.Approver.PostAsync(allotments, """{"quarter": 1, "amount": 1}""")).Code.Should().Be("proposal.not-approved");

        await office.Member.PostAsync($"{ApiOffice.AddressOf(proposal)}/submit", "{}");
        await office.Approver.PostAsync($"{ApiOffice.AddressOf(proposal)}/approve", """{"approvals": []}""");

        await RefusedAsync(() => office.Approver.PostAsync(allotments, """{"quarter": 1, "amount": 0.01}"""), "allotment.exceeds-budget", "0");
    }

    [Fact]
    public async Task Obligations_BeyondTheAllotment_AreRefused_AlsoByAChange()
    {
        var office = await ApiOffice.CreateAsync(api);
        var first = await office.RequestAsync("299.98");
        (await office.RequestAsync("0.01")).Status.Should().Be(HttpStatusCode.Created);

        await RefusedAsync(() => office.RequestAsync("0.02"), "obligation.exceeds-allotment", "0.01");
        await RefusedAsync(
            () => office.Member.PatchAsync(first.Headers.Location!.ToString(), """{"amount": 300}"""), "obligation.exceeds-allotment", "0.01", "Only $0.01 is left of the allotment.");
        (await office.Member.PatchAsync(first.Headers.Location!.ToString(), """{"amount": "299.99"}"""))["remaining"].Should().Be("299.99");
        (await office.Member.GetAsync(office.Allotment))["remaining"].Should().Be("0");
    }

    [Fact]
    public async Task Disbursements_BeyondTheObligation_AreRefused()
    {
        var office = await ApiOffice.CreateAsync(api);
        var obligation = await office.Office.ActiveAsync(100);
        await office.Office.PaidAsync(obligation, 33.33m);

        await RefusedAsync(
            () => office.Approver.PostAsync($"{ApiOffice.AddressOf(obligation)}/disbursements", """{"amount": 66.68}"""), "disbursement.exceeds-obligation", "66.67");

        var paid = await office.Approver.PostAsync($"{ApiOffice.AddressOf(obligation)}/disbursements", """{"amount": 66.67, "method": "CHECK"}""");
        (paid.Status, paid["remaining"], paid["payee"], paid["method"]).Should().Be((HttpStatusCode.Created, "0", "Paper Ltd", "CHECK"));
        var voided = await office.Approver.PostAsync($"/api/v1/disbursements/{paid["id"]}/void", """{"reason": "Bounced"}""");
        (voided["status"], voided["reason"], voided["remaining"]).Should().Be(("VOID", "Bounced", "66.67"));
        (await office.Approver.PostAsync($"/api/v1/disbursements/{paid["id"]}/void", """{"reason": "Again"}""")).Code.Should().Be("disbursement.void");
    }

    [Fact]
    public async Task WorkItems_BeyondTheObligation_AreRefused()
    {
        var office = await ApiOffice.CreateAsync(api);
        var items = $"{ApiOffice.AddressOf(await office.Office.ActiveAsync(100))}/work-items";
        var item = await office.Member.PostAsync(items, """{"description": "First", "quantity": 2, "unitCost": 30.50, "acceptedOn": "2026-02-01"}""");

        (item.Status, item["amount"], item["remaining"]).Should().Be((HttpStatusCode.Created, "61", "39"));
        await RefusedAsync(() => office.Member.PostAsync(items, """{"description": "Second", "unitCost": 39.01}"""), "work-items.exceed-obligation", "39");
        var obligation = await office.Member.GetAsync(items[..^"/work-items".Length]);
        (obligation["due"], obligation["notYetDue"], obligation["delivered"]).Should().Be(("61", "39", "61"));
    }

    [Fact]
    public async Task Liquidation_GivesBackWhatIsntPaid()
    {
        var office = await ApiOffice.CreateAsync(api);
        var (thirty, forty) = (await office.Office.ActiveAsync(30), await office.Office.ActiveAsync(40));
        await office.Office.PaidAsync(thirty, 15);
        await office.Office.PaidAsync(forty, 30);
        (await office.Member.GetAsync(office.Allotment))["remaining"].Should().Be("230");

        foreach (var obligation in new[] { thirty, forty })
        {
            var liquidated = await office.Approver.PostAsync($"{ApiOffice.AddressOf(obligation)}/liquidate", "{}", ("If-Match", $"\"{obligation.Version}\""));
            (liquidated.Status, liquidated["status"], liquidated["remaining"]).Should().Be((HttpStatusCode.OK, "LIQUIDATED", "0"));
        }

        (await office.Member.GetAsync(office.Allotment))["remaining"].Should().Be("255");
        (await office.Approver.PostAsync($"{ApiOffice.AddressOf(thirty)}/liquidate", "{}")).Code.Should().Be("obligation.not-active");
    }

    [Fact]
    public async Task Split_IsExactToTheCent()
    {
        var office = await ApiOffice.CreateAsync(api, other: 100.01m);

        var split = await office.Approver.PostAsync($"{office.Other}/allotments/split", "{}", ("Idempotency-Key", "split"));
        var again = await office.Approver.PostAsync($"{office.Other}/allotments/split", "{}", ("Idempotency-Key", "split"));

        split.Json.GetProperty("items").EnumerateArray().Select(a => (a.GetProperty("quarter").GetInt32(), a.GetProperty("amount").GetDecimal(), a.GetProperty("status").GetString()))
            .Should().Equal((1, 25.00m, "PLANNED"), (2, 25.00m, "PLANNED"), (3, 25.00m, "PLANNED"), (4, 25.01m, "PLANNED"));
        again.Text.Should().Be(split.Text);
        (await office.Member.GetAsync(office.Other))["remaining"].Should().Be("0");
        (await office.Approver.PostAsync($"{office.Other}/allotments/split", "{}")).Code.Should().Be("allotment.exists");
    }

    [Fact]
    public async Task Cancelled_WhoseMoneyIsUsedAgain_StaysCancelled()
    {
        var office = await ApiOffice.CreateAsync(api, approved: 100, released: 100);
        await office.Approver.PostAsync($"{office.Allotment}/cancel", """{"reason": "Not needed"}""", ("If-Match", "\"1\""));
        await office.Approver.Actor.AllotmentAsync(office.Office.Budget, 100);

        var restored = await office.Approver.PostAsync($"{office.Allotment}/restore", """{"version": 1}""");

        (restored.Status, restored.Code).Should().Be((HttpStatusCode.Conflict, "allotment.not-planned"));
        (await office.Approver.PatchAsync(office.Allotment, """{"status": "RELEASED"}""")).Code.Should().Be("allotment.not-planned");
        (await office.Member.GetAsync(office.Allotment))["status"].Should().Be("CANCELLED");
    }

    [Fact]
    public async Task Cut_BelowWhatIsAllotted_IsRefused()
    {
        var office = await ApiOffice.CreateAsync(api);

        await RefusedAsync(() => office.Approver.PostAsync($"{office.Budget}/adjustments", """{"amount": -700.01, "reason": "Cut"}"""), "allotment.exceeds-budget", "700");

        var cut = await office.Approver.PostAsync($"{office.Budget}/adjustments", """{"amount": -700, "reason": "Cut", "authorityNo": "2026-17"}""", ("If-Match", $"\"{office.Office.Budget.Version}\""));
        (cut.Status, cut["amount"], cut["remaining"], cut["kind"], cut["authorityNo"]).Should().Be((HttpStatusCode.Created, "-700", "0", "ADJUSTMENT", "2026-17"));
        (await office.Member.GetAsync(cut.Headers.Location!.ToString())).Text.Should().Be(cut.Text);
        (await office.Member.GetAsync($"{office.Budget}/adjustments")).Json.GetProperty("items").GetArrayLength().Should().Be(1);
        (await office.Approver.PostAsync($"{office.Budget}/adjustments", """{"amount": 1, "reason": "More"}""", ("If-Match", $"\"{office.Office.Budget.Version}\""))).Code.Should().Be("stale");
    }

    [Fact]
    public async Task Reallocation_IsAllOrNothing()
    {
        var office = await ApiOffice.CreateAsync(api);
        var (from, to) = (office.Office.Budget.Id, office.Office.Other.Id);
        string MoveOf(Guid a, Guid b, string amount) => $$"""{"fromProgramBudgetId": "{{a}}", "toProgramBudgetId": "{{b}}", "amount": {{amount}}}""";

        await RefusedAsync(
            () => office.Approver.PostAsync($"{office.Proposal}/reallocations", $$"""{"reason": "Roof", "moves": [{{MoveOf(to, from, "100")}}, {{MoveOf(from, to, "800.01")}}]}"""),
            "allotment.exceeds-budget", "700");

        var moved = await office.Approver.PostAsync($"{office.Proposal}/reallocations", $$"""{"reason": "Roof", "moves": [{{MoveOf(from, to, "700")}}]}""");
        moved.Json.GetProperty("adjustments").EnumerateArray().Select(a => (a.GetProperty("amount").GetDecimal(), a.GetProperty("remaining").GetDecimal())).Should().Equal((-700m, 0m), (700m, 1200m));
        var wrong = await office.Approver.PostAsync(
            $"{office.Proposal}/reallocations", $$"""{"moves": [{{MoveOf(from, from, "1")}}, {{MoveOf(from, Guid.NewGuid(), "0.001")}}, null]}""");
        wrong.Fields.Should().BeEquivalentTo(
            "reason", "moves[0].toProgramBudgetId", "moves[1].toProgramBudgetId", "moves[1].amount",
            "moves[2].fromProgramBudgetId", "moves[2].toProgramBudgetId", "moves[2].amount");
        (await office.Approver.PostAsync($"{office.Proposal}/reallocations", """{"reason": "Roof", "moves": []}""")).Fields.Should().Equal("moves");
    }

    [Fact]
    public async Task Reallocation_ThatCancelsItselfOut_IsAFieldError()
    {
        var office = await ApiOffice.CreateAsync(api);
        var (from, to) = (office.Office.Budget.Id, office.Office.Other.Id);

        var answer = await office.Approver.PostAsync(
            $"{office.Proposal}/reallocations",
            $$"""
            {"reason": "Roof", "moves": [
                {"fromProgramBudgetId": "{{from}}", "toProgramBudgetId": "{{to}}", "amount": 50},
                {"fromProgramBudgetId": "{{to}}", "toProgramBudgetId": "{{from}}", "amount": 50}]}
            """);

        (answer.Status, string.Join(' ', answer.Fields)).Should().Be((HttpStatusCode.BadRequest, "moves"));
        answer.Text.Should().Contain("The moves cancel each other out.");
    }

    [Fact]
    public async Task Approved_InAllBeyondTheLargestAmount_IsAFieldError()
    {
        var office = await ApiOffice.CreateAsync(api, approved: 999_999_999_000m, other: 500);

        (await office.Approver.PostAsync($"{office.Other}/adjustments", """{"amount": 500.01, "reason": "More"}""")).Fields.Should().Equal("amount");
        (await office.Approver.PostAsync($"{office.Other}/adjustments", """{"amount": 500, "reason": "More"}""")).Status.Should().Be(HttpStatusCode.Created);
        (await office.Member.GetAsync(office.Proposal))["approvedTotal"].Should().Be("1000000000000");
    }

    [Fact]
    public async Task Approvals_InAllBeyondTheLargestAmount_AreAFieldError()
    {
        var office = await ApiOffice.CreateAsync(api);
        var proposal = await office.Member.Actor.ProposalAsync(2027);
        var first = await office.Member.Actor.ProgramBudgetAsync(proposal, office.Office.Program, 10);
        var second = await office.Member.Actor.ProgramBudgetAsync(proposal, await office.Admin.Actor.ProgramAsync("3000"), 10);
        await office.Member.PostAsync($"{ApiOffice.AddressOf(proposal)}/submit", "{}");
        string Approvals(string amount) => $$"""
            {"approvals": [{"programBudgetId": "{{first.Id}}", "approvedAmount": 1000000000000, "reason": "More"}, {"programBudgetId": "{{second.Id}}", "approvedAmount": {{amount}}}]}
            """;

        (await office.Admin.PostAsync($"{ApiOffice.AddressOf(proposal)}/approve", Approvals("0.01"))).Fields.Should().Equal("approvals[1].approvedAmount");
        (await office.Admin.PostAsync($"{ApiOffice.AddressOf(proposal)}/approve", Approvals("0"))).Status.Should().Be(HttpStatusCode.OK);
    }

    private async Task RefusedAsync(Func<Task<ApiAnswer>> send, string code, string remaining, string? detail = null)
    {
        var before = ApiOffice.Stored(api);

        var answer = await send();

        (answer.Status, answer.Code, answer["remaining"]).Should().Be((HttpStatusCode.Conflict, code, remaining));
        answer["detail"].Should().Be(detail ?? answer["detail"]);
        ApiOffice.Stored(api).Should().Be(before);
    }
}
