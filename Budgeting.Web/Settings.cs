using System.Globalization;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Web;

/// <summary>The settings that are numbers, names or switches: a misspelt one must not silently count as none.</summary>
internal static class Settings
{
    /// <exception cref="InvalidException">One of them isn't what it must be; the message names it.</exception>
    public static void Require(IConfiguration configuration)
    {
        foreach (var (name, value) in configuration.GetSection("Logging").AsEnumerable().Where(s => s.Value is not null && s.Key.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)))
        {
            Require(Enum.TryParse<LogLevel>(value, ignoreCase: true, out var level) && Enum.IsDefined(level), name, value, "one of " + string.Join(", ", Enum.GetNames<LogLevel>()));
        }

        RequireWhole(configuration, "RateLimits:Api:Burst");
        RequireWhole(configuration, "RateLimits:Api:PerSecond");
        RequireWhole(configuration, "RateLimits:Guests:Burst");
        RequireWhole(configuration, "RateLimits:Guests:PerSecond");
        RequireSwitch(configuration, "Features:BudgetMeter");
        RequireSwitch(configuration, "Features:LinkPreviews");
        Require(configuration["KnownProxies"] is null or "", "KnownProxies", configuration["KnownProxies"], "a list, such as KnownProxies__0=127.0.0.1");
    }

    private static void RequireSwitch(IConfiguration configuration, string name) =>
        Require(configuration[name] is not { } value || bool.TryParse(value, out _), name, configuration[name], "true or false");

    private static void RequireWhole(IConfiguration configuration, string name) => Require(
        configuration[name] is not { } value || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0),
        name,
        configuration[name],
        "a whole number above 0");

    private static void Require(bool holds, string name, string? value, string expected)
    {
        if (!holds)
        {
            throw new InvalidException(name, $"The setting {name} can't be “{value}”: it must be {expected}.");
        }
    }
}
