namespace Budgeting.Web.Commands;

internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>What is stored, or this machine, doesn't allow it now.</summary>
    public const int Refused = 1;

    /// <summary>The command line is wrong, whatever is stored.</summary>
    public const int WrongUsage = 2;
}
