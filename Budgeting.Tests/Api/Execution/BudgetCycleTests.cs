using System.Net;
using Budgeting.Core.Organizations;

namespace Budgeting.Tests.Api;

/// <summary>A fiscal year from its first program to its end, by REST alone.</summary>
public sealed class BudgetCycleTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Fact]
    public async Task Year_OfTwoMembers_GoesFromRequestToPaymentToClosing()
    {
        var (ada, mia) = await MembersAsync();
        var program = await ada.PostAsync("/api/v1/programs", """{"code": "1000", "name": "Library"}""");
        var proposal = await CreatedAsync(mia, "/api/v1/proposals", """{"fiscalYear": 2026, "title": "Budget 2026"}""");
        var budget = await CreatedAsync(mia, $"{proposal}/program-budgets", $$"""{"programId": "{{program["id"]}}", "requestedAmount": 1000}""");
        await CreatedAsync(mia, $"{budget}/line-items", """{"category": "OPERATING", "description": "Books", "quantity": 40, "unitCost": 25}""");
        await CreatedAsync(mia, $"{budget}/justifications", """{"kind": "NEED", "text": "Empty shelves"}""");
        await DoneAsync(mia, $"{proposal}/submit", "{}");
        await DoneAsync(ada, $"{proposal}/approve", $$"""{"approvals": [{"programBudgetId": "{{IdOf(budget)}}", "approvedAmount": 900}], "approvedOn": "2025-12-15"}""");

        var allotment = await CreatedAsync(ada, $"{budget}/allotments", """{"quarter": 1, "amount": 300}""");
        await DoneAsync(ada, $"{allotment}/release", """{"releasedOn": "2026-01-02"}""");
        var obligation = await CreatedAsync(mia, $"{allotment}/obligations", """{"payee": "Books Ltd", "description": "Novels", "amount": 100, "date": "2026-01-15"}""");
        await DoneAsync(ada, $"{obligation}/approve", "{}");
        var payment = await CreatedAsync(ada, $"{obligation}/disbursements", """{"amount": 60, "date": "2026-02-01", "reference": "B-1"}""");
        await CreatedAsync(mia, $"{obligation}/work-items", $$"""{"description": "First box", "unitCost": 60, "acceptedOn": "2026-01-30", "disbursementId": "{{IdOf(payment)}}"}""");
        await DoneAsync(ada, $"{obligation}/liquidate", "{}");

        var figures = await mia.GetAsync(budget);
        (figures["approvedAmount"], figures["allotted"], figures["obligated"], figures["disbursed"], figures["remaining"]).Should().Be(("900", "300", "60", "60", "600"));
        (await mia.GetAsync(allotment))["remaining"].Should().Be("240");
        var closed = await DoneAsync(ada, $"{proposal}/close", """{"reason": "The year is over"}""");
        closed.Json.GetProperty("closing").GetRawText().Should().Be("""{"unallotted":600,"unobligated":240,"payable":0,"requested":[]}""");
        (await mia.GetAsync($"{obligation}/history")).Json.GetProperty("items").GetArrayLength().Should().Be(3);
    }

    [Fact]
    public async Task Year_OfSomebodyAlone_SaysThatDutiesWereCombined()
    {
        var ada = await api.AdminAsync();
        await ada.PatchAsync("/api/v1/organization", """{"separateDuties": false, "combinedDutiesReason": "I am alone"}""");
        var program = await ada.PostAsync("/api/v1/programs", """{"code": "1000", "name": "Library"}""");
        var proposal = await CreatedAsync(ada, "/api/v1/proposals", """{"fiscalYear": 2026, "title": "Budget 2026"}""");
        var budget = await CreatedAsync(ada, $"{proposal}/program-budgets", $$"""{"programId": "{{program["id"]}}", "requestedAmount": 0}""");
        await CreatedAsync(ada, $"{budget}/justifications", """{"text": "To begin with"}""");
        await DoneAsync(ada, $"{proposal}/submit", "{}");

        (await DoneAsync(ada, $"{proposal}/approve", """{"approvals": [], "approvedOn": "2026-01-02"}"""))["dutiesCombined"].Should().Be("True");

        (await ada.GetAsync($"{proposal}/history")).Text.Should().Contain("dutiesCombined");
        await CreatedAsync(ada, $"{budget}/adjustments", """{"amount": 100, "reason": "A grant"}""");
        var allotment = await CreatedAsync(ada, $"{budget}/allotments", """{"quarter": 1, "amount": 100, "status": "RELEASED", "releasedOn": "2026-01-02"}""");
        var obligation = await CreatedAsync(ada, $"{allotment}/obligations", """{"payee": "X", "description": "Y", "amount": 10, "date": "2026-01-15"}""");
        (await DoneAsync(ada, $"{obligation}/approve", "{}"))["dutiesCombined"].Should().Be("True");
        await api.MemberAsync(ada, Role.Approver);
        (await ada.PostAsync($"{obligation}/disbursements", """{"amount": 1}""")).Code.Should().Be("duties.separated");
    }

    private async Task<(ApiUser Ada, ApiUser Mia)> MembersAsync()
    {
        var ada = await api.AdminAsync();
        return (ada, await api.MemberAsync(ada, Role.Member));
    }

    private static async Task<string> CreatedAsync(ApiUser user, string path, string body)
    {
        var answer = await user.PostAsync(path, body);
        answer.Status.Should().Be(HttpStatusCode.Created, $"{path} answered {answer.Text}");
        return answer.Headers.Location!.ToString();
    }

    private static async Task<ApiAnswer> DoneAsync(ApiUser user, string path, string body)
    {
        var answer = await user.PostAsync(path, body);
        answer.Status.Should().Be(HttpStatusCode.OK, $"{path} answered {answer.Text}");
        return answer;
    }

    private static string IdOf(string address) => address.Split('/')[^1];
}
