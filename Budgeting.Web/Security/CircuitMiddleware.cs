namespace Budgeting.Web.Security;

/// <summary>
/// Guards the way to the circuits. A browser lets any page open a WebSocket to any server, with that server's cookie: a page
/// from elsewhere is refused. So is everybody once the server is stopping, so that they come back to the one that follows.
/// </summary>
internal sealed partial class CircuitMiddleware(RequestDelegate next, IHostApplicationLifetime lifetime, ILogger<CircuitMiddleware> logger)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        }

        if (IsForeign(context.Request))
        {
            LogForeign(context.Connection.RemoteIpAddress?.ToString());
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    // A client that isn't a browser says nothing, and has no cookie that somebody else could use.
    private static bool IsForeign(HttpRequest request) =>
        (request.Headers.Origin.Count > 0 || request.Headers.ContainsKey("Sec-Fetch-Site")) && !SameOrigin.IsProven(request);

    [LoggerMessage(LogLevel.Warning, "A page of another origin tried to open a circuit, from {Address}.")]
    private partial void LogForeign(string? address);
}
