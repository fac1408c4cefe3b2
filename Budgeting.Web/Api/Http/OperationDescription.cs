using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Budgeting.Web.Api.Http;

/// <summary>Adds to each operation what all of its kind share: headers, problems and the bounds of a page.</summary>
internal sealed class OperationDescription : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var method = context.Description.HttpMethod!;
        var headers = context.Description.ActionDescriptor.EndpointMetadata.OfType<TakesHeader>().Select(h => h.Name).Distinct(StringComparer.Ordinal).ToList();
        var schemas = context.Description.ActionDescriptor.EndpointMetadata.OfType<ParameterSchema>().ToList();
        operation.Parameters ??= [];
        foreach (var header in headers)
        {
            operation.Parameters.Add(HeaderOf(header));
        }

        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            parameter.Schema = parameter.Name == "limit"
                ? new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "200" }
                : schemas.FirstOrDefault(s => s.Name == parameter.Name)?.Schema ?? parameter.Schema;
        }

        AddAnswerHeaders(operation, headers);
        var problem = await context.GetOrCreateSchemaAsync(typeof(Problem), parameterDescription: null, cancellationToken);
        context.Document?.AddComponent(nameof(Problem), problem);
        var others = context.Description.ActionDescriptor.EndpointMetadata.OfType<MayRefuse>().Select(r => r.Status);
        foreach (var status in ProblemsOf(method, context.Description.RelativePath!, operation.Parameters, headers).Union(others))
        {
            operation.Responses![$"{status}"] = new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Problem.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) },
                },
            };
        }
    }

    private static OpenApiParameter HeaderOf(string name) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Description = name switch
        {
            IdempotencyKey.Header => "1 to 200 visible ASCII characters of your choice. The same request with the same key has one effect and one answer.",
            _ when name == HeaderNames.ContentDisposition => "The file's name, such as attachment; filename=\"invoice.pdf\".",
            _ when name == HeaderNames.IfMatch => "The ETag of the record as you know it: 412 if it was changed since. Without it, the change is made in any case.",
            _ => "The ETag of the record as you know it: 304 without content if it is still the same.",
        },
        Example = JsonValue.Create(name switch
        {
            IdempotencyKey.Header => "9b8c4e1e-order-17",
            _ when name == HeaderNames.ContentDisposition => "attachment; filename=\"invoice.pdf\"",
            _ => "\"3\"",
        }),
    };

    private static void AddAnswerHeaders(OpenApiOperation operation, IReadOnlyList<string> headers)
    {
        foreach (var (status, answer) in operation.Responses!.Where(r => r.Key is "200" or "201").Select(r => (r.Key, (OpenApiResponse)r.Value)))
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            if (status == "201" || headers.Contains(HeaderNames.IfMatch) || headers.Contains(HeaderNames.IfNoneMatch))
            {
                answer.Headers["ETag"] = AnswerHeader("The record's version, in double quotes.");
            }

            if (status == "201")
            {
                answer.Headers["Location"] = AnswerHeader("The address of the new record.");
            }

            if (headers.Contains(IdempotencyKey.Header))
            {
                answer.Headers[IdempotencyKey.ReplayedHeader] = AnswerHeader("“true” where the request was answered before.");
            }
        }
    }

    private static OpenApiHeader AnswerHeader(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static IEnumerable<int> ProblemsOf(string method, string path, IList<IOpenApiParameter> parameters, IReadOnlyList<string> headers)
    {
        var isWrite = !HttpMethods.IsGet(method);
        var hasBody = isWrite && !HttpMethods.IsDelete(method);
        var isRecord = path.Contains('{', StringComparison.Ordinal);
        return new (int Status, bool Applies)[]
        {
            (StatusCodes.Status400BadRequest, hasBody || parameters.Any(p => p.In == ParameterLocation.Query || p.Name == HeaderNames.IfMatch)),
            (StatusCodes.Status401Unauthorized, true),
            (StatusCodes.Status403Forbidden, isWrite),
            (StatusCodes.Status404NotFound, isRecord),
            (StatusCodes.Status409Conflict, isWrite),
            (StatusCodes.Status412PreconditionFailed, headers.Contains(HeaderNames.IfMatch)),
            (StatusCodes.Status413PayloadTooLarge, hasBody),
            (StatusCodes.Status415UnsupportedMediaType, hasBody),
            (StatusCodes.Status429TooManyRequests, true),
        }.Where(p => p.Applies).Select(p => p.Status);
    }
}
