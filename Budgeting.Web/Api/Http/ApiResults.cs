using System.Reflection;
using Budgeting.Core.Kernel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Budgeting.Web.Api.Http;

/// <summary>A record with its ETag; nothing but the ETag where the client has this version already.</summary>
internal sealed class RecordResult<T>(T record, bool isReplay = false) : IResult, IEndpointMetadataProvider
    where T : IVersioned
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ApiResults.SetHeaders(httpContext, record, isReplay);
        return HttpMethods.IsGet(httpContext.Request.Method) && Etag.IsKnown(httpContext.Request, record)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified).ExecuteAsync(httpContext)
            : TypedResults.Ok(record).ExecuteAsync(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        if (builder.Metadata.OfType<IHttpMethodMetadata>().Any(m => m.HttpMethods.Contains(HttpMethods.Get)))
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified));
            builder.Metadata.Add(new TakesHeader(HeaderNames.IfNoneMatch));
        }
    }
}

/// <summary>A record some of whose fields follow from other records: its ETag is for writes, and doesn't say that the client has it already.</summary>
internal sealed class DerivedRecordResult<T>(T record) : IResult, IEndpointMetadataProvider
    where T : IVersioned
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ApiResults.SetHeaders(httpContext, record, isReplay: false);
        return TypedResults.Ok(record).ExecuteAsync(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>What a write answers that isn't one record.</summary>
internal sealed class WriteResult<T>(T answer, bool isReplay) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ApiResults.SetReplayed(httpContext, isReplay);
        return TypedResults.Ok(answer).ExecuteAsync(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>A record that the request made, with its address and ETag.</summary>
internal sealed class CreatedResult<T>(T record, string collection, bool isReplay) : IResult, IEndpointMetadataProvider
    where T : IVersioned
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ApiResults.SetHeaders(httpContext, record, isReplay);
        return TypedResults.Created($"{httpContext.Request.PathBase}{collection}/{record.Id}", record).ExecuteAsync(httpContext);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}

/// <summary>How writes are answered, the first time and again.</summary>
internal static class ApiResults
{
    /// <param name="write">What the service makes.</param>
    /// <param name="collection">Where such records are: the new one's address is below it.</param>
    public static async Task<CreatedResult<T>> CreatedAsync<T>(Task<T> write, string collection)
        where T : IVersioned
    {
        var (record, isReplay) = await IdempotencyKey.AnswerAsync(write);
        return new CreatedResult<T>(record, collection, isReplay);
    }

    public static async Task<RecordResult<T>> RecordAsync<T>(Task<T> readOrWrite)
        where T : IVersioned
    {
        var (record, isReplay) = await IdempotencyKey.AnswerAsync(readOrWrite);
        return new RecordResult<T>(record, isReplay);
    }

    public static async Task<DerivedRecordResult<T>> DerivedAsync<T>(Task<T> read)
        where T : IVersioned =>
        new(await read);

    /// <param name="write">What the service makes.</param>
    /// <param name="answerOf">How it is answered.</param>
    public static async Task<WriteResult<TAnswer>> WrittenAsync<T, TAnswer>(Task<T> write, Func<T, TAnswer> answerOf)
    {
        var (made, isReplay) = await IdempotencyKey.AnswerAsync(write);
        return new WriteResult<TAnswer>(answerOf(made), isReplay);
    }

    public static async Task<Page<T>> AllAsync<T>(Task<IReadOnlyList<T>> read) => new(await read, NextCursor: null);

    public static async Task<NoContent> DeletedAsync(Task delete)
    {
        await delete;
        return TypedResults.NoContent();
    }

    internal static void SetHeaders(HttpContext context, IVersioned record, bool isReplay)
    {
        context.Response.Headers.ETag = Etag.Of(record);
        SetReplayed(context, isReplay);
    }

    internal static void SetReplayed(HttpContext context, bool isReplay)
    {
        if (isReplay)
        {
            context.Response.Headers[IdempotencyKey.ReplayedHeader] = "true";
        }
    }
}
