using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Kernel;

public sealed class CurrencyTests
{
    [Theory]
    [InlineData("USD", 2, "0.01")]
    [InlineData("JPY", 0, "1")]
    [InlineData("KWD", 3, "0.001")]
    public void Of_Code_KnowsItsMinorUnit(string code, int decimals, string minorUnit)
    {
        var currency = Currency.Of(code);

        currency.Code.Should().Be(code);
        currency.MinorUnits.Should().Be(decimals);
        currency.MinorUnit.ToString(System.Globalization.CultureInfo.InvariantCulture).Should().Be(minorUnit);
    }

    [Fact]
    public void Of_AnyLetterCase_IsTheSameCurrency() => Currency.Of("eUr").Should().Be(Currency.Of("EUR"));

    [Theory]
    [InlineData("")]
    [InlineData("XXX")]
    [InlineData("EURO")]
    [InlineData("DEM")]
    public void Of_NoCurrency_IsRefused(string code)
    {
        var act = () => Currency.Of(code);

        act.Should().Throw<ArgumentException>();
        Currency.TryOf(code, out _).Should().BeFalse();
    }

    [Fact]
    public void TryOf_Null_IsNone() => Currency.TryOf(null, out _).Should().BeFalse();

    [Fact]
    public void Default_IsNoCurrency() => default(Currency).ToString().Should().Be("XXX");

    [Fact]
    public void All_AreThreeLettersInOrderAndOnce() => Currency.All.Select(c => c.Code).Should()
        .OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal).And.AllSatisfy(c => c.Should().MatchRegex("^[A-Z]{3}$"));

    public static TheoryData<string, decimal, bool> Amounts => new()
    {
        { "USD", 1.23m, true },
        { "USD", 1.2300m, true },
        { "USD", 1.234m, false },
        { "JPY", 1m, true },
        { "JPY", 0.5m, false },
        { "KWD", 0.125m, true },
        { "KWD", -0.125m, true },
        { "KWD", 0.1255m, false },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Fits_Amount_IsWholeMinorUnits(string code, decimal amount, bool fits) => Currency.Of(code).Fits(amount).Should().Be(fits);
}
