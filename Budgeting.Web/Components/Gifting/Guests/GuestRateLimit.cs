using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Budgeting.Web.Components.Gifting;

/// <summary><c>RateLimits:Guests</c> in the configuration.</summary>
public sealed class GuestRateLimitOptions
{
    /// <summary>How many requests at once are answered to an address that was quiet before. Default 60.</summary>
    public int Burst { get; set; } = 60;

    /// <summary>How many requests a second are answered in the long run. Default 2.</summary>
    public int PerSecond { get; set; } = 2;
}

/// <summary>Keeps whoever has a guest link, or tries to guess one, from taking the server: by address.</summary>
internal sealed class GuestRateLimit(IOptions<GuestRateLimitOptions> options) : IRateLimiterPolicy<string>
{
    public const string Policy = "Guests";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = (context, _) =>
    {
        context.HttpContext.Response.Headers.RetryAfter = "1";
        context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) => RateLimitPartition.GetTokenBucketLimiter(
        httpContext.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.Burst,
            TokensPerPeriod = options.Value.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });
}
