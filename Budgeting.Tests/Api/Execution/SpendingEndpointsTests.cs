using System.Net;
using Budgeting.Core.Execution;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>What is wrong with what is allotted, obligated and paid, and who may do it.</summary>
public sealed class SpendingEndpointsTests(ApiServer api) : IClassFixture<ApiServer>, IAsyncLifetime
{
    private ApiOffice _office = null!;

    public async Task InitializeAsync() => _office = await ApiOffice.CreateAsync(api);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("0.001")]
    [InlineData("10000000000000")]
    [InlineData("1e13")]
    [InlineData("null")]
    [InlineData("\"1,5\"")]
    [InlineData("\"NaN\"")]
    public async Task Amount_ThatIsNone_IsAFieldErrorEverywhere(string amount)
    {
        var (obligation, requested) = (ApiOffice.AddressOf(await _office.Office.ActiveAsync(100)), ApiOffice.AddressOf(await _office.Office.RequestedAsync(1)));
        var before = ApiOffice.Stored(api);

        (string Path, string Body, string Field)[] sent =
        [
            ($"{_office.Budget}/allotments", $$"""{"quarter": 2, "amount": {{amount}}}""", "amount"),
            ($"{_office.Allotment}/obligations", $$"""{"payee": "X", "description": "Y", "amount": {{amount}}}""", "amount"),
            ($"{obligation}/disbursements", $$"""{"amount": {{amount}}}""", "amount"),
            ($"{obligation}/work-items", $$"""{"description": "X", "quantity": {{amount}}, "unitCost": 1000}""", "quantity"),
            ($"{_office.Budget}/adjustments", $$"""{"reason": "More", "amount": {{(amount == "-1" ? "-0.001" : amount)}}}""", "amount"),
        ];
        foreach (var (path, body, field) in sent.Where(s => amount != "0.001" || s.Field == "amount"))
        {
            var answer = await _office.Approver.PostAsync(path, body);
            (answer.Status, answer.Code, string.Join(' ', answer.Fields)).Should().Be((HttpStatusCode.BadRequest, "invalid", field), $"{path} {body}");
        }

        (await _office.Member.PatchAsync(requested, $$"""{"amount": {{amount}}}""")).Fields.Should().Equal("amount");

        ApiOffice.Stored(api).Should().Be(before);
    }

    [Fact]
    public async Task Obligation_FromAnAllotmentThatIsNone_IsRefused()
    {
        var elsewhere = await ApiOffice.CreateAsync(api);
        var planned = await _office.Approver.Actor.AllotmentAsync(_office.Office.Budget, 10, quarter: 2, AllotmentStatus.Planned);
        var cancelled = await _office.Approver.Actor.AllotmentAsync(_office.Office.Budget, 10, quarter: 3);
        await _office.Approver.PostAsync($"{ApiOffice.AddressOf(cancelled)}/cancel", """{"reason": "Not needed"}""");
        var before = ApiOffice.Stored(api);

        (await _office.RequestAsync("1", elsewhere.Allotment)).Status.Should().Be(HttpStatusCode.NotFound);
        (await _office.RequestAsync("1", $"/api/v1/allotments/{Guid.NewGuid()}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await _office.RequestAsync("1", ApiOffice.AddressOf(planned))).Code.Should().Be("allotment.not-released");
        (await _office.RequestAsync("1", ApiOffice.AddressOf(cancelled))).Code.Should().Be("allotment.not-released");
        ApiOffice.Stored(api).Should().Be(before);
    }

    [Theory]
    [InlineData("""{"date": "2025-12-31"}""", "date")]
    [InlineData("""{"date": "2027-01-01"}""", "date")]
    [InlineData("""{"payee": " ", "description": null}""", "payee description")]
    [InlineData("""{"kind": "GIFT"}""", "kind")]
    [InlineData("""{"category": null, "createdBy": null, "amount": "x"}""", "amount")]
    public async Task Obligation_WithSomethingWrong_IsAFieldError(string patch, string fields)
    {
        var (obligation, before) = (ApiOffice.AddressOf(await _office.Office.RequestedAsync(10)), ApiOffice.Stored(api));

        var answer = await _office.Member.PatchAsync(obligation, patch);

        (answer.Status, answer.Code, string.Join(' ', answer.Fields)).Should().Be((HttpStatusCode.BadRequest, "invalid", fields));
        ApiOffice.Stored(api).Should().Be(before);
    }

    [Fact]
    public async Task Obligation_GetsTheNextReference_OrAnyOther()
    {
        var (first, second) = (await _office.RequestAsync("1"), await _office.RequestAsync("1"));
        var own = await _office.Member.PostAsync($"{_office.Allotment}/obligations", """{"payee": "X", "description": "Y", "amount": 1, "referenceNo": "PO 17"}""");
        var taken = await _office.Member.PostAsync($"{_office.Allotment}/obligations", """{"payee": "X", "description": "Y", "amount": 1, "referenceNo": "2026-0001"}""");

        (first["referenceNo"], second["referenceNo"], own["referenceNo"]).Should().Be(("2026-0001", "2026-0002", "PO 17"));
        (taken.Status, taken.Code, string.Join(' ', taken.Fields)).Should().Be((HttpStatusCode.Conflict, "obligation.exists", "referenceNo"));
    }

    [Fact]
    public async Task Disbursement_WithSomethingWrong_IsRefused()
    {
        var (requested, active) = (ApiOffice.AddressOf(await _office.Office.RequestedAsync(10)), ApiOffice.AddressOf(await _office.Office.ActiveAsync(10)));

        (await _office.Approver.PostAsync($"{requested}/disbursements", """{"amount": 1}""")).Code.Should().Be("obligation.not-active");
        (await _office.Approver.PostAsync($"{active}/disbursements", """{"amount": 1, "date": "2026-01-14"}""")).Fields.Should().Equal("date");
        (await _office.Approver.PostAsync($"{active}/disbursements", """{"amount": 1, "date": "2126-01-14"}""")).Fields.Should().Equal("date");
        (await _office.Approver.PostAsync($"{active}/disbursements", """{"amount": 1, "method": "GOLD"}""")).Fields.Should().Equal("method");
        (await _office.Member.PostAsync($"{active}/work-items", $$"""{"description": "X", "unitCost": 1, "disbursementId": "{{Guid.NewGuid()}}"}""")).Fields.Should().Equal("disbursementId");
    }

    [Fact]
    public async Task Member_NeitherApprovesNorReleasesNorPays()
    {
        var planned = ApiOffice.AddressOf(await _office.Approver.Actor.AllotmentAsync(_office.Office.Budget, 10, quarter: 2, AllotmentStatus.Planned));
        var (requested, active) = (ApiOffice.AddressOf(await _office.Office.RequestedAsync(10)), await _office.Office.ActiveAsync(10));
        var paid = await _office.Office.PaidAsync(active, 1);
        var before = ApiOffice.Stored(api);

        (string Path, string Body)[] writes =
        [
            ($"{requested}/approve", "{}"), ($"{ApiOffice.AddressOf(active)}/liquidate", "{}"), ($"{ApiOffice.AddressOf(active)}/cancel", """{"reason": "No"}"""),
            ($"{planned}/release", "{}"), ($"{planned}/cancel", """{"reason": "No"}"""), ($"{_office.Budget}/allotments", """{"quarter": 1, "amount": 1}"""),
            ($"{_office.Other}/allotments/split", "{}"), ($"{ApiOffice.AddressOf(active)}/disbursements", """{"amount": 1}"""),
            ($"/api/v1/disbursements/{paid.Id}/void", """{"reason": "No"}"""), ($"{_office.Budget}/adjustments", """{"amount": 1, "reason": "More"}"""),
            ($"{_office.Proposal}/reallocations", """{"reason": "Roof", "moves": []}"""), ($"{_office.Proposal}/close", """{"reason": "Over"}"""),
        ];
        foreach (var (path, body) in writes)
        {
            (await _office.Member.PostAsync(path, body)).Code.Should().Be("forbidden", path);
        }

        ApiOffice.Stored(api).Should().Be(before);
    }

    [Fact]
    public async Task WhoRequested_NeitherApprovesNorPays()
    {
        var own = await _office.Approver.Actor.ObligationAsync(_office.Office.Allotment, 10);
        var address = ApiOffice.AddressOf(own);

        var approved = await _office.Approver.PostAsync($"{address}/approve", "{}");
        (await _office.Admin.PostAsync($"{address}/approve", "{}"))["status"].Should().Be("ACTIVE");
        var paid = await _office.Approver.PostAsync($"{address}/disbursements", """{"amount": 1}""");

        (approved.Status, approved.Code, paid.Status, paid.Code).Should().Be((HttpStatusCode.Conflict, "duties.separated", HttpStatusCode.Conflict, "duties.separated"));
        (await _office.Admin.PostAsync($"{address}/disbursements", """{"amount": 1}""")).Status.Should().Be(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Request_IsWithdrawnByWhoMadeIt_AndByNoOtherMember()
    {
        var address = ApiOffice.AddressOf(await _office.Office.RequestedAsync(10));
        var other = await api.MemberAsync(_office.Admin, Core.Organizations.Role.Member);

        (await other.PostAsync($"{address}/cancel", """{"reason": "Mine"}""")).Code.Should().Be("forbidden");
        (await other.PatchAsync(address, """{"amount": 1}""")).Code.Should().Be("forbidden");
        (await _office.Member.PostAsync($"{address}/cancel", "{}")).Fields.Should().Equal("reason");
        var cancelled = await _office.Member.PostAsync($"{address}/cancel", """{"reason": "Not needed"}""", ("If-Match", "\"1\""), ("Idempotency-Key", "cancel"));
        (cancelled["status"], cancelled["used"], cancelled["reason"]).Should().Be(("CANCELLED", "0", "Not needed"));
        (await _office.Member.PostAsync($"{address}/cancel", """{"reason": "Again"}""")).Code.Should().Be("obligation.ended");
    }

    [Fact]
    public async Task Allotment_IsPlannedChangedReleasedAndKept()
    {
        var planned = await _office.Approver.PostAsync($"{_office.Budget}/allotments", """{"quarter": 2, "category": "CAPITAL", "amount": "10.50"}""");
        var address = planned.Headers.Location!.ToString();
        (await _office.Approver.PostAsync($"{_office.Budget}/allotments", """{"quarter": 2, "amount": 1}""")).Fields.Should().Equal("reason");
        (await _office.Approver.PostAsync($"{_office.Budget}/allotments", """{"quarter": 5, "amount": 1, "status": "CANCELLED"}""")).Fields.Should().BeEquivalentTo("quarter", "status");

        (await _office.Approver.PatchAsync(address, """{"amount": 20}""", ("If-Match", "\"1\"")))["amount"].Should().Be("20");
        (await _office.Approver.PostAsync($"{address}/release", """{"releasedOn": "2126-01-01"}""")).Fields.Should().Equal("releasedOn");
        (await _office.Approver.PostAsync($"{address}/release", """{"releasedOn": "0001-01-01"}""")).Fields.Should().Equal("releasedOn");
        (await _office.Approver.PostAsync($"{address}/release", """{"releasedOn": "2026-01-14"}""")).Fields.Should().Equal("releasedOn");
        (await _office.Approver.PostAsync($"{_office.Budget}/allotments", """{"quarter": 3, "amount": 1, "status": "RELEASED", "releasedOn": "0001-01-01"}""")).Fields.Should().Equal("releasedOn");
        var released = await _office.Approver.Client.SendAsync(HttpMethod.Post, $"{address}/release", body: null, ("If-Match", "\"2\""));

        (planned["number"], planned["status"], planned["remaining"]).Should().Be(("1", "PLANNED", "0"));
        (released["status"], released["remaining"], released.Etag).Should().Be(("RELEASED", "20", "\"3\""));
        (await _office.Member.PostAsync($"{address}/obligations", """{"payee": "X", "description": "Y", "amount": 1, "category": "OPERATING"}""")).Fields.Should().Equal("category");
        ApiAnswer[] refused = [await _office.Approver.PatchAsync(address, """{"amount": 1}"""), await _office.Approver.DeleteAsync(address), await _office.Approver.PostAsync($"{address}/release", "{}")];
        refused.Should().OnlyContain(a => a.Code == "allotment.not-planned");
    }

    [Fact]
    public async Task WhatIsUsed_IsNeitherCancelledNorDeleted()
    {
        var obligation = await _office.Office.ActiveAsync(10);
        var paid = await _office.Office.PaidAsync(obligation, 4);

        var inUse = await _office.Approver.PostAsync($"{_office.Allotment}/cancel", """{"reason": "No"}""");

        (inUse.Status, inUse.Code).Should().Be((HttpStatusCode.Conflict, "allotment.in-use"));
        inUse["detail"].Should().Contain(obligation.ReferenceNo);
        (await _office.Approver.DeleteAsync(_office.Allotment)).Code.Should().Be("allotment.in-use");
        (await _office.Approver.PostAsync($"{ApiOffice.AddressOf(obligation)}/cancel", """{"reason": "No"}""")).Code.Should().Be("obligation.in-use");
        (await _office.Approver.DeleteAsync(ApiOffice.AddressOf(obligation))).Code.Should().Be("obligation.not-requested");
        await _office.Member.Actor.Get<WorkItemsService>().AddAsync(obligation.Id, new WorkItemInput { Description = "X", UnitCost = 4, DisbursementId = paid.Id }, default);
        (await _office.Approver.DeleteAsync($"/api/v1/disbursements/{paid.Id}")).Code.Should().Be("disbursement.in-use");
        (await _office.Admin.DeleteAsync($"{ApiOffice.Programs}/{_office.Office.Program.Id}")).Code.Should().Be("program.in-use");
    }
}
