using Budgeting.Web.Commands;

namespace Budgeting.Tests.Support;

/// <summary>What a command, run in this process, answered.</summary>
public sealed record CommandRun(int ExitCode, string Out, string Error)
{
    public string[] ErrorLines => Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandRun> OfAsync(params string[] args) => WithInputAsync("", args);

    public static async Task<CommandRun> WithInputAsync(string input, params string[] args)
    {
        using var reader = new StringReader(input);
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, new Terminal(reader, output, error), CancellationToken.None);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
