using System.Globalization;
using Budgeting.Core.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Kernel;

public sealed class MoneyTests
{
    private static readonly Currency Usd = Currency.Of("USD");
    private static readonly Currency Eur = Currency.Of("EUR");

    private static readonly Arbitrary<decimal> Amounts =
        Gen.Choose(int.MinValue, int.MaxValue).Zip(Gen.Choose(0, 6), (n, scale) => n / (decimal)Math.Pow(10, scale))
            .Select(amount => decimal.Round(amount, Money.Decimals)).ToArbitrary();

    [Theory]
    [InlineData("1000000000000")]
    [InlineData("-1000000000000")]
    [InlineData("999999999999.999999")]
    [InlineData("0.000001")]
    public void Money_WithinTheBounds_KeepsTheAmount(string amount)
    {
        var value = decimal.Parse(amount, CultureInfo.InvariantCulture);

        new Money(value, Usd).Amount.Should().Be(value);
    }

    [Theory]
    [InlineData("1000000000000.000001")]
    [InlineData("-1000000000000.000001")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    public void Money_BeyondTheBounds_Overflows(string amount)
    {
        var act = () => new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), Usd);

        act.Should().Throw<OverflowException>();
    }

    [Fact]
    public void Money_SevenDecimals_IsRefused()
    {
        var act = () => new Money(0.0000001m, Usd);

        act.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void Money_TrailingZeros_AreNoDecimals() => new Money(1.5000000000m, Usd).Should().Be(new Money(1.5m, Usd));

    [Fact]
    public void Arithmetic_BeyondTheBounds_Overflows()
    {
        var most = new Money(Money.Max, Usd);
        var act = new Action[]
        {
            () => _ = most + new Money(0.000001m, Usd),
            () => _ = -most - new Money(0.000001m, Usd),
            () => _ = most * 2,
            () => _ = most * int.MinValue,
        };

        act.Should().AllSatisfy(a => a.Should().Throw<OverflowException>());
    }

    [Fact]
    public void Arithmetic_MixedCurrencies_IsRefused()
    {
        var (dollar, euro) = (new Money(1, Usd), new Money(1, Eur));
        var act = new Action[]
        {
            () => _ = dollar + euro,
            () => _ = dollar - euro,
            () => _ = dollar < euro,
            () => _ = dollar.CompareTo(euro),
        };

        act.Should().AllSatisfy(a => a.Should().Throw<InvalidOperationException>().WithMessage("*USD*EUR*"));
        dollar.Should().NotBe(euro);
    }

    [Fact]
    public void Arithmetic_AnyAmounts_IsExact() => Prop.ForAll(
        Amounts, Amounts, (a, b) =>
            (new Money(a, Usd) + new Money(b, Usd)).Amount == a + b &&
            (new Money(a, Usd) - new Money(b, Usd)).Amount == a - b &&
            (-new Money(a, Usd)).Amount == -a &&
            (new Money(a, Usd) * 3).Amount == a * 3).QuickCheckThrowOnFailure();

    [Fact]
    public void Comparison_AnyAmounts_IsThatOfTheAmounts() => Prop.ForAll(
        Amounts, Amounts, (a, b) =>
            new Money(a, Usd) < new Money(b, Usd) == a < b && new Money(a, Usd) > new Money(b, Usd) == a > b &&
            new Money(a, Usd) <= new Money(b, Usd) == a <= b && new Money(a, Usd) >= new Money(b, Usd) == a >= b &&
            new Money(a, Usd) == new Money(b, Usd) == (a == b)).QuickCheckThrowOnFailure();

    [Fact]
    public void Zero_OfACurrency_AddsNothing() => (new Money(7.5m, Eur) + Money.Zero(Eur)).Should().Be(new Money(7.5m, Eur));
}
