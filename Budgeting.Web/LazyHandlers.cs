using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Options;

namespace Budgeting.Web;

/// <summary>
/// The framework's <c>MapGet</c> and its like, by which what binds a request to a handler is compiled when the address is asked for the
/// first time: for all of them at the start it takes longer than everything else there. Code of this project finds these before the framework's.
/// </summary>
internal static class LazyHandlers
{
    public static RouteHandlerBuilder MapGet(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, HttpMethods.Get, pattern, handler);

    public static RouteHandlerBuilder MapPost(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, HttpMethods.Post, pattern, handler);

    public static RouteHandlerBuilder MapPut(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, HttpMethods.Put, pattern, handler);

    public static RouteHandlerBuilder MapPatch(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, HttpMethods.Patch, pattern, handler);

    public static RouteHandlerBuilder MapDelete(this IEndpointRouteBuilder routes, string pattern, Delegate handler) => Map(routes, HttpMethods.Delete, pattern, handler);

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder routes, string method, string pattern, Delegate handler)
    {
        var mapped = routes.MapMethods(pattern, [method], context => throw new InvalidOperationException($"{context.Request.Path} has no handler."));
        mapped.Add(endpoint => Handle((RouteEndpointBuilder)endpoint, method, handler));
        return new RouteHandlerBuilder([mapped]);
    }

    // What the framework does with a handler, but for the time at which it is compiled.
    private static void Handle(RouteEndpointBuilder endpoint, string method, Delegate handler)
    {
        var filtered = new RouteEndpointBuilder(requestDelegate: null, endpoint.RoutePattern, endpoint.Order) { ApplicationServices = endpoint.ApplicationServices };
        MoveAll(endpoint.Metadata, filtered.Metadata);
        MoveAll(endpoint.FilterFactories, filtered.FilterFactories);
        filtered.Metadata.Add(handler.Method);
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = endpoint.ApplicationServices,
            EndpointBuilder = filtered,
            RouteParameterNames = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToList(),
            ThrowOnBadRequest = endpoint.ApplicationServices.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
            DisableInferBodyFromParameters = HttpMethods.IsGet(method) || HttpMethods.IsDelete(method),
        };
        var inferred = RequestDelegateFactory.InferMetadata(handler.Method, options);
        MoveAll(filtered.Metadata, endpoint.Metadata);
        var bound = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options, inferred).RequestDelegate);
        endpoint.RequestDelegate = context => bound.Value(context);
    }

    private static void MoveAll<T>(IList<T> from, IList<T> to)
    {
        foreach (var one in from)
        {
            to.Add(one);
        }

        from.Clear();
    }
}
