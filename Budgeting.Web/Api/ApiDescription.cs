using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Budgeting.Web.Api;

/// <summary>The API's OpenAPI document at <c>/openapi/v1.json</c>, and the page that shows it at <c>/api</c>.</summary>
internal static class ApiDescription
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = operation => $"/{operation.RelativePath}".StartsWith(ApiRegistration.Root, StringComparison.Ordinal);
            options.AddDocumentTransformer(DescribeAsync);
            options.AddOperationTransformer<OperationDescription>();
            options.AddSchemaTransformer<SchemaDescription>();
        });

    public static void UseApiPage(this WebApplication app) => app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = "api";
        page.DocumentTitle = "Budgeting API";
        page.SwaggerEndpoint("/openapi/v1.json", "Version 1");
        page.DisplayOperationId();
        page.ConfigObject.PersistAuthorization = false;
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
