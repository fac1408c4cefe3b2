using System.Globalization;
using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Kernel;

public sealed class AmountTextTests
{
    [Theory]
    [InlineData("en-US", "12.50", "12.50")]
    [InlineData("en-US", "12,5", "12.5")]
    [InlineData("en-US", "1,234", "1234")]
    [InlineData("en-US", "1,234.56", "1234.56")]
    [InlineData("en-US", "1.234,56", "1234.56")]
    [InlineData("en-US", "$ 1,234.56", "1234.56")]
    [InlineData("en-US", "1,234,567", "1234567")]
    [InlineData("en-US", "12.", "12")]
    [InlineData("en-US", ".5", "0.5")]
    [InlineData("en-US", "-3", "-3")]
    [InlineData("en-US", "−3", "-3")]
    [InlineData("de-DE", "1.234", "1234")]
    [InlineData("de-DE", "1.234,56", "1234.56")]
    [InlineData("de-DE", "12,50", "12.50")]
    [InlineData("de-DE", "12.50", "12.50")]
    [InlineData("fr-FR", "1 234,56", "1234.56")]
    [InlineData("de-CH", "1’234.56", "1234.56")]
    public void TryParse_HoweverItIsTyped_ReadsTheAmount(string culture, string text, string expected)
    {
        AmountText.TryParse(text, CultureInfo.GetCultureInfo(culture), "$", out var amount).Should().BeTrue();

        amount.Should().Be(decimal.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("twelve")]
    [InlineData("1,23.4")]
    [InlineData("1,2345,678")]
    [InlineData("1.2.3")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("1e5")]
    [InlineData(".")]
    [InlineData("99999999999999999999999999999999")]
    public void TryParse_WhatIsNoAmount_IsRefused(string? text) =>
        AmountText.TryParse(text, CultureInfo.GetCultureInfo("en-US"), "$", out _).Should().BeFalse();
}
