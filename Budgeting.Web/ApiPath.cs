namespace Budgeting.Web;

/// <summary>Where the API is.</summary>
internal static class ApiPath
{
    public const string Root = "/api/v1";

    public static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
}
