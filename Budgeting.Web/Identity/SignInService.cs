using System.Net;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Identity;

namespace Budgeting.Web.Identity;

/// <summary>Whether somebody is who they say: e-mail and password.</summary>
internal sealed partial class SignInService(
    UserManager<User> users, AttemptLimiter limiter, KnownBrowsers browsers, SessionsService sessions, ILogger<SignInService> logger)
{
    // What the password of nobody is compared with: to refuse an unknown account takes as long as a wrong password does.
    private static readonly User Nobody = new();

    private static string? HashOfNobody;

    /// <summary>The user of the e-mail address, if the password is theirs.</summary>
    /// <exception cref="InvalidException">
    /// Something is wrong. It is never said what: not even that there is no such account.
    /// </exception>
    /// <exception cref="TooManyAttemptsException">There were too many tries from there, or for that account.</exception>
    public async Task<User> CheckAsync(string? email, string? password, HttpContext context)
    {
        var account = email ?? "";
        var (address, browser) = (context.Connection.RemoteIpAddress, browsers.Find(context, account));
        if (limiter.Begin(address, account, browser) is { } wait)
        {
            LogLimited(address);
            throw new TooManyAttemptsException(wait);
        }

        if (await users.FindByEmailAsync(account.Trim()) is not { } user)
        {
            VerifyNobody(password ?? "");
            LogUnknown(address);
            throw Refused();
        }

        if (!await users.CheckPasswordAsync(user, password ?? ""))
        {
            LogRefused(user.Id, address);
            throw Refused();
        }

        limiter.Forgive(address, account, browser);
        return user;
    }

    /// <summary>Changes the password, which ends every session of the user; the caller begins a new one.</summary>
    /// <param name="current">The password as it was: somebody else may be sitting at the browser.</param>
    /// <exception cref="InvalidException">A password is wrong, or can't be one.</exception>
    /// <exception cref="TooManyAttemptsException">There were too many tries.</exception>
    public async Task<User> ChangePasswordAsync(
        string email, string? current, string? changed, HttpContext context, CancellationToken cancellationToken)
    {
        var check = new Check();
        PasswordRules.Apply(check, changed, email, "newPassword");
        check.ThrowIfAny();
        var user = await CheckCurrentAsync(email, current, context);
        var result = await users.ChangePasswordAsync(user, current!, changed!);
        if (!result.Succeeded)
        {
            throw new ConflictException("account.stale", "Your account was changed meanwhile. Try again.");
        }

        LogPasswordChanged(user.Id, context.Connection.RemoteIpAddress);
        await sessions.TellAsync(user.Id, cancellationToken);
        return user;
    }

    private async Task<User> CheckCurrentAsync(string email, string? current, HttpContext context)
    {
        try
        {
            return await CheckAsync(email, current, context);
        }
        catch (InvalidException)
        {
            throw new InvalidException("currentPassword", "This isn't your current password. After five wrong ones, wait five minutes.");
        }
    }

    private void VerifyNobody(string password)
    {
        HashOfNobody ??= users.PasswordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        users.PasswordHasher.VerifyHashedPassword(Nobody, HashOfNobody, password);
    }

    private static InvalidException Refused() =>
        new("password", "The e-mail or the password is wrong. After five wrong ones, wait five minutes.");

    [LoggerMessage(LogLevel.Warning, "A wrong password for {User}, from {Address}.")]
    private partial void LogRefused(Guid user, IPAddress? address);

    [LoggerMessage(LogLevel.Warning, "A sign-in with an unknown e-mail address, from {Address}.")]
    private partial void LogUnknown(IPAddress? address);

    [LoggerMessage(LogLevel.Warning, "Too many sign-ins, from {Address}.")]
    private partial void LogLimited(IPAddress? address);

    [LoggerMessage(LogLevel.Information, "{User} changed the password, from {Address}.")]
    private partial void LogPasswordChanged(Guid user, IPAddress? address);
}
