using System.Net;
using Budgeting.Core.Execution;
using Budgeting.Core.Organizations;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

public sealed class PreparationEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string Programs = ApiOffice.Programs;
    private const string Proposals = ApiOffice.Proposals;

    [Fact]
    public async Task Program_IsForAdmins_AndItsCodeIsTheOnlyOne()
    {
        var ada = await api.AdminAsync();
        var mia = await api.MemberAsync(ada, Role.Approver);

        var added = await ada.PostAsync(Programs, """{"code": "1000", "name": "Library"}""");

        (added.Status, added["status"], added.Headers.Location!.ToString()).Should().Be((HttpStatusCode.Created, "ACTIVE", $"{Programs}/{added["id"]}"));
        var taken = await ada.PostAsync(Programs, """{"code": " 1000 ", "name": "Roads"}""");
        (taken.Status, taken.Code, string.Join(' ', taken.Fields)).Should().Be((HttpStatusCode.Conflict, "program.exists", "code"));
        (await ada.PostAsync(Programs, """{"status": "CLOSED"}""")).Fields.Should().Equal("status");
        (await ada.PostAsync(Programs, """{"code": " ", "name": ""}""")).Fields.Should().BeEquivalentTo("code", "name");
        (await mia.PostAsync(Programs, """{"code": "2000", "name": "Roads"}""")).Code.Should().Be("forbidden");
        (await mia.GetAsync(Programs)).Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("1999")]
    [InlineData("2101")]
    [InlineData("-2026")]
    [InlineData("2026.5")]
    [InlineData("null")]
    [InlineData("\"next\"")]
    public async Task Proposal_OfNoFiscalYear_IsAFieldError(string year)
    {
        var ada = await api.AdminAsync();
        var before = ApiOffice.Stored(api);

        var answer = await ada.PostAsync(Proposals, $$"""{"fiscalYear": {{year}}, "title": "Budget"}""");

        (answer.Status, answer.Code, string.Join(' ', answer.Fields)).Should().Be((HttpStatusCode.BadRequest, "invalid", "fiscalYear"));
        ApiOffice.Stored(api).Should().Be(before);
    }

    [Fact]
    public async Task Proposal_OfAYearThatHasOne_IsAConflict()
    {
        var ada = await api.AdminAsync();
        foreach (var year in new[] { 2000, 2100 })
        {
            (await ada.PostAsync(Proposals, $$"""{"fiscalYear": {{year}}, "title": "Budget"}""")).Status.Should().Be(HttpStatusCode.Created);
        }

        var second = await ada.PostAsync(Proposals, """{"fiscalYear": 2100, "title": "Another"}""");

        (second.Status, second.Code, string.Join(' ', second.Fields)).Should().Be((HttpStatusCode.Conflict, "proposal.exists", "fiscalYear"));
    }

    [Fact]
    public async Task Draft_IsPrepared_CheckedAndSubmitted()
    {
        var ada = await api.AdminAsync();
        var program = await ada.PostAsync(Programs, """{"code": "1000", "name": "Library"}""");
        var proposal = (await ada.PostAsync(Proposals, """{"fiscalYear": 2026, "title": "Budget 2026"}""")).Headers.Location!.ToString();
        (await ada.PostAsync($"{proposal}/submit", "{}")).Code.Should().Be("proposal.incomplete");

        var budget = await ada.PostAsync($"{proposal}/program-budgets", $$"""{"programId": "{{program["id"]}}", "requestedAmount": "1000.50"}""");
        var lines = $"{budget.Headers.Location}/line-items";
        var line = await ada.PostAsync(lines, """{"category": "OPERATING", "description": "Books", "quantity": 2.5, "unitCost": 400.20}""");
        var missing = (await ada.GetAsync($"{proposal}/checklist")).Json;
        await ada.PostAsync($"{budget.Headers.Location}/justifications", """{"kind": "NEED", "text": "Empty shelves"}""");

        (budget.Status, budget["approvedAmount"], budget["remaining"]).Should().Be((HttpStatusCode.Created, "", "0"));
        (line.Status, line["amount"]).Should().Be((HttpStatusCode.Created, "1000.5"));
        missing.GetProperty("missing").EnumerateArray().Select(m => m.GetProperty("what").GetString()).Should().Equal("Add a justification.");
        (await ada.GetAsync($"{proposal}/checklist"))["isComplete"].Should().Be("True");
        var submitted = await ada.Client.SendAsync(HttpMethod.Post, $"{proposal}/submit", body: null, ("If-Match", "\"1\""));
        (submitted.Status, submitted["status"], submitted["requestedTotal"], submitted.Etag).Should().Be((HttpStatusCode.OK, "SUBMITTED", "1000.5", "\"2\""));
    }

    [Fact]
    public async Task Submitted_StaysAsItIs()
    {
        var ada = await api.AdminAsync();
        var f = await FilledOffice.CreateAsync(ada.Actor);
        var line = (await ada.Actor.Get<LineItemsService>().ListAsync(f.SubmittedBudget.Id, Core.Kernel.PageRequest.First, default)).Items[0];
        var (proposal, budget) = (ApiOffice.AddressOf(f.Submitted), ApiOffice.AddressOf(f.SubmittedBudget));
        var before = ApiOffice.Stored(api);

        ApiAnswer[] answers =
        [
            await ada.PatchAsync(proposal, """{"title": "Another"}"""),
            await ada.DeleteAsync(proposal),
            await ada.PostAsync($"{proposal}/submit", "{}"),
            await ada.PostAsync($"{proposal}/program-budgets", $$"""{"programId": "{{f.SpareProgram.Id}}", "requestedAmount": 1}"""),
            await ada.PatchAsync(budget, """{"requestedAmount": 1}"""),
            await ada.DeleteAsync(budget),
            await ada.PostAsync($"{budget}/line-items", """{"description": "More", "unitCost": 1}"""),
            await ada.PatchAsync($"/api/v1/line-items/{line.Id}", """{"unitCost": 1}"""),
            await ada.DeleteAsync($"/api/v1/line-items/{line.Id}"),
            await ada.PostAsync($"{budget}/justifications", """{"text": "More"}"""),
        ];

        answers.Should().OnlyContain(a => a.Code == "proposal.not-draft");
        ApiOffice.Stored(api).Should().Be(before);
    }

    [Fact]
    public async Task ProgramBudget_OfWhatIsntThere_IsAFieldError()
    {
        var ada = await api.AdminAsync();
        var elsewhere = await (await api.AdminAsync()).Actor.ProgramAsync("1000");
        var inactive = await ada.PostAsync(Programs, """{"code": "1000", "name": "Old", "status": "INACTIVE"}""");
        var budgets = $"{ApiOffice.AddressOf(await ada.Actor.ProposalAsync(2026))}/program-budgets";

        foreach (var program in new[] { $"\"{elsewhere.Id}\"", $"\"{Guid.NewGuid()}\"", $"\"{inactive["id"]}\"", "null" })
        {
            (await ada.PostAsync(budgets, $$"""{"programId": {{program}}, "requestedAmount": 1}""")).Fields.Should().Equal("programId");
        }

        var (spare, before) = (await ada.Actor.ProgramAsync("2000"), ApiOffice.Stored(api));
        foreach (var amount in new[] { "-1", "0.001", "10000000000000", "\"NaN\"", "null" })
        {
            (await ada.PostAsync(budgets, $$"""{"programId": "{{spare.Id}}", "requestedAmount": {{amount}}}""")).Fields.Should().Equal("requestedAmount");
        }

        ApiOffice.Stored(api).Should().Be(before);
    }

    [Theory]
    [InlineData("line-items", """{"description": "Books", "quantity": 0, "unitCost": 1}""", "quantity")]
    [InlineData("line-items", """{"description": "Books", "quantity": -1, "unitCost": 1}""", "quantity")]
    [InlineData("line-items", """{"description": "Books", "quantity": 0.0001, "unitCost": 1}""", "quantity")]
    [InlineData("line-items", """{"description": "Books", "quantity": 0.5, "unitCost": 0.01}""", "quantity")]
    [InlineData("line-items", """{"description": "Books", "quantity": 1000000, "unitCost": 1000000000000}""", "unitCost")]
    [InlineData("line-items", """{"unitCost": -1}""", "description unitCost")]
    [InlineData("justifications", """{"text": " "}""", "text")]
    [InlineData("justifications", """{"text": "Need", "evidenceUrl": "javascript:alert(1)"}""", "evidenceUrl")]
    [InlineData("justifications", """{"text": "Need", "kind": "WISH"}""", "kind")]
    public async Task PartOfAProgramBudget_ThatIsWrong_IsAFieldError(string collection, string body, string fields)
    {
        var ada = await api.AdminAsync();
        var budget = await ada.Actor.ProgramBudgetAsync(await ada.Actor.ProposalAsync(2026), await ada.Actor.ProgramAsync("1000"), 10);

        var answer = await ada.PostAsync($"{ApiOffice.AddressOf(budget)}/{collection}", body);

        (answer.Status, string.Join(' ', answer.Fields)).Should().Be((HttpStatusCode.BadRequest, fields));
    }
}
