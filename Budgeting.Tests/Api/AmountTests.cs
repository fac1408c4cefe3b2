using System.Net;

namespace Budgeting.Tests.Api;

public sealed class AmountTests(ApiServer api) : IClassFixture<ApiServer>
{
    [Theory]
    [InlineData("USD", "0.1", "0.1")]
    [InlineData("USD", "\"0.10\"", "0.1")]
    [InlineData("USD", "20.00", "20")]
    [InlineData("USD", "1e2", "100")]
    [InlineData("USD", "125E-2", "1.25")]
    [InlineData("USD", "999999999999.99", "999999999999.99")]
    [InlineData("USD", "\"999999999999.99\"", "999999999999.99")]
    [InlineData("USD", "1000000000000", "1000000000000")]
    [InlineData("JPY", "5", "5")]
    [InlineData("JPY", "5.0", "5")]
    [InlineData("KWD", "1.234", "1.234")]
    public async Task Amount_IsKeptToItsLastDigit(string currency, string sent, string answered)
    {
        var ada = await api.AdminAsync(currency);

        var made = await ada.PostAsync("/api/v1/occasions", OccasionOf(sent));

        made.Text.Should().Contain($"\"budgetTotal\":{answered},");
        (await ada.GetAsync($"/api/v1/occasions/{made["id"]}")).Text.Should().Be(made.Text);
    }

    [Theory]
    [InlineData("USD", "0.001")]
    [InlineData("USD", "1e-30")]
    [InlineData("USD", "0.00000000000000000000000000001")]
    [InlineData("USD", "1000000000000.01")]
    [InlineData("USD", "1e400")]
    [InlineData("USD", "-0.01")]
    [InlineData("USD", "\"\"")]
    [InlineData("USD", "\"1e5\"")]
    [InlineData("USD", "\"+5\"")]
    [InlineData("USD", "\"5.\"")]
    [InlineData("USD", "\".5\"")]
    [InlineData("USD", "\"--5\"")]
    [InlineData("USD", "\" 1\"")]
    [InlineData("USD", "\"1,50\"")]
    [InlineData("USD", "\"NaN\"")]
    [InlineData("USD", "\"0x10\"")]
    [InlineData("USD", "true")]
    [InlineData("USD", "[1]")]
    [InlineData("JPY", "0.5")]
    [InlineData("KWD", "1.2345")]
    public async Task Amount_ThatIsNoneOfTheCurrency_IsRefused(string currency, string sent)
    {
        var ada = await api.AdminAsync(currency);

        var refused = await ada.PostAsync("/api/v1/occasions", OccasionOf(sent));

        (refused.Status, refused.Code).Should().Be((HttpStatusCode.BadRequest, "invalid"));
        refused.Fields.Should().Equal("budgetTotal");
    }

    [Fact]
    public async Task Sum_OfATenthAndTwo_IsThreeTenths()
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync(budget: 0.3m);
        await ada.PostAsync($"/api/v1/occasions/{occasion.Id}/gifts", """{"name": "A", "price": 0.1}""");
        await ada.PostAsync($"/api/v1/occasions/{occasion.Id}/gifts", """{"name": "B", "price": "0.2"}""");

        var meter = await ada.GetAsync($"/api/v1/occasions/{occasion.Id}/meter");

        meter.Text.Should().Contain("\"planned\":0.3,\"remaining\":0,").And.Contain("\"usedFraction\":1,").And.Contain("\"level\":\"Near\"");
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1.5")]
    [InlineData("\"two\"")]
    [InlineData("99999999999")]
    public async Task Quantity_ThatIsNoWholeNumber_IsRefused(string sent)
    {
        var ada = await api.AdminAsync();
        var occasion = await ada.Actor.OccasionAsync();

        (await ada.PostAsync($"/api/v1/occasions/{occasion.Id}/gifts", $$"""{"name": "A", "quantity": {{sent}}}""")).Fields.Should().Equal("quantity");
    }

    private static string OccasionOf(string budget) => $$"""{"name": "Christmas", "date": "2026-12-24", "budgetTotal": {{budget}}}""";
}
