using System.Net;
using System.Text;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;
using static Budgeting.Tests.Api.SharedCostsRecords;

namespace Budgeting.Tests.Api;

public sealed class RecordImportEndpointsTests(ApiServer api) : IClassFixture<ApiServer>, IAsyncLifetime
{
    private const string Paid = "owner,amount,date\nAnn,12.50,2026-03-01\n";

    private ApiUser _ada = null!;
    private PeriodDto _period = null!;

    private string Address => $"{Periods}/{_period.Id}";

    public async Task InitializeAsync()
    {
        _ada = await api.AdminAsync();
        await _ada.Actor.Get<OwnersService>().AddAsync(new OwnerInput { Name = "Ann" }, default);
        _period = await _ada.Actor.PeriodAsync("2026", 2026);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Post_PreviewsThenAddsOnce()
    {
        var preview = await SendAsync("/contributions/import?preview=true", Paid);

        preview.Text.Should().Be("""{"added":1,"alreadyThere":0,"total":12.5,"withoutItem":0,"ignoredColumns":[],"records":[{"line":2,"name":"Ann","date":"2026-03-01","amount":12.5,"about":null}],"writeId":null}""");
        (await SendAsync("/contributions/import", Paid))["added"].Should().Be("1");
        (await SendAsync("/contributions/import", Paid))["alreadyThere"].Should().Be("1");
        (await SendAsync("/expenses/import", "paymentType,amount,date\nroof,5,2026-03-01"))["withoutItem"].Should().Be("1");
        (await SendAsync("/readings/import", "budgetItem,property,meterSerial,startReading,endReading"))["added"].Should().Be("0");
    }

    [Fact]
    public async Task Get_AnswersAFileToSave()
    {
        await SendAsync("/contributions/import", Paid);

        using var answer = await _ada.Client.GetAsync(new Uri(Address + "/contributions.csv", UriKind.Relative));

        answer.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.FileName.Should().Be("2026 contributions.csv");
        (await answer.Content.ReadAsStringAsync()).Should().EndWith("owner,amount,comment,date,payout\r\nAnn,12.50,,2026-03-01,\r\n");
    }

    [Fact]
    public async Task Post_OfWrongLines_NamesLineAndColumn()
    {
        var refused = await SendAsync("/contributions/import", Paid + "Bob,1.001,2027-01-01");

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.BadRequest, "import.invalid"));
        refused.Fields.Should().BeEquivalentTo("line 3, owner", "line 3, amount", "line 3, date");
    }

    [Fact]
    public async Task Post_WithAnIdempotencyKey_IsAnsweredTheSameAgain()
    {
        var first = await SendAsync("/contributions/import", Paid, ("Idempotency-Key", "a"));
        var again = await SendAsync("/contributions/import", Paid, ("Idempotency-Key", "a"));

        again.Text.Should().Be(first.Text);
        again.Headers.GetValues("Idempotency-Replayed").Should().Equal("true");
    }

    [Fact]
    public async Task Viewer_MayExportAndNotImport()
    {
        var viewer = await api.MemberAsync(_ada, Role.Viewer);

        (await viewer.GetAsync(Address + "/expenses.csv")).Status.Should().Be(HttpStatusCode.OK);
        (await SendAsync("/contributions/import?preview=true", Paid, viewer)).Code.Should().Be("forbidden");
        (await SendAsync("/contributions/import", Paid, await api.AdminAsync())).Code.Should().Be("not-found");
    }

    [Fact]
    public async Task Journal_IsSentAsAFile()
    {
        await SendAsync("/contributions/import", Paid);

        using var answer = await _ada.Client.GetAsync(new Uri(Address + "/journal", UriKind.Relative));

        answer.Content.Headers.ContentType!.ToString().Should().Be("text/plain; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.FileName.Should().Be("2026 costs.journal");
        (await answer.Content.ReadAsByteArrayAsync()).Should().StartWith("; Shared costs of "u8.ToArray()).And.EndWith("    liabilities:owners:Ann  -12.50 USD\n\n"u8.ToArray());
        (await _ada.GetAsync($"{Periods}/journal")).Text.Should().Contain("2026-03-01");
        (await (await api.AdminAsync()).GetAsync(Address + "/journal")).Code.Should().Be("not-found");
    }

    private Task<ApiAnswer> SendAsync(string path, string file, params (string, string)[] headers) => SendAsync(path, file, _ada, headers);

    private async Task<ApiAnswer> SendAsync(string path, string file, ApiUser user, params (string, string)[] headers)
    {
        using var content = new StringContent(file, Encoding.UTF8, "text/csv");
        return await user.Client.SendContentAsync(HttpMethod.Post, Address + path, content, headers);
    }
}
