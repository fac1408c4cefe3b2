using System.Globalization;
using System.Text.Json;
using Budgeting.Core.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Kernel;

public sealed class ExactDecimalConverterTests
{
    private static readonly Arbitrary<decimal> Amounts = (
        from low in Gen.Choose(int.MinValue, int.MaxValue)
        from middle in Gen.Choose(int.MinValue, int.MaxValue)
        from isNegative in Gen.Elements(true, false)
        from scale in Gen.Choose(0, 12)
        select new decimal(low, middle, hi: 0, isNegative, (byte)scale)).ToArbitrary();

    [Theory]
    [InlineData("12.50", "12.5")]
    [InlineData("\"12.50\"", "12.5")]
    [InlineData("1e3", "1000")]
    [InlineData("125E-2", "1.25")]
    [InlineData("-0.000001", "-0.000001")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    public void Read_NumberOrText_IsExact(string json, string expected) =>
        JsonSerializer.Deserialize<decimal>(json, JsonFormat.Options).Should().Be(decimal.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1e-29")]
    [InlineData("1e400")]
    [InlineData("1e99999999999")]
    [InlineData("\"\"")]
    [InlineData("\"1,5\"")]
    [InlineData("\"NaN\"")]
    [InlineData("true")]
    [InlineData("null")]
    public void Read_WhatWouldBeRoundedOrIsNoNumber_IsRefused(string json) =>
        FluentActions.Invoking(() => JsonSerializer.Deserialize<decimal>(json, JsonFormat.Options)).Should().Throw<JsonException>();

    [Theory]
    [InlineData("12.500", "12.5")]
    [InlineData("0.00", "0")]
    [InlineData("1000", "1000")]
    public void Write_Amount_HasNoTrailingZeros(string amount, string expected) =>
        JsonSerializer.Serialize(decimal.Parse(amount, CultureInfo.InvariantCulture), JsonFormat.Options).Should().Be(expected);

    [Fact]
    public void Write_AnyAmount_IsReadBack() => Prop.ForAll(
        Amounts, a => JsonSerializer.Deserialize<decimal>(JsonSerializer.Serialize(a, JsonFormat.Options), JsonFormat.Options) == a).QuickCheckThrowOnFailure();
}
