namespace Budgeting.Tests.Support;

/// <summary>
/// The browser of the browser tests: the one that BUDGETING_BROWSER names, an installed Chromium, Chrome or Edge, or one that
/// is got now: by Playwright, else on Debian as root by apt.
/// </summary>
internal static class BrowserFinder
{
    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"];

    private static readonly string[] Places =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    /// <summary>The browser's file; empty for the one that Playwright installed for itself.</summary>
    public static string Find() => Installed() ?? InstallByPlaywright() ?? InstallByApt();

    private static string? Installed()
    {
        if (Environment.GetEnvironmentVariable("BUDGETING_BROWSER") is { Length: > 0 } named)
        {
            return named;
        }

        return Apt.OnPath(Names) ?? Places.FirstOrDefault(File.Exists);
    }

    private static string? InstallByPlaywright()
    {
        Say("No Chromium, Chrome or Edge found: installing Playwright's Chromium …");
        return Microsoft.Playwright.Program.Main(["install", "--with-deps", "chromium"]) == 0 ? "" : null;
    }

    private static string InstallByApt()
    {
        Say("Playwright couldn't get its browser: trying Debian's chromium …");
        Apt.Install("chromium");
        return Installed() ?? throw new InvalidOperationException(
            "The browser tests need Chromium, Chrome or Edge: install one, or name it in BUDGETING_BROWSER.");
    }

    private static void Say(string text) => Console.Error.WriteLine(text);
}
