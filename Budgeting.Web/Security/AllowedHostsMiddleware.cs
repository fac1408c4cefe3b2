namespace Budgeting.Web.Security;

/// <summary>
/// Refuses a request for a name that isn't this server's, so that nobody's links and redirects lead where somebody else wants them
/// to. Redirects name the path alone: even an allowed name is only what the request says.
/// </summary>
/// <param name="refuse">Answers a program that it was refused, and why.</param>
internal sealed class AllowedHostsMiddleware(RequestDelegate next, AllowedHosts hosts, Func<HttpContext, string, Task> refuse)
{
    private const string Refusal = "This server isn't known by the name that you used. If it should be, start it with --allowed-hosts NAME.";

    public Task InvokeAsync(HttpContext context)
    {
        if (hosts.Has(context.Request.Host.Host))
        {
            context.Response.OnStarting(NameThePathAlone, context);
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return ApiPath.IsApi(context) ? refuse(context, Refusal) : context.Response.WriteAsync(Refusal);
    }

    private static Task NameThePathAlone(object state)
    {
        var (request, headers) = (((HttpContext)state).Request, ((HttpContext)state).Response.Headers);
        var origin = $"{request.Scheme}://{request.Host}";
        if (headers.Location.ToString() is var location && location.StartsWith(origin + "/", StringComparison.OrdinalIgnoreCase))
        {
            headers.Location = location[origin.Length..];
        }

        return Task.CompletedTask;
    }
}
