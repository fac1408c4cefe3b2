using System.Net.Mail;
using Budgeting.Core.Kernel.Errors;
using Microsoft.AspNetCore.Identity;

namespace Budgeting.Core.Kernel.Organizations;

/// <summary>Makes users out of what somebody typed.</summary>
public sealed class Accounts(IPasswordHasher<User> hasher, TimeProvider time)
{
    /// <summary>A user with a hashed password, not stored yet.</summary>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public User Create(AccountInput input)
    {
        var email = input.Email?.Trim() ?? "";
        var check = new Check();
        check.Required(input.Name, "name", "a name", 100);
        check.That(IsEmail(email), "email", "Enter an e-mail address such as name@example.org.");
        PasswordRules.Apply(check, input.Password, email);
        check.ThrowIfAny();

        var normalized = email.ToUpperInvariant();
        var user = new User
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            UserName = email,
            NormalizedUserName = normalized,
            Email = email,
            NormalizedEmail = normalized,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            LockoutEnabled = true,
        };
        user.PasswordHash = hasher.HashPassword(user, input.Password!);
        return user;
    }

    private static bool IsEmail(string text) =>
        text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Length > 0;
}
