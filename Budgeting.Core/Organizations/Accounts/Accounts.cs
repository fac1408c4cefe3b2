using System.Net.Mail;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Identity;

namespace Budgeting.Core.Organizations;

/// <summary>Makes users out of what somebody typed.</summary>
public sealed class Accounts(IPasswordHasher<User> hasher, TimeProvider time)
{
    /// <summary>A user with a hashed password, not stored yet.</summary>
    /// <exception cref="InvalidException">Something in the input is wrong.</exception>
    public User Create(AccountInput input)
    {
        var email = input.Email?.Trim() ?? "";
        var check = new Check();
        MemberName.Of(check, input.Name);
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
            LockoutEnabled = true,
        };
        SetPassword(user, input.Password);
        return user;
    }

    /// <summary>Gives a user another password, which ends every session and every lockout of theirs.</summary>
    /// <exception cref="InvalidException">It can't be one.</exception>
    internal void SetPassword(User user, string? password)
    {
        var check = new Check();
        PasswordRules.Apply(check, password, user.Email);
        check.ThrowIfAny();
        user.PasswordHash = hasher.HashPassword(user, password!);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
    }

    private static bool IsEmail(string text) =>
        text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Length > 0;
}
