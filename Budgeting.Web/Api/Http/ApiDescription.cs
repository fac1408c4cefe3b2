using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Budgeting.Web.Api.Http;

/// <summary>The API's OpenAPI document at <c>/openapi/v1.json</c>, and the page that shows it at <c>/api</c>.</summary>
internal static class ApiDescription
{
    // Instead of Swagger UI's own, which puts a style element into the page: the Content-Security-Policy lets in none.
    private const string Page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Budgeting API</title>
            <link rel="icon" type="image/svg+xml" href="../icon.svg">
            <link rel="stylesheet" href="swagger-ui.css">
            <link rel="stylesheet" href="../tokens.css">
            <link rel="stylesheet" href="../api.css">
        </head>
        <body>
            <p class="back"><a href="../">← Budgeting</a></p>
            <main id="swagger-ui"></main>
            <script src="swagger-ui-bundle.js"></script>
            <script src="../js/api.js"></script>
        </body>
        </html>
        """;

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = operation => $"/{operation.RelativePath}".StartsWith(ApiPath.Root, StringComparison.Ordinal);
            options.AddDocumentTransformer(DescribeAsync);
            options.AddOperationTransformer<OperationDescription>();
            options.AddSchemaTransformer<SchemaDescription>();
        });

    public static void UseApiPage(this WebApplication app) => app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = "api";
        page.IndexStream = () => new MemoryStream(Encoding.UTF8.GetBytes(Page));
    });

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Budgeting API",
            Version = "v1",
            Description =
                "Amounts are exact decimal numbers in the organization's currency; on input a text such as \"12.50\" does as well. " +
                "Dates are YYYY-MM-DD, instants ISO 8601 in UTC, ids UUIDs. Lists come in pages: ask for the next one with `cursor`. " +
                "A record's ETag is its version: send it back in `If-Match` when you change the record, and nothing is overwritten. " +
                "A POST with an `Idempotency-Key` has one effect, however often it is sent. " +
                "What is refused is answered as `application/problem+json`, with a stable `code`.",
        };

        // The one that the document comes from, whatever it is called from there.
        document.Servers = [];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = SchemesOf(context.ApplicationServices);
        document.Security = [Needs("bearer", document), Needs("cookie", document)];
        return Task.CompletedTask;
    }

    private static Dictionary<string, IOpenApiSecurityScheme> SchemesOf(IServiceProvider services) => new(StringComparer.Ordinal)
    {
        ["bearer"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "For programs: a token of a member, which starts with `bdg_`. Make one on the page “Tokens” or on the command line.",
        },
        ["cookie"] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).Cookie.Name,
            Description = "For pages of this server: whoever is signed in.",
        },
    };

    private static OpenApiSecurityRequirement Needs(string scheme, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
