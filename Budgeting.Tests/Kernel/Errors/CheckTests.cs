using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Tests.Kernel.Errors;

public sealed class CheckTests
{
    private readonly Check _check = new();

    [Fact]
    public void ThrowIfAny_NothingWrong_DoesNothing()
    {
        _check.That(true, "name", "Never said.");

        _check.Invoking(c => c.ThrowIfAny()).Should().NotThrow();
    }

    [Fact]
    public void ThrowIfAny_SeveralWrong_NamesThemAll()
    {
        _check.That(false, "name", "One.");
        _check.That(false, "name", "Two.");
        _check.That(false, "date", "Three.");

        var error = _check.Invoking(c => c.ThrowIfAny()).Should().Throw<InvalidException>().Which;
        error.Errors["name"].Should().Equal("One.", "Two.");
        error.Errors["date"].Should().Equal("Three.");
        (error.Code, error.Message).Should().Be(("invalid", "One. Two. Three."));
    }

    [Theory]
    [InlineData(null, "Enter a name.")]
    [InlineData("", "Enter a name.")]
    [InlineData(" \t\n", "Enter a name.")]
    [InlineData("\u200B", "Enter a name.")]
    [InlineData("\u2800\u00AD\u200E", "Enter a name.")]
    [InlineData("a\nb", "Write it on one line.")]
    [InlineData("123456", "Use at most 5 characters.")]
    [InlineData("a\0b", "Leave out control characters.")]
    [InlineData("a\u001Bb", "Leave out control characters.")]
    public void Required_Wrong_SaysWhatToDo(string? text, string error)
    {
        _check.Required(text, "name", "a name", max: 5);

        ErrorsOf("name").Should().Equal(error);
    }

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("  12345  ", "12345")]
    [InlineData(" Zoë ", "Zoë")]
    public void Required_Fine_IsTrimmed(string text, string expected)
    {
        _check.Required(text, "name", "a name", max: 5).Should().Be(expected);
        _check.ThrowIfAny();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("  ", null)]
    [InlineData(" a\nb\tc ", "a\nb\tc")]
    public void Optional_Fine_IsTrimmedAndBlankIsNone(string? text, string? expected)
    {
        _check.Optional(text, "notes", max: 5).Should().Be(expected);
        _check.ThrowIfAny();
    }

    [Theory]
    [InlineData("123456", "Use at most 5 characters.")]
    [InlineData("\u0007!", "Leave out control characters.")]
    public void Optional_Wrong_SaysWhatToDo(string text, string error)
    {
        _check.Optional(text, "notes", max: 5);

        ErrorsOf("notes").Should().Equal(error);
    }

    [Theory]
    [InlineData("USD", -0.01, "Enter an amount of 0 or more.")]
    [InlineData("USD", 1000000000000.01, "Enter an amount of at most 1,000,000,000,000.")]
    [InlineData("USD", 0.001, "USD amounts have at most 2 decimals.")]
    [InlineData("JPY", 0.5, "JPY amounts have no decimals.")]
    public void Amount_Wrong_SaysWhatToDo(string currency, double amount, string error)
    {
        _check.Amount((decimal)amount, "amount", Currency.Of(currency));

        ErrorsOf("amount").Should().Equal(error);
    }

    [Theory]
    [InlineData("USD", null)]
    [InlineData("USD", 0.0)]
    [InlineData("USD", 1000000000000.0)]
    [InlineData("KWD", 0.125)]
    public void Amount_Fine_IsAccepted(string currency, double? amount)
    {
        _check.Amount((decimal?)amount, "amount", Currency.Of(currency));

        _check.ThrowIfAny();
    }

    [Fact]
    public void Total_IsOfTheRestAndWhatIsAdded_HoweverMuchThatIs()
    {
        _check.Total(Amounts.Max - 1, 1, "amount", "All of it");
        _check.Total(Amounts.Max, null, "amount", "All of it");
        _check.ThrowIfAny();

        _check.Total(1, decimal.MaxValue, "amount", "All of it");

        ErrorsOf("amount").Should().Equal("All of it would come to more than 1,000,000,000,000.");
    }

    private string[] ErrorsOf(string field) => _check.Invoking(c => c.ThrowIfAny()).Should().Throw<InvalidException>().Which.Errors[field];
}
