using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Budgeting.Web.Api.Http;

/// <summary>Says of schemas what their types don't: how amounts are written, and an example of what to send.</summary>
internal sealed class SchemaDescription(SchemaExamples examples) : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        var nullable = type == context.JsonTypeInfo.Type ? default : JsonSchemaType.Null;
        if (type == typeof(decimal))
        {
            DescribeAmount(schema, IsInput(context.JsonPropertyInfo?.DeclaringType), nullable);
        }
        else if (type == typeof(int) || type == typeof(long))
        {
            (schema.Type, schema.Pattern) = (JsonSchemaType.Integer | nullable, null);
        }
        else if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String | nullable;
        }
        else if (examples.ByType.TryGetValue(type, out var example))
        {
            schema.Examples = [JsonNode.Parse(example)!];
        }
        else if (schema.Properties is { } properties && !IsInput(type))
        {
            schema.Required = properties.Keys.Where(name => type != typeof(Problem) || !Problem.Optional.Contains(name)).ToHashSet(StringComparer.Ordinal);
        }

        return Task.CompletedTask;
    }

    private static bool IsInput(Type? type) => type?.Name.EndsWith("Input", StringComparison.Ordinal) == true;

    private static void DescribeAmount(OpenApiSchema schema, bool isInput, JsonSchemaType nullable)
    {
        schema.Type = (isInput ? JsonSchemaType.Number | JsonSchemaType.String : JsonSchemaType.Number) | nullable;
        schema.Format = "decimal";
        schema.Pattern = isInput ? "^-?[0-9]+(\\.[0-9]+)?$" : null;
    }
}
