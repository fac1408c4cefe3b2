using Budgeting.Core.Storage;

namespace Budgeting.Web.Api;

/// <summary>Whether the server can be given requests.</summary>
/// <param name="Status"><c>ready</c>, <c>stopping</c> or <c>unready</c>.</param>
/// <param name="Database">The engine with its version.</param>
/// <param name="Schema">The last migration that the database has.</param>
public sealed record Readiness(string Status, string Database, string? Schema);

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", () => TypedResults.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/readyz", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(DatabaseHealth database, IHostApplicationLifetime lifetime, CancellationToken cancellationToken)
    {
        var state = await database.ReadAsync(cancellationToken);
        var isStopping = lifetime.ApplicationStopping.IsCancellationRequested;
        var isReady = state.IsReady && !isStopping;
        return TypedResults.Json(
            new Readiness(isStopping ? "stopping" : isReady ? "ready" : "unready", state.Engine, state.Schema),
            statusCode: isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
