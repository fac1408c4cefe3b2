using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Tests.Organizations;

public sealed class PasswordRulesTests
{
    private const string TooShort = "Use at least 15 characters. A sentence is easy to remember.";
    private const string TooLong = "Use at most 128 characters.";
    private const string TooCommon = "This password is among the first that others would try. Choose another.";

    [Theory]
    [InlineData("four lamps sing at noon")]
    [InlineData("my dog is 7 today!")]
    [InlineData("ßüöä ñandú día été")]
    [InlineData("123 cups of tea, please")]
    public void Apply_Passphrase_IsAccepted(string password) => ErrorsOf(password).Should().BeEmpty();

    [Fact]
    public void Apply_Length_Is15To128()
    {
        var text = string.Concat(Enumerable.Range(0, 43).Select(i => $"{(char)('a' + (i * 7 % 26))}{i % 10}-"));

        ErrorsOf(text[..14]).Should().Equal(TooShort);
        ErrorsOf(text[..15]).Should().BeEmpty();
        ErrorsOf(text[..128]).Should().BeEmpty();
        ErrorsOf(text[..129]).Should().Equal(TooLong);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("password")]
    public void Apply_TooShort_SaysJustThat(string? password) => ErrorsOf(password).Should().Equal(TooShort);

    [Theory]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("CorrectHorseBatteryStaple")]
    [InlineData("PASSWORD123456789")]
    public void Apply_WellKnown_IsRefusedInAnyLetterCase(string password) => ErrorsOf(password).Should().Equal(TooCommon);

    [Theory]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abababababababab")]
    [InlineData("abcdefghabcdefgh")]
    [InlineData("summer26summer26su")]
    [InlineData("1122112211221122")]
    public void Apply_Repetition_IsRefused(string password) => ErrorsOf(password).Should().Equal(TooCommon);

    [Theory]
    [InlineData("my 1234567890 secret")]
    [InlineData("x0987654321 and more")]
    [InlineData("abcdefghij is me")]
    [InlineData("me and qrstuvwxyz")]
    [InlineData("QWERTYUIOP at home")]
    [InlineData("at jklzxcvbnm home")]
    [InlineData("qwertzuiop daheim")]
    [InlineData("azertyuiop chez moi")]
    public void Apply_RunOfTheKeyboardOrAlphabet_IsRefused(string password) => ErrorsOf(password).Should().Equal(TooCommon);

    [Fact]
    public void Apply_MostlyTheNameInTheEmail_IsRefused()
    {
        ErrorsOf("GrandmaJosephine1", "grandmajosephine@example.org").Should().Equal(TooCommon);
        ErrorsOf("grandmajosephine likes long walks", "grandmajosephine@example.org").Should().BeEmpty();
        ErrorsOf("bob and alice in town", "bob@example.org").Should().BeEmpty();
    }

    private static IReadOnlyList<string> ErrorsOf(string? password, string? email = null)
    {
        var check = new Check();
        PasswordRules.Apply(check, password, email);
        try
        {
            check.ThrowIfAny();
            return [];
        }
        catch (InvalidException invalid)
        {
            return invalid.Errors["password"];
        }
    }
}
