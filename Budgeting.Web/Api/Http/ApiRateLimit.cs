using System.Globalization;
using System.Threading.RateLimiting;
using Budgeting.Core.Organizations;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Budgeting.Web.Api.Http;

/// <summary><c>RateLimits:Api</c> in the configuration.</summary>
public sealed class ApiRateLimitOptions
{
    /// <summary>How many requests at once are answered to one that was quiet before. Default 3,000.</summary>
    public int Burst { get; set; } = 3000;

    /// <summary>How many requests a second are answered in the long run. Default 100.</summary>
    public int PerSecond { get; set; } = 100;
}

/// <summary>Keeps one caller from taking the server from the others: a token, a member's browser, or an address nobody signed in at.</summary>
internal sealed class ApiRateLimit(IOptions<ApiRateLimitOptions> options) : IRateLimiterPolicy<string>
{
    public const string Policy = "Api";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = RejectAsync;

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetTokenBucketLimiter(CallerOf(httpContext), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.Burst,
            TokensPerPeriod = options.Value.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });

    private static string CallerOf(HttpContext context)
    {
        var current = context.RequestServices.GetRequiredService<CurrentMember>();
        return (current.TokenId ?? current.MemberId)?.ToString() ?? context.Connection.RemoteIpAddress?.ToString() ?? "";
    }

    private static ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
        context.HttpContext.Response.Headers.RetryAfter =
            Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new ValueTask(ErrorMapping.WriteAsync(context.HttpContext, StatusCodes.Status429TooManyRequests));
    }
}
