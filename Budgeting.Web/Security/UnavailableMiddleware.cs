using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Web.Security;

/// <summary>Answers with 503 where the data can't be written: that is no bug, whose stack somebody should read.</summary>
internal sealed partial class UnavailableMiddleware(RequestDelegate next, ILogger<UnavailableMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (UnavailableException failed) when (!context.Response.HasStarted)
        {
            LogFailed(context.Request.Method, context.Request.Path, failed.GetBaseException().Message);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed: {Reason}")]
    private partial void LogFailed(string method, PathString path, string reason);
}
