using System.CommandLine;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Commands;

/// <summary>The options that say what an account is.</summary>
internal sealed class AccountOptions
{
    private const string FromInput = "-";

    private readonly Option<string> _email = new("--email") { Description = "The e-mail address to sign in with", HelpName = "EMAIL", Required = true };

    private readonly Option<string> _password = new("--password")
    {
        Description = $"The password, of at least {PasswordRules.MinLength} characters; {FromInput} reads it from standard input, where nobody sees it",
        HelpName = "PASSWORD",
        Required = true,
    };

    private readonly Option<string> _name = new("--name") { Description = "The name others see (default: the e-mail address up to the @)", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        AddCredentialsTo(command);
        command.Add(_name);
    }

    public void AddCredentialsTo(Command command)
    {
        command.Add(_email);
        command.Add(_password);
    }

    public async Task<AccountInput> ReadAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var email = parsed.GetRequiredValue(_email);
        var password = parsed.GetRequiredValue(_password);
        return new AccountInput
        {
            Email = email,
            Name = parsed.GetValue(_name) ?? email.Split('@')[0],
            Password = password == FromInput ? await terminal.In.ReadLineAsync(cancellationToken) : password,
        };
    }
}
