using System.Diagnostics;
using System.Text.RegularExpressions;
using Budgeting.Tests.Support;
using Microsoft.Playwright;

namespace Budgeting.Tests.Browser;

/// <summary>What the browser tests do on pages again and again.</summary>
internal static partial class PageActions
{
    public static async Task SignInAsync(this IPage page, string email)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(TestWorld.Password);
        await page.PostAsync(page.GetByRole(AriaRole.Button, new() { NameRegex = SignIn() }), leadsTo: "/");
    }

    public static Task SignOutAsync(this IPage page) =>
        page.PostAsync(page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }), leadsTo: "/sign-in");

    /// <summary>Presses the button of a form on a page without a circuit; again, as a person would, where a cold browser missed it.</summary>
    private static async Task PostAsync(this IPage page, ILocator button, string leadsTo)
    {
        for (var isLast = false; ; isLast = true)
        {
            await button.ClickAsync();
            try
            {
                await Assertions.Expect(page).ToHaveURLAsync(leadsTo, new() { Timeout = 10_000 });
                return;
            }
            catch (PlaywrightException) when (!isLast)
            {
                Console.Error.WriteLine($"Pressed again: {button}");
            }
        }
    }

    /// <summary>Opens a page and waits for its circuit: until then, nothing that is clicked is heard.</summary>
    public static async Task OpenAsync(this IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.Locator("[data-interactive]").WaitForAsync(new() { Timeout = 90_000 });
        await page.WaitForFunctionAsync("() => !document.querySelector('.board:not([data-ready])')");
    }

    /// <summary>Has every message between the pages that are opened from now on and the server come that much later, in milliseconds.</summary>
    public static Task SlowDownAsync(this IPage page, int delay) => page.AddInitScriptAsync($$"""
        WebSocket = class extends WebSocket {
            send(data) { setTimeout(() => super.send(data), {{delay}}); }
            set onmessage(handler) { super.onmessage = event => setTimeout(() => handler(event), {{delay}}); }
        };
        """);

    public static ILocator Card(this IPage page, string name) => page.Locator("[data-card]", new() { HasText = name });

    /// <summary>Where the last change is told, with the way back.</summary>
    public static ILocator Undo(this IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Last change" });

    /// <summary>Takes a page's circuit from it: put aside and taken up again by the browser, or gone, as with a server that was restarted.</summary>
    public static async Task LoseCircuitAsync(this IPage page, bool isPaused = false, Func<Task>? meanwhile = null)
    {
        if (isPaused)
        {
            await page.EvaluateAsync("() => { window.oldShell = document.querySelector('[data-interactive]'); }");
            (await page.EvaluateAsync<bool>("() => Blazor.pauseCircuit()")).Should().BeTrue();
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            (await page.EvaluateAsync<bool>("() => Blazor.resumeCircuit()")).Should().BeTrue();
            await page.WaitForFunctionAsync("() => ![window.oldShell, null].includes(document.querySelector('[data-interactive]'))");
        }
        else
        {
            await (meanwhile?.Invoke() ?? Task.CompletedTask);
            await page.EvaluateAsync("() => { window.isOld = true; document.getElementById('components-reconnect-modal').dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state: 'rejected' } })); }");
            await page.WaitForFunctionAsync("() => !window.isOld && document.querySelector('[data-interactive]')");
        }
    }

    /// <summary>Chooses from the menu of a card.</summary>
    public static async Task ChooseAsync(this IPage page, string card, string entry)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"More for {card}" }).ClickAsync();
        await page.Locator(".menu:popover-open").GetByRole(AriaRole.Button, new() { Name = entry, Exact = true }).ClickAsync();
    }

    /// <summary>How long after <paramref name="change"/> the text shows on the page, in milliseconds.</summary>
    public static async Task<double> UntilSeenAsync(this IPage page, string text, Func<Task> change)
    {
        var seen = page.WaitForFunctionAsync("text => document.body.innerText.includes(text)", text, new() { PollingInterval = 5 });
        await change();
        var clock = Stopwatch.StartNew();
        await seen;
        return clock.Elapsed.TotalMilliseconds;
    }

    [GeneratedRegex("^sign in$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignIn();
}
