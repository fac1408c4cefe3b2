using System.Globalization;
using System.Text;
using Budgeting.Core.Kernel;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Tests.SharedCosts;

public sealed class PaymentRequestTests
{
    private static readonly Currency Euro = Currency.Of("EUR");

    [Fact]
    public void Code_IsWhatBanksAgreedOn() => Of(1234.5m).Code(Euro).Should().Be(
        "BCD\n002\n1\nSCT\n\nElm Street 7\nDE89370400440532013000\nEUR1234.50\n\n\n2026-01, Ann");

    [Theory]
    [InlineData("USD", "1")]
    [InlineData("EUR", "1000000000")]
    [InlineData("EUR", "0.001")]
    public void Code_WhereThereIsNone_IsNull(string currency, string amount) =>
        Of(decimal.Parse(amount, CultureInfo.InvariantCulture)).Code(Currency.Of(currency)).Should().BeNull();

    [Fact]
    public void Code_OfLongNamesInAnyScript_FitsAndKeepsItsLines()
    {
        var long1 = string.Concat(Enumerable.Repeat("東京\n🏠", 40));

        var code = new PaymentRequest(new PaymentAccount(long1, "MT84MALT011000012345MTLCAST001S"), 999_999_999.99m, long1).Code(Euro)!;

        Encoding.UTF8.GetByteCount(code).Should().BeLessThanOrEqualTo(331);
        var lines = code.Split('\n');
        lines.Should().HaveCount(11);
        Encoding.UTF8.GetByteCount(lines[5]).Should().BeInRange(60, 70);
        code.Should().NotContain("\uFFFD");
    }

    private static PaymentRequest Of(decimal amount) => new(new PaymentAccount("Elm Street 7", "DE89370400440532013000"), amount, "2026-01, Ann");
}
