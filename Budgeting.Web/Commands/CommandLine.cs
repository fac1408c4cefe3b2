using System.CommandLine;
using System.CommandLine.Parsing;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Web.Commands;

/// <summary>The one executable's verbs; without one it serves.</summary>
public static class CommandLine
{
    private const string About =
        """
        Budgeting: what is planned, committed, spent and left. Without a command it serves.

        Exit codes: 0 done; 1 refused by what is stored or by this machine; 2 wrong usage.
        """;

    // A password may begin with @: it is no name of a file with arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Terminal.OfProcess, CancellationToken.None);

    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken)
    {
        var parsed = Root(terminal).Parse(args, Parsing);
        if (parsed.Errors is [var error, ..])
        {
            return await terminal.FailAsync(ExitCode.WrongUsage, $"{error.Message} See “{PathOf(parsed.CommandResult)} --help”.");
        }

        try
        {
            return await parsed.InvokeAsync(InvocationOn(terminal), cancellationToken);
        }
        catch (InvalidException invalid)
        {
            return await terminal.FailAsync(ExitCode.WrongUsage, invalid.Message);
        }
        catch (DomainException refused)
        {
            return await terminal.FailAsync(ExitCode.Refused, refused.Message);
        }
        catch (StorageException refused)
        {
            return await terminal.FailAsync(ExitCode.Refused, $"{refused.Message} ({refused.Code})");
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var common = new CommonOptions();
        var root = new RootCommand(About);
        root.Add(ServeCommand.Create(root, common, terminal));
        root.Add(AdminCommand.Create(common, terminal));
        root.Add(MemberCommand.Create(common, terminal));
        root.Add(PasswordCommand.Create(common, terminal));
        root.Add(TokenCommand.Create(common, terminal));
        root.Add(ExportCommand.Create(common, terminal));
        root.Add(AuditCommand.Create(common, terminal));
        root.Add(VerifyCommand.Create(common, terminal));
        root.Add(DemoCommand.Create(common, terminal));
        common.AddTo(root);
        return root;
    }

    // The server handles Ctrl+C itself; a command that is interrupted leaves whole transactions behind.
    private static InvocationConfiguration InvocationOn(Terminal terminal) => new()
    {
        Output = terminal.Out,
        Error = terminal.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    private static string PathOf(CommandResult command) =>
        command.Parent is CommandResult parent
            ? $"{PathOf(parent)} {command.Command.Name}"
            : "Budgeting.Web";
}
