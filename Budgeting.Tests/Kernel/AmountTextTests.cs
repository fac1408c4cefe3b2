using System.Globalization;
using Budgeting.Core.Kernel;
using FsCheck;
using FsCheck.Fluent;

namespace Budgeting.Tests.Kernel;

public sealed class AmountTextTests
{
    public static TheoryData<string, string, decimal> Typed => new()
    {
        { "en-US", "12", 12 },
        { "en-US", "12.5", 12.5m },
        { "en-US", "12,5", 12.5m },
        { "en-US", ".5", 0.5m },
        { "en-US", "12.", 12 },
        { "en-US", "1,234", 1234 },
        { "en-US", "1.234", 1.234m },
        { "de-DE", "1.234", 1234 },
        { "de-DE", "1,234", 1.234m },
        { "de-DE", "1.234,5", 1234.5m },
        { "de-DE", "1,234.5", 1234.5m },
        { "fr-FR", "1 234,5", 1234.5m },
        { "de-CH", "1'234.5", 1234.5m },
        { "hi-IN", "12,34,567", 1234567 },
        { "ar-EG", "١٬٢٣٤٫٥", 1234.5m },
        { "ar-EG", "١٬٢٣٤", 1234 },
        { "en-US", " $ 12 ", 12 },
        { "en-US", "-12", -12 },
        { "en-US", "−12", -12 },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void TryParse_AsPeopleType_IsRead(string culture, string text, decimal expected)
    {
        AmountText.TryParse(text, CultureInfo.GetCultureInfo(culture), "$", out var amount).Should().BeTrue();

        amount.Should().Be(expected);
    }

    [Theory]
    [InlineData("en-US", null)]
    [InlineData("en-US", "")]
    [InlineData("en-US", "$")]
    [InlineData("en-US", "twelve")]
    [InlineData("en-US", "1e3")]
    [InlineData("en-US", "1,23,456")]
    [InlineData("en-US", "1,23.5")]
    [InlineData("en-US", "12,34,567")]
    [InlineData("en-US", "1.2.3")]
    [InlineData("en-US", "1-2")]
    [InlineData("en-US", "1,2345,678")]
    [InlineData("en-US", "--1")]
    [InlineData("en-US", "1-")]
    [InlineData("en-US", ".")]
    [InlineData("en-US", "-")]
    [InlineData("en-US", "(1)")]
    [InlineData("en-US", "€ 1")]
    [InlineData("hi-IN", "12,34,56")]
    [InlineData("en-US", "99999999999999999999999999999999")]
    public void TryParse_Slip_IsRefused(string culture, string? text) =>
        AmountText.TryParse(text, CultureInfo.GetCultureInfo(culture), "$", out _).Should().BeFalse();

    [Fact]
    public void TryParse_WhatMoneyFormatWrites_IsTheSameAmount()
    {
        var cases =
            from culture in Gen.Elements(CultureInfo.GetCultures(CultureTypes.SpecificCultures))
            from currency in Gen.Elements("USD", "EUR", "JPY", "KWD", "CHF").Select(Currency.Of)
            from units in Gen.Choose(int.MinValue, int.MaxValue)
            from withSymbol in Gen.Elements(true, false)
            select (culture, format: MoneyFormat.For(culture, currency), amount: units * currency.MinorUnit, withSymbol);

        Prop.ForAll(cases.ToArbitrary(), x =>
            AmountText.TryParse(x.format.Format(x.amount, x.withSymbol), x.culture, x.format.Symbol, out var read) && read == x.amount)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("en-US", "USD", "1.000", "“1.000” can be read in two ways: write 1000 or 1.00.")]
    [InlineData("en-US", "USD", "$ 12.345", "“12.345” can be read in two ways: write 12345 or 12.34.")]
    [InlineData("en-US", "USD", "-1.000", "“-1.000” can be read in two ways: write -1000 or -1.00.")]
    [InlineData("de-DE", "EUR", "1,000", "“1,000” can be read in two ways: write 1000 or 1,00.")]
    [InlineData("en-US", "JPY", "1.000", "“1.000” can be read in two ways: write 1000 or 1.")]
    [InlineData("en-US", "USD", "1,000", null)]
    [InlineData("de-DE", "EUR", "1.000", null)]
    [InlineData("en-US", "KWD", "1.000", null)]
    [InlineData("en-US", "USD", "0.125", null)]
    [InlineData("en-US", "USD", "1.00", null)]
    [InlineData("en-US", "USD", "1234.500", null)]
    [InlineData("en-US", "USD", "1,234.500", null)]
    [InlineData("en-US", "USD", "", null)]
    public void DoubtOf_WhatMayBeAThousand_AsksWhichIsMeant(string culture, string currency, string text, string? question) =>
        AmountText.DoubtOf(text, CultureInfo.GetCultureInfo(culture), Currency.Of(currency)).Should().Be(question);
}
