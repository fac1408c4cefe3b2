using System.Net;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

/// <summary>Somebody at an SQL shell takes what a request was to have, after it was found to fit.</summary>
public sealed class LastWordTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("allotments", "allotment.exceeds-budget")]
    [InlineData("obligations", "obligation.exceeds-allotment")]
    [InlineData("disbursements", "disbursement.exceeds-obligation")]
    [InlineData("work_items", "work-items.exceed-obligation")]
    public async Task WhatWasTakenMeanwhile_IsRefusedWithWhatIsLeft_WhichIsHadThen(string table, string code)
    {
        var office = table == "allotments" ? await ApiOffice.CreateAsync(api, approved: 101, released: 1) : await ApiOffice.CreateAsync(api, released: 101);
        var (taken, send) = await TakenOfAsync(office, table);

        var refused = await UncommittedWrite.OfAsync(api.Server.Shell, table, taken, amount: 61, () => send(60));

        (refused.Status, refused.Code, refused["remaining"], string.Join(' ', refused.Fields)).Should().Be((HttpStatusCode.Conflict, code, "40", "amount"));
        refused["detail"].Should().Contain("40.00");
        using var shell = api.Server.Shell();
        shell.Value($"SELECT count(*) FROM {table} WHERE {shell.HexOf("organization_id")} = '{office.Admin.Actor.OrganizationId.ToString("N").ToUpperInvariant()}'").Should().Be("1");
        (await send(40)).Status.Should().Be(HttpStatusCode.Created);
    }

    // A row that takes 1 of 101, and the request of another one.
    private static async Task<(Guid Taken, Func<decimal, Task<ApiAnswer>> Send)> TakenOfAsync(ApiOffice office, string table)
    {
        switch (table)
        {
            case "allotments":
                return (office.Office.Allotment.Id, amount => office.Approver.PostAsync($"{office.Budget}/allotments", $$"""{"quarter": 2, "amount": {{amount}}}"""));
            case "obligations":
                return ((await office.Office.RequestedAsync(1)).Id, amount => office.RequestAsync($"{amount}"));
            default:
                var obligation = await office.Office.ActiveAsync(101);
                return table == "disbursements"
                    ? ((await office.Office.PaidAsync(obligation, 1)).Id, amount => office.Approver.PostAsync($"{ApiOffice.AddressOf(obligation)}/disbursements", $$"""{"amount": {{amount}}}"""))
                    : ((await office.Office.DeliveredAsync(obligation, 1)).Id,
                        amount => office.Member.PostAsync($"{ApiOffice.AddressOf(obligation)}/work-items", $$"""{"description": "Rest", "unitCost": {{amount}}}"""));
        }
    }
}
