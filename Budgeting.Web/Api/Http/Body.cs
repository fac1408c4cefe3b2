using System.Reflection;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Budgeting.Web.Api.Http;

/// <summary>A JSON body, read strictly.</summary>
internal sealed record Body<T>(T Value) : IBindableFromHttpContext<Body<T>>, IEndpointParameterMetadataProvider
{
    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(JsonBody.Read<T>(JsonBody.Parse(await JsonBody.BytesAsync(context.Request))));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}

/// <summary>A JSON body of a request that may carry an Idempotency-Key, and then has one effect however often it is sent.</summary>
internal sealed record IdempotentBody<T>(T Value) : IBindableFromHttpContext<IdempotentBody<T>>, IEndpointParameterMetadataProvider
{
    public static async ValueTask<IdempotentBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(Read(context, await JsonBody.BytesAsync(context.Request)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        Body<T>.PopulateMetadata(parameter, builder);
        builder.Metadata.Add(new TakesHeader(IdempotencyKey.Header));
    }

    internal static T Read(HttpContext context, byte[] bytes)
    {
        if (IdempotencyKey.Of(context.Request) is { } key)
        {
            context.RequestServices.GetRequiredService<Idempotency>().Use(key, IdempotencyKey.HashOf(context.Request, bytes));
        }

        return JsonBody.Read<T>(JsonBody.Parse(bytes));
    }
}

/// <summary>An <see cref="IdempotentBody{T}"/> that may be left out: each field then has its default.</summary>
internal sealed record OptionalBody<T>(T Value) : IBindableFromHttpContext<OptionalBody<T>>, IEndpointParameterMetadataProvider
{
    public static async ValueTask<OptionalBody<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var isEmpty = context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false };
        return new OptionalBody<T>(IdempotentBody<T>.Read(context, isEmpty ? "{}"u8.ToArray() : await JsonBody.BytesAsync(context.Request)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: true));
        builder.Metadata.Add(new TakesHeader(IdempotencyKey.Header));
    }
}
