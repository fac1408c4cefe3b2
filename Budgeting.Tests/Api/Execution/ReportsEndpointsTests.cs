using System.Net;
using System.Text.Json;
using Budgeting.Core.Execution;
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

    [Fact]
    public async Task ACategory_HasNull_WhereTheStatementHasADash()
    {
        var office = await ApiOffice.CreateAsync(api);
        await office.Office.PaidAsync(await office.Office.ActiveAsync(100), 30);

        var statement = await office.Member.GetAsync($"{Reports}/utilization");

        var figures = statement.Json.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("category").GetString() is not null).GetProperty("figures");
        foreach (var name in new[] { "approved", "adjustments", "adjusted", "allotted", "unallotted", "unobligated", "allottedShare", "obligatedShare" })
        {
            figures.GetProperty(name).ValueKind.Should().Be(JsonValueKind.Null, name);
        }

        (Number(figures, "obligated"), Number(figures, "paid"), Number(figures, "unpaid"), Number(figures, "paidShare")).Should().Be((100, 30, 70, 0.3m));
    }

    [Theory]
    [InlineData("utilization?fiscalYear=soon", "fiscalYear")]
    [InlineData("utilization?asOf=2026-13-01", "asOf")]
    [InlineData("registry", "programBudgetId")]
    [InlineData("registry?programBudgetId=0197d4d2-55a0-7000-8000-000000000001&category=1", "category")]
    [InlineData("registry?programBudgetId=0197d4d2-55a0-7000-8000-000000000001&figure=2", "figure")]
    [InlineData("registry?programBudgetId=0197d4d2-55a0-7000-8000-000000000001&quarter=5", "quarter")]
    [InlineData("registry.csv?programBudgetId=0197d4d2-55a0-7000-8000-000000000001&asOf=now", "asOf")]
    [InlineData("ageing?asOf=yesterday", "asOf")]
    [InlineData("ageing.csv?asOf=yesterday", "asOf")]
    [InlineData("utilization.csv?fiscalYear=soon", "fiscalYear")]
    public async Task Query_ThatIsNone_IsAFieldsError(string query, string field)
    {
        var user = await api.AdminAsync();

        var answer = await user.GetAsync($"{Reports}/{query}");

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Json.GetProperty("errors").EnumerateObject().Select(e => e.Name).Should().Equal(field);
    }

    [Fact]
    public async Task Registry_OfAFigure_HasTheLinesThatComeToIt()
    {
        var office = await ApiOffice.CreateAsync(api);
        var obligation = await office.Office.ActiveAsync(100);
        await office.Office.PaidAsync(obligation, 30);
        await office.Office.DeliveredAsync(obligation, 50, Office.Day);
        var path = $"{Reports}/registry?programBudgetId={office.Office.Budget.Id}";

        var registry = await office.Member.GetAsync($"{path}&figure=NOT_YET_DUE&category=OPERATING");

        registry.Status.Should().Be(HttpStatusCode.OK, registry.Text);
        (registry.Json.GetProperty("figure").GetString(), Number(registry.Json, "sum")).Should().Be(("NOT_YET_DUE", 50));
        registry.Json.GetProperty("lines").EnumerateArray().Select(l => (l.GetProperty("kind").GetString(), Number(l, "amount"))).Should().Equal(
            ("OBLIGATION", 100), ("DUE", -20), ("DISBURSEMENT", -30));
        (await office.Member.GetAsync($"{path}&figure=PAID&quarter=2")).Json.GetProperty("lines").GetArrayLength().Should().Be(0);
        (await office.Member.GetAsync(path)).Json.GetProperty("sum").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task Files_HaveWhatThePagesShow_AndNoFormulas()
    {
        var office = await ApiOffice.CreateAsync(api);
        var obligation = await office.Office.Approver.Get<ObligationsService>().ApproveAsync(
            (await office.Office.Member.Get<ObligationsService>().AddAsync(
                office.Office.Allotment.Id, new ObligationInput { Payee = "=HYPERLINK(\"x\")", Description = "Paper", Amount = 100, Date = Office.Day }, default)).Id,
            version: null, default);
        await office.Office.PaidAsync(obligation, 30);
        await office.Office.DeliveredAsync(obligation, 50, Office.Day);

        var statement = Lines(await office.Member.GetAsync($"{Reports}/utilization.csv?fiscalYear=2026"));
        statement[0].Should().Be("program,name,category,approved,adjustments,adjusted,allotted,obligatedQ1,obligatedQ2,obligatedQ3,obligatedQ4,obligated,paidQ1,paidQ2,paidQ3,paidQ4,paid,unallotted,unobligated,unpaid,due,notYetDue,allottedShare,obligatedShare,paidShare");
        statement[1].Should().Be("1000,Program 1000,,1000.00,0.00,1000.00,300.00,100.00,0.00,0.00,0.00,100.00,30.00,0.00,0.00,0.00,30.00,700.00,200.00,70.00,20.00,50.00,0.3,0.3333,0.3");
        statement[2].Should().Be("1000,Program 1000,Operating,,,,,100.00,0.00,0.00,0.00,100.00,30.00,0.00,0.00,0.00,30.00,,,70.00,20.00,50.00,,,0.3");
        statement[^1].Should().StartWith("Total,,,1500.00,0.00,1500.00,300.00,100.00");
        var registry = Lines(await office.Member.GetAsync($"{Reports}/registry.csv?programBudgetId={office.Office.Budget.Id}&figure=OBLIGATED"));
        registry.Should().Equal(
            "date,kind,reference,payee,description,amount,unallotted,unobligated,unpaid",
            "2026-01-15,Obligation,2026-0001,\"'=HYPERLINK(\"\"x\"\")\",Paper,100.00,700.00,200.00,100.00");
        var ageing = Lines(await office.Member.GetAsync($"{Reports}/ageing.csv?asOf=2026-03-15"));
        ageing.Should().Equal("dueSince,days,reference,payee,description,due", "2026-01-15,59,2026-0001,\"'=HYPERLINK(\"\"x\"\")\",Paper,20.00");
    }

    [Fact]
    public async Task ReportsOfAnotherOrganization_AreNotThere()
    {
        var (office, eve) = (await ApiOffice.CreateAsync(api), await api.AdminAsync());
        await office.Office.DeliveredAsync(await office.Office.ActiveAsync(100), 30, Office.Day);

        (await eve.GetAsync($"{Reports}/registry?programBudgetId={office.Office.Budget.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await eve.GetAsync($"{Reports}/utilization?fiscalYear=2026")).Status.Should().Be(HttpStatusCode.NotFound);
        (await eve.GetAsync($"{Reports}/registry.csv?programBudgetId={office.Office.Budget.Id}")).Status.Should().Be(HttpStatusCode.NotFound);
        (await eve.GetAsync($"{Reports}/utilization.csv")).Status.Should().Be(HttpStatusCode.NotFound);
        Lines(await eve.GetAsync($"{Reports}/ageing.csv")).Should().ContainSingle("there is nothing below the header");
        (await eve.GetAsync($"{Reports}/ageing")).Json.GetProperty("rows").GetArrayLength().Should().Be(0);
        (await office.Member.GetAsync($"{Reports}/ageing")).Json.GetProperty("rows").GetArrayLength().Should().Be(1);
    }

    private static string[] Lines(ApiAnswer answer)
    {
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        return answer.Text.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private static decimal Number(JsonElement figures, string name) => figures.GetProperty(name).GetDecimal();
}
