using Budgeting.Core.Organizations;

namespace Budgeting.Web.Identity;

/// <summary>Has the services of a request act as whoever the cookie or token stands for.</summary>
internal sealed class CurrentMemberMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, CurrentMember current)
    {
        current.SignIn(context.User);
        if (ApiPath.IsApi(context))
        {
            current.ActForProgram();
        }

        return next(context);
    }
}
