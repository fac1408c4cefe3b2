using Budgeting.Core.Kernel;

namespace Budgeting.Tests.Kernel;

public sealed class IbanTests
{
    [Theory]
    [InlineData("DE89370400440532013000", true)]
    [InlineData("GB82WEST12345698765432", true)]
    [InlineData("NO9386011117947", true)]
    [InlineData("DE89370400440532013001", false)]
    [InlineData("DE98370400440532013000", false)]
    [InlineData("8937040044053201300000", false)]
    [InlineData("DE89 3704 0044 0532 0130 00", false)]
    [InlineData("DE89", false)]
    public void IsValid_GoesByTheCheckDigits(string iban, bool isValid) => Iban.IsValid(iban).Should().Be(isValid);

    [Fact]
    public void Normalize_TakesWhatPeopleType_AndGroupedGivesItBack()
    {
        var iban = Iban.Normalize(" de89 3704 0044 0532 0130 00");

        (iban, Iban.Grouped(iban)).Should().Be(("DE89370400440532013000", "DE89 3704 0044 0532 0130 00"));
        Iban.Normalize(null).Should().BeNull();
    }
}
