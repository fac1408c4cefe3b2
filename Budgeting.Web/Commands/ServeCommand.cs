using System.CommandLine;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Xml;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Budgeting.Web.Commands;

/// <summary>Serves until it is told to stop.</summary>
internal static class ServeCommand
{
    private static readonly string[] WhatFailsAtStart =
    [
        "Microsoft.Extensions.Hosting.Internal.Host",
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.DataProtection",
        "Microsoft.EntityFrameworkCore",
    ];

    /// <summary>Makes the verb, and has <paramref name="root"/> do the same where it is called without one.</summary>
    public static Command Create(RootCommand root, CommonOptions common, Terminal terminal)
    {
        var urls = new Option<string>("--urls")
        {
            Description = $"Addresses to listen on, separated by semicolons (default: {WebApp.DefaultUrl}, or ASPNETCORE_URLS)",
            HelpName = "URLS",
        };
        var hosts = new Option<string>("--allowed-hosts")
        {
            Description = "Names that it is reached by besides those of a local network, separated by semicolons (default: none, or BUDGETING_AllowedHosts)",
            HelpName = "HOSTS",
        };
        var serve = new Command("serve", "Serve the app, until Ctrl+C (the default)");
        foreach (var command in new[] { root, serve })
        {
            command.Add(urls);
            command.Add(hosts);
            command.SetAction((parsed, cancellationToken) =>
                RunAsync(common.Of(parsed) with { Urls = parsed.GetValue(urls), AllowedHosts = parsed.GetValue(hosts) }, terminal, cancellationToken));
        }

        return serve;
    }

    private static async Task<int> RunAsync(WebAppOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        // Why it can't start is told here, in one line; these would tell it with its stack.
        var started = false;
        await using var app = WebApp.Create(options with
        {
            Configure = builder => Array.ForEach(WhatFailsAtStart, log => builder.Logging.AddFilter(log, level => started && level >= LogLevel.Warning)),
        });
        await app.Services.GetRequiredService<DatabaseStartup>().OpenAsync(exclusive: true, cancellationToken, terminal.Out.WriteLine);
        RequireKeys(app.Services);
        var urls = app.Configuration[WebHostDefaults.ServerUrlsKey]!;
        try
        {
            await app.StartAsync(cancellationToken);
            started = true;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return await terminal.FailAsync(ExitCode.Refused, $"Can't listen on {urls}: {e.GetBaseException().Message}. Choose another address with --urls.");
        }
        catch (InvalidOperationException) when (urls.Contains("https:", StringComparison.OrdinalIgnoreCase))
        {
            return await terminal.FailAsync(ExitCode.Refused, $"Can't listen on {urls}: no certificate is configured, see Kestrel:Certificates:Default.");
        }

        await terminal.Out.WriteLineAsync($"The data are in {app.Services.GetRequiredService<DatabaseStartup>().Place}.");
        await terminal.Out.WriteLineAsync(await GreetingAsync(app, cancellationToken));
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Done;
    }

    // Without them no form and no cookie can be read: better said now than on each page.
    private static void RequireKeys(IServiceProvider services)
    {
        var protector = services.GetRequiredService<IDataProtectionProvider>().CreateProtector(nameof(RequireKeys));
        try
        {
            protector.Unprotect(protector.Protect([1]));
        }
        catch (Exception unusable) when (unusable is CryptographicException or XmlException or IOException or UnauthorizedAccessException)
        {
            throw services.GetRequiredService<DatabaseStartup>().KeysUnusable(unusable);
        }
    }

    private static async Task<string> GreetingAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var urls = string.Join(' ', app.Urls.Select(ListeningAddresses.ToOpen));
        return await app.Services.GetRequiredService<SetupService>().IsNeededAsync(cancellationToken)
            ? $"Budgeting is ready. Set it up in your browser: {urls}"
            : $"Budgeting is ready: {urls}";
    }
}
