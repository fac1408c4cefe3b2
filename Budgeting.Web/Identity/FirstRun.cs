using Budgeting.Core.Organizations;
using Budgeting.Web.Components.Account;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Budgeting.Web.Identity;

/// <summary>While nobody can sign in yet, every page leads to the one that creates the first admin.</summary>
internal sealed class FirstRun(RequestDelegate next, SetupService setup)
{
    private volatile bool _isOver;

    public async Task InvokeAsync(HttpContext context)
    {
        if (PageOf(context) is { } page && page != typeof(Setup) && await IsNeededAsync(context.RequestAborted))
        {
            context.Response.Redirect("/setup");
            return;
        }

        await next(context);
    }

    private static Type? PageOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;

    // Somebody never becomes nobody again: once there is a user, the question isn't asked any more.
    private async Task<bool> IsNeededAsync(CancellationToken cancellationToken)
    {
        _isOver = _isOver || !await setup.IsNeededAsync(cancellationToken);
        return !_isOver;
    }
}
