using System.Net;
using System.Text.Json;
using Budgeting.Tests.Support;

namespace Budgeting.Tests.Api;

public sealed class ReportsEndpointsTests(ApiServer api) : IClassFixture<ApiServer>
{
    private const string Reports = "/api/v1/reports";

    [Fact]
    public async Task Statement_OfTheLatestYear_AddsUp()
    {
        var office = await ApiOffice.CreateAsync(api);
        await office.Office.PaidAsync(await office.Office.ActiveAsync(100), 30);

        var statement = await office.Member.GetAsync($"{Reports}/utilization");

        statement.Status.Should().Be(HttpStatusCode.OK, statement.Text);
        var total = statement.Json.GetProperty("total");
        (Number(total, "adjusted"), Number(total, "allotted"), Number(total, "obligated"), Number(total, "paid"), Number(total, "unpaid"), Number(total, "unallotted"))
            .Should().Be((1500, 300, 100, 30, 70, 1200));
        statement.Json.GetProperty("rows").EnumerateArray().Select(r => (r.GetProperty("programCode").GetString(), r.GetProperty("category").GetString()))
            .Should().Equal(("1000", null), ("1000", "OPERATING"), ("2000", null));
    }

    [Theory]
    [InlineData("utilization?fiscalYear=soon", "fiscalYear")]
    [InlineData("utilization?asOf=2026-13-01", "asOf")]
    [InlineData("registry", "programBudgetId")]
    [InlineData("registry?programBudgetId=0197d4d2-55a0-7000-8000-000000000001&category=1", "category")]
    [InlineData("ageing?asOf=yesterday", "asOf")]
    public async Task Query_ThatIsNone_IsAFieldsError(string query, string field)
    {
        var user = await api.AdminAsync();

        var answer = await user.GetAsync($"{Reports}/{query}");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name).Should().Equal(field);
    }

    [Fact]
    public async Task ReportsOfAnotherOrganization_AreNotThere()
    {
        var (office, eve) = (await ApiOffice.CreateAsync(api), await api.AdminAsync());
        await office.Office.DeliveredAsync(await office.Office.ActiveAsync(100), 30, Office.Day);

        (await eve.GetAsync($"{Reports}/registry?programBudgetId={office.Office.Budget.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await eve.GetAsync($"{Reports}/utilization?fiscalYear=2026")).Status.Should().Be(HttpStatusCode.NotFound);
        (await eve.GetAsync($"{Reports}/ageing")).Json.GetProperty("rows").GetArrayLength().Should().Be(0);
        (await office.Member.GetAsync($"{Reports}/ageing")).Json.GetProperty("rows").GetArrayLength().Should().Be(1);
    }

    private static decimal Number(JsonElement figures, string name) => figures.GetProperty(name).GetDecimal();
}
