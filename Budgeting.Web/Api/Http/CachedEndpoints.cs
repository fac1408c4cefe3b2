using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Budgeting.Web.Api.Http;

/// <summary>A group's endpoints. The group itself makes them anew for whoever asks; two do at each start, and it takes half a second.</summary>
internal sealed class CachedEndpoints(EndpointDataSource group) : EndpointDataSource
{
    private readonly Lazy<IReadOnlyList<Endpoint>> _endpoints = new(() => group.Endpoints);

    public override IReadOnlyList<Endpoint> Endpoints => _endpoints.Value;

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    /// <summary>Stands in for what was mapped last.</summary>
    public static void Keep(IEndpointRouteBuilder routes)
    {
        var group = routes.DataSources.Last();
        routes.DataSources.Remove(group);
        routes.DataSources.Add(new CachedEndpoints(group));
    }
}
