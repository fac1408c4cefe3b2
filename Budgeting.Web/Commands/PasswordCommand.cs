using System.CommandLine;

namespace Budgeting.Web.Commands;

/// <summary>The way back for somebody who forgot their password.</summary>
internal static class PasswordCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var account = new AccountOptions();
        var set = new Command("set", "Give an account another password; whoever is signed in with it must sign in again");
        account.AddCredentialsTo(set);
        set.SetAction(async (parsed, cancellationToken) =>
        {
            var input = await account.ReadAsync(parsed, terminal, cancellationToken);
            await using var services = await CommandServices.OpenAsync(common.Of(parsed), cancellationToken);
            await services.Setup.SetPasswordAsync(input.Email!, input.Password, cancellationToken);
            await terminal.Out.WriteLineAsync($"{input.Email} has a new password.");
        });
        return new Command("password", "Passwords of accounts") { set };
    }
}
