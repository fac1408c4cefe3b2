using Budgeting.Web.Identity;
using Budgeting.Web.Security;

namespace Budgeting.Web.Api.Http;

/// <summary>
/// Refuses to write for a cookie that another site's page made the browser send. A token isn't sent unless the program means to.
/// </summary>
internal sealed class SameOriginFilter : IEndpointFilter
{
    /// <exception cref="RequestException"><c>request.cross-origin</c>.</exception>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var hasToken = request.HttpContext.User.Identity?.AuthenticationType == TokenAuthenticationHandler.Scheme;
        return hasToken || HttpMethods.IsGet(request.Method) || SameOrigin.IsProven(request)
            ? next(context)
            : throw new RequestException(
                StatusCodes.Status403Forbidden, "request.cross-origin", "Only pages of this server may write with a cookie. Programs send a token.");
    }
}
