using System.Net;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

public sealed class ApprovalEndpointsTests(ApiServer api) : IClassFixture<ApiServer>, IAsyncLifetime
{
    private FilledOffice _f = null!;
    private ApiUser _ada = null!;
    private ApiUser _mia = null!;
    private ApiUser _paul = null!;

    private string Submitted => ApiOffice.AddressOf(_f.Submitted);

    public async Task InitializeAsync()
    {
        _ada = await api.AdminAsync();
        _f = await FilledOffice.CreateAsync(_ada.Actor);
        (_mia, _paul) = (await api.UserAsync(_f.Office.Member), await api.UserAsync(_f.Office.Approver));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Approve_SetsAmounts_OnceForOneKey()
    {
        var body = BodyOf(_f.SubmittedBudget.Id, "450.50");

        var approved = await _paul.PostAsync($"{Submitted}/approve", body, ("If-Match", "\"2\""), ("Idempotency-Key", "approve-1"));
        var again = await _paul.PostAsync($"{Submitted}/approve", body, ("If-Match", "\"2\""), ("Idempotency-Key", "approve-1"));

        (approved.Status, approved["status"], approved["approvedTotal"], approved["approvedBy"]).Should().Be((HttpStatusCode.OK, "APPROVED", "450.5", $"{_paul.Actor.MemberId}"));
        (again.Text, again.Headers.Contains("Idempotency-Replayed")).Should().Be((approved.Text, true));
        (await _paul.GetAsync(ApiOffice.AddressOf(_f.SubmittedBudget)))["remaining"].Should().Be("450.5");
        (await _paul.PostAsync($"{Submitted}/approve", body)).Code.Should().Be("proposal.not-submitted");
    }

    [Fact]
    public async Task Approve_ByWhoMayNot_IsRefused()
    {
        var own = await _paul.Actor.ProposalAsync(2050);
        var budget = await _paul.Actor.ProgramBudgetAsync(own, _f.Office.Program, 10);
        await _paul.PostAsync($"{ApiOffice.AddressOf(own)}/submit", "{}");

        var byCreator = await _paul.PostAsync($"{ApiOffice.AddressOf(own)}/approve", BodyOf(budget.Id, "10"));

        (byCreator.Status, byCreator.Code).Should().Be((HttpStatusCode.Conflict, "duties.separated"));
        (await _mia.PostAsync($"{Submitted}/approve", BodyOf(_f.SubmittedBudget.Id, "1"))).Code.Should().Be("forbidden");
        (await _mia.PostAsync($"{Submitted}/reject", """{"reason": "No"}""")).Code.Should().Be("forbidden");
        (await _paul.PostAsync($"{ApiOffice.AddressOf(_f.Draft)}/approve", """{"approvals": []}""")).Code.Should().Be("proposal.not-submitted");
    }

    [Fact]
    public async Task Approve_MoreThanRequested_IsForAdminsWithAReason()
    {
        var body = BodyOf(_f.SubmittedBudget.Id, "500.01", """, "reason": "Prices rose" """);

        (await _paul.PostAsync($"{Submitted}/approve", body)).Fields.Should().Equal("approvals[0].approvedAmount");
        (await _ada.PostAsync($"{Submitted}/approve", BodyOf(_f.SubmittedBudget.Id, "500.01"))).Fields.Should().Equal("approvals[0].reason");
        (await _ada.PostAsync($"{Submitted}/approve", body))["approvedTotal"].Should().Be("500.01");
        (await _ada.GetAsync(ApiOffice.AddressOf(_f.SubmittedBudget)))["approvalReason"].Should().Be("Prices rose");
    }

    [Fact]
    public async Task Approve_WithSomethingWrong_WritesNothing()
    {
        var (good, before) = ($$"""{"programBudgetId": "{{_f.SubmittedBudget.Id}}", "approvedAmount": 1}""", ApiOffice.Stored(api));

        (string Body, string Field)[] wrong =
        [
            (BodyOf(_f.SubmittedBudget.Id, "-1"), "approvals[0].approvedAmount"),
            (BodyOf(_f.SubmittedBudget.Id, "0.001"), "approvals[0].approvedAmount"),
            ($$"""{"approvals": [{{good}}, {"programBudgetId": "{{_f.Office.Budget.Id}}", "approvedAmount": 1}]}""", "approvals[1].programBudgetId"),
            ($$"""{"approvals": [{{good}}, {{good}}]}""", "approvals[1].programBudgetId"),
            ($$"""{"approvals": [{{good}}, null]}""", "approvals[1].programBudgetId"),
            ("""{"approvals": [], "approvedOn": "2100-01-01"}""", "approvedOn"),
            ("""{"approvals": [], "approvedOn": "0001-01-01"}""", "approvedOn"),
            ("""{"approvals": null}""", "approvals"),
            ("""{"approvals": {"a": 1}}""", "approvals"),
            ("{}", "approvals"),
        ];
        foreach (var (body, field) in wrong)
        {
            var answer = await _paul.PostAsync($"{Submitted}/approve", body);
            (answer.Status, string.Join(' ', answer.Fields)).Should().Be((HttpStatusCode.BadRequest, field), body);
        }

        ApiOffice.Stored(api).Should().Be(before);
    }

    [Fact]
    public async Task Rejected_IsTakenBackToADraft_UnlessTheYearHasAnother()
    {
        (await _paul.PostAsync($"{Submitted}/reject", """{"reason": " "}""")).Fields.Should().Equal("reason");
        var stale = await _paul.PostAsync($"{Submitted}/reject", """{"reason": "Too much"}""", ("If-Match", "\"1\""));
        var rejected = await _paul.PostAsync($"{Submitted}/reject", """{"reason": "Too much"}""", ("If-Match", "\"2\""));
        var other = await _mia.PostAsync(ApiOffice.Proposals, """{"fiscalYear": 2030, "title": "Another"}""");

        (stale.Status, stale.Code).Should().Be((HttpStatusCode.PreconditionFailed, "stale"));
        (rejected["status"], rejected["reason"], other.Status).Should().Be(("REJECTED", "Too much", HttpStatusCode.Created));
        (await _mia.PostAsync($"{Submitted}/reopen", """{"reason": "Cut down"}""")).Code.Should().Be("proposal.exists");
        await _mia.DeleteAsync(other.Headers.Location!.ToString());
        var reopened = await _mia.PostAsync($"{Submitted}/reopen", """{"reason": "Cut down"}""");
        (reopened["status"], reopened["reason"]).Should().Be(("DRAFT", "Cut down"));
    }

    [Fact]
    public async Task Close_WithPreview_SaysWhatLapsesAndWritesNothing()
    {
        var (closing, before) = (ApiOffice.AddressOf(_f.Office.Proposal), ApiOffice.Stored(api));

        var preview = await _ada.Client.SendAsync(HttpMethod.Post, $"{closing}/close?preview=true", body: null);

        preview.Json.GetProperty("closing").GetRawText().Should().Be(
            $$"""{"unallotted":900900,"unobligated":90080,"payable":10010,"requested":["{{_f.Requested.ReferenceNo}}"]}""");
        (preview.Status, preview.Json.GetProperty("proposal").GetProperty("status").GetString()).Should().Be((HttpStatusCode.OK, "APPROVED"));
        ApiOffice.Stored(api).Should().Be(before);
        (await _ada.PostAsync($"{closing}/close", """{"reason": "Over"}""")).Code.Should().Be("proposal.has-requests");
        (await _paul.PostAsync($"{closing}/close?preview=true", "{}")).Code.Should().Be("forbidden");
    }

    [Fact]
    public async Task Closed_IsStillPaid_AndNothingElse()
    {
        var (closing, active) = (ApiOffice.AddressOf(_f.Office.Proposal), ApiOffice.AddressOf(_f.Active));
        await _mia.PostAsync($"{ApiOffice.AddressOf(_f.Requested)}/cancel", """{"reason": "Too late"}""");
        (await _ada.PostAsync($"{closing}/close", "{}")).Fields.Should().Equal("reason");

        var closed = await _ada.PostAsync($"{closing}/close", """{"reason": "Over"}""", ("If-Match", $"\"{_f.Office.Proposal.Version}\""));

        (closed.Status, closed.Json.GetProperty("proposal").GetProperty("status").GetString()).Should().Be((HttpStatusCode.OK, "CLOSED"));
        (await _paul.PostAsync($"{active}/disbursements", """{"amount": 5}""")).Status.Should().Be(HttpStatusCode.Created);
        ApiAnswer[] refused =
        [
            await _mia.PostAsync($"{ApiOffice.AddressOf(_f.Office.Allotment)}/obligations", """{"payee": "X", "description": "Y", "amount": 1}"""),
            await _paul.PostAsync($"{ApiOffice.AddressOf(_f.Office.Budget)}/allotments", """{"quarter": 4, "amount": 1}"""),
            await _paul.PostAsync($"{ApiOffice.AddressOf(_f.Planned)}/release", "{}"),
            await _paul.PostAsync($"{ApiOffice.AddressOf(_f.Office.Budget)}/adjustments", """{"amount": 1, "reason": "More"}"""),
            await _ada.PostAsync($"{closing}/close?preview=true", "{}"),
        ];
        refused.Should().OnlyContain(a => a.Code == "proposal.closed");
    }

    private static string BodyOf(Guid budget, string amount, string rest = "") => $$"""{"approvals": [{"programBudgetId": "{{budget}}", "approvedAmount": {{amount}}{{rest}}}]}""";
}
