using System.CommandLine;
using System.Net.Sockets;
using Budgeting.Core.Kernel.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Web.Commands;

/// <summary>Serves until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var command = new Command("serve", "Serve the app, until Ctrl+C (the default)");
        MakeDefault(command, common, terminal);
        return command;
    }

    public static void MakeDefault(Command command, CommonOptions common, Terminal terminal)
    {
        var urls = new Option<string>("--urls")
        {
            Description = $"Addresses to listen on, separated by semicolons (default: {WebApp.DefaultUrl}, or ASPNETCORE_URLS)",
            HelpName = "URLS",
        };
        command.Add(urls);
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(common.Of(parsed) with { Urls = parsed.GetValue(urls) }, terminal, cancellationToken));
    }

    private static async Task<int> RunAsync(WebAppOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var app = WebApp.Create(options);
        await app.Services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: true, cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException || IsMissingCertificate(e, app))
        {
            return await terminal.FailAsync(ExitCode.Refused, $"{e.Message} Choose another address with --urls.");
        }

        await terminal.Out.WriteLineAsync(await GreetingAsync(app, cancellationToken));
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    private static bool IsMissingCertificate(Exception e, WebApplication app) =>
        e is InvalidOperationException && app.Urls.Any(url => url.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase));

    private static async Task<string> GreetingAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var urls = string.Join(' ', app.Urls.Select(ListeningAddresses.ToOpen));
        return await app.Services.GetRequiredService<SetupService>().IsNeededAsync(cancellationToken)
            ? $"Budgeting is ready. Set it up in your browser: {urls}"
            : $"Budgeting is ready: {urls}";
    }
}
