using System.Net.Mime;
using System.Reflection;
using Budgeting.Core.Gifting;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Budgeting.Web.Api.Gifting;

/// <summary>A picture's bytes, whatever kind of picture the request says they are.</summary>
internal sealed record PictureBody(PictureInput Picture) : IBindableFromHttpContext<PictureBody>, IEndpointParameterMetadataProvider
{
    public static readonly string[] Types = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"];

    /// <exception cref="Core.Kernel.Errors.InvalidException">It isn't a picture.</exception>
    public static async ValueTask<PictureBody?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(PictureInput.Of(await BodyLimit.ReadAsync(context)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([.. Types, MediaTypeNames.Application.Octet], typeof(Stream)));
}
