namespace Budgeting.Web.Commands;

/// <summary>Where a command reads and writes.</summary>
public sealed record Terminal(TextReader In, TextWriter Out, TextWriter Error)
{
    public static Terminal OfProcess => new(Console.In, Console.Out, Console.Error);

    /// <summary>Says in one line why the command ends here.</summary>
    /// <returns><paramref name="exitCode"/>.</returns>
    public async Task<int> FailAsync(int exitCode, string message)
    {
        await Error.WriteLineAsync(message.ReplaceLineEndings(" "));
        return exitCode;
    }
}
