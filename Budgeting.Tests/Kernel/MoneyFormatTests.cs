using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Kernel;

public sealed class MoneyFormatTests
{
    // "_" stands for a no-break space, "'" for the narrow one of French.
    [Theory]
    [InlineData("en-US", "USD", "1234567.89", "$1,234,567.89")]
    [InlineData("en-US", "EUR", "1234.5", "€1,234.50")]
    [InlineData("en-US", "JPY", "1234567", "¥1,234,567")]
    [InlineData("en-US", "KWD", "1.5", "KWD_1.500")]
    [InlineData("en-US", "CHF", "-5", "−CHF_5.00")]
    [InlineData("de-DE", "EUR", "1234567.89", "1.234.567,89_€")]
    [InlineData("de-DE", "USD", "-0.5", "−0,50_$")]
    [InlineData("de-DE", "JPY", "1500", "1.500_¥")]
    [InlineData("fr-FR", "EUR", "1234567.89", "1'234'567,89_€")]
    [InlineData("fr-FR", "CHF", "-12", "−12,00_CHF")]
    [InlineData("ja-JP", "JPY", "1234567", "￥1,234,567")]
    [InlineData("ja-JP", "USD", "-1.5", "−$1.50")]
    [InlineData("hi-IN", "USD", "1234567.89", "$12,34,567.89")]
    [InlineData("hi-IN", "KWD", "0", "KWD_0.000")]
    [InlineData("ar-EG", "USD", "1234.5", "1٬234٫50_$")]
    [InlineData("ar-EG", "KWD", "1.5", "1٫500_KWD")]
    [InlineData("de-CH", "CHF", "1234567.89", "CHF_1’234’567.89")]
    [InlineData("de-CH", "EUR", "-3", "−€_3.00")]
    public void Format_Culture_WritesItAsItsReadersDo(string culture, string currency, string amount, string expected)
    {
        var text = Format(culture, currency, decimal.Parse(amount, CultureInfo.InvariantCulture));

        text.Should().Be(expected.Replace('_', '\u00A0').Replace('\'', '\u202F'));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ja-JP")]
    [InlineData("fr-FR")]
    [InlineData("de-CH")]
    [InlineData("ar-EG")]
    [InlineData("fa-IR")]
    [InlineData("he-IL")]
    [InlineData("sv-SE")]
    [InlineData("")]
    public void Format_Negative_ShowsAMinusAndNoBrackets(string culture)
    {
        var text = Format(culture, "EUR", -1);

        text.Should().Contain("−").And.NotContain("(").And.NotContain("-").And.NotContain(" ");
    }

    [Fact]
    public void Format_RightToLeft_KeepsTheMarkThatBindsTheMinusToItsNumber() =>
        Format("ar-EG", "EGP", -1, withSymbol: false).Should().Be("\u061C−1٫00");

    [Theory]
    [InlineData("en-CA", "CAD", "$1.00")]
    [InlineData("en-CA", "USD", "US$1.00")]
    [InlineData("en-US", "CAD", "CA$1.00")]
    [InlineData("zh-CN", "CNY", "¥1.00")]
    [InlineData("zh-CN", "JPY", "JP¥1")]
    [InlineData("en", "USD", "$1.00")]
    public void Format_SymbolOfSeveralCurrencies_IsTheReadersOwnOnly(string culture, string currency, string expected) =>
        Format(culture, currency, 1).Should().Be(expected);

    [Theory]
    [InlineData("0", "$0.00")]
    [InlineData("-0.0", "$0.00")]
    [InlineData("0.1", "$0.10")]
    [InlineData("0.123456", "$0.123456")]
    [InlineData("1.500000", "$1.50")]
    [InlineData("-0.000001", "−$0.000001")]
    public void Format_FinerThanTheMinorUnit_ShowsEveryDigit(string amount, string expected) =>
        Format("en-US", "USD", decimal.Parse(amount, CultureInfo.InvariantCulture)).Should().Be(expected);

    [Fact]
    public void Format_WithoutSymbol_LeavesItOut() =>
        Format("de-DE", "EUR", -1234.5m, withSymbol: false).Should().Be("−1.234,50");

    [Fact]
    public void Format_CultureWithSeparatorsForMoney_ReadsAsWithTheSymbol() =>
        Format("en-DE", "EUR", 1234.5m).Should().Contain(Format("en-DE", "EUR", 1234.5m, withSymbol: false));

    [Theory]
    [InlineData("en-US", "USD", "$")]
    [InlineData("de-CH", "CHF", "CHF")]
    [InlineData("en-US", "KWD", "KWD")]
    public void Symbol_Culture_IsWhatItsReadersKnow(string culture, string currency, string expected) =>
        MoneyFormat.For(CultureInfo.GetCultureInfo(culture), Currency.Of(currency)).Symbol.Should().Be(expected);

    private static string Format(string culture, string currency, decimal amount, bool withSymbol = true) =>
        MoneyFormat.For(CultureInfo.GetCultureInfo(culture), Currency.Of(currency)).Format(amount, withSymbol);
}
