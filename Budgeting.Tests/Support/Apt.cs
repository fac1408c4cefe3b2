using System.Diagnostics;

namespace Budgeting.Tests.Support;

/// <summary>Programs that tests run: found, or on Debian as root got by apt.</summary>
internal static class Apt
{
    /// <summary>The first of these programs that is on the PATH; <c>null</c>: none.</summary>
    public static string? OnPath(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <summary>Does what it can, without a word on where there is no apt.</summary>
    public static void Install(string package)
    {
        Run("update");
        Run("install", "-y", "--no-install-recommends", package);
    }

    private static void Run(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("apt-get", arguments));
            process?.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No apt here; whoever needs the program says what to do.
        }
    }
}
