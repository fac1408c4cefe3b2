using System.Reflection;
using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Budgeting.Web.Api.Http;

/// <summary>A file of lines, of a request that may carry an Idempotency-Key.</summary>
internal sealed record CsvBody(ReadOnlyMemory<byte> Bytes) : IBindableFromHttpContext<CsvBody>, IEndpointParameterMetadataProvider
{
    public const string ContentType = "text/csv";

    public static async ValueTask<CsvBody?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var isCsv = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType.Equals(ContentType, StringComparison.OrdinalIgnoreCase);
        if (!isCsv)
        {
            throw new BadHttpRequestException("Not CSV.", StatusCodes.Status415UnsupportedMediaType);
        }

        var bytes = await BodyLimit.ReadAsync(context);
        if (IdempotencyKey.Of(context.Request) is { } key)
        {
            context.RequestServices.GetRequiredService<Idempotency>().Use(key, IdempotencyKey.HashOf(context.Request, bytes));
        }

        return new CsvBody(bytes);
    }

    /// <summary>A file to save.</summary>
    public static FileContentHttpResult Answer(CsvFile file) => TypedResults.Bytes(file.Bytes, $"{ContentType}; charset=utf-8", file.Name);

    /// <summary>What an import answers; and that it does so again, where its key was used before.</summary>
    public static async Task<IResult> AnswerAsync<T>(HttpResponse response, Task<T> import)
        where T : class
    {
        var (answer, isReplay) = await IdempotencyKey.AnswerAsync(import);
        if (isReplay)
        {
            response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }

        return TypedResults.Ok(answer);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata([ContentType], typeof(Stream)));
        builder.Metadata.Add(new TakesHeader(IdempotencyKey.Header));
    }
}
