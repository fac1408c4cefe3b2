using Budgeting.Core.Organizations;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Budgeting.Web.Identity;

/// <summary>While nobody can sign in yet, every page leads to the one that creates the first admin.</summary>
internal sealed class FirstRun(RequestDelegate next, SetupService setup)
{
    private const string Setup = "/setup";

    private volatile bool _isOver;

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsPage(context) && !context.Request.Path.Equals(Setup, StringComparison.OrdinalIgnoreCase) && await IsNeededAsync(context.RequestAborted))
        {
            context.Response.Redirect(Setup);
            return;
        }

        await next(context);
    }

    private static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    // Somebody never becomes nobody again: once there is a user, the question isn't asked any more.
    private async Task<bool> IsNeededAsync(CancellationToken cancellationToken)
    {
        _isOver = _isOver || !await setup.IsNeededAsync(cancellationToken);
        return !_isOver;
    }
}
