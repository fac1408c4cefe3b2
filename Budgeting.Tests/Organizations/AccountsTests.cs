using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Budgeting.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace Budgeting.Tests.Organizations;

public sealed class AccountsTests
{
    private static readonly PasswordHasher<User> Hasher = new();
    private readonly Accounts _accounts = new(Hasher, new TestClock());

    [Fact]
    public void Create_Account_HashesThePasswordAndNormalizesTheEmail()
    {
        var user = _accounts.Create(Input(" Ada@Example.org "));

        (user.Email, user.NormalizedEmail, user.UserName).Should().Be(("Ada@Example.org", "ADA@EXAMPLE.ORG", "Ada@Example.org"));
        user.PasswordHash.Should().NotContain(TestWorld.Password);
        Hasher.VerifyHashedPassword(user, user.PasswordHash!, TestWorld.Password).Should().Be(PasswordVerificationResult.Success);
    }

    [Fact]
    public void Create_Account_CanBeLockedOut() => _accounts.Create(Input("ada@example.org")).LockoutEnabled.Should().BeTrue();

    [Theory]
    [InlineData("ada@example.org")]
    [InlineData("ada.king+gifts@mail.example.org")]
    [InlineData("ada@localhost")]
    [InlineData("adà@exämple.org")]
    public void Create_Email_IsAccepted(string email) => _accounts.Create(Input(email)).Email.Should().Be(email);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("Ada <ada@example.org>")]
    [InlineData("ada@example.org, max@example.org")]
    [InlineData("ada king@example.org")]
    [InlineData("ada@example.org\r\nBcc: max@example.org")]
    public void Create_NoEmail_IsRefused(string? email) => ErrorsOf(Input(email)).Keys.Should().Equal("email");

    [Fact]
    public void Create_EmailOfMoreThan254Characters_IsRefused() =>
        ErrorsOf(Input(new string('a', 243) + "@example.org")).Keys.Should().Equal("email");

    [Fact]
    public void Create_EverythingMissing_NamesEverything() =>
        ErrorsOf(new AccountInput()).Keys.Should().BeEquivalentTo("name", "email", "password");

    private static AccountInput Input(string? email) => new() { Name = "Ada", Email = email, Password = TestWorld.Password };

    private IReadOnlyDictionary<string, string[]> ErrorsOf(AccountInput input) =>
        _accounts.Invoking(a => a.Create(input)).Should().Throw<InvalidException>().Which.Errors;
}
