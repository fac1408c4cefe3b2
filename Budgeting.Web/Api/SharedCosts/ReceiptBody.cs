using System.Net.Mime;
using System.Reflection;
using Budgeting.Core.SharedCosts;
using Budgeting.Web.Api.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Budgeting.Web.Api.SharedCosts;

/// <summary>A receipt's bytes, whatever kind of file the request says they are, and its name in <c>Content-Disposition</c>.</summary>
internal sealed record ReceiptBody(ReceiptInput Receipt) : IBindableFromHttpContext<ReceiptBody>, IEndpointParameterMetadataProvider
{
    public static readonly string[] Types = ["application/pdf", "image/jpeg", "image/png", "image/webp"];

    /// <exception cref="Core.Kernel.Errors.InvalidException">It is neither PDF nor picture.</exception>
    public static async ValueTask<ReceiptBody?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(ReceiptInput.Of(await BodyLimit.ReadAsync(context), NameOf(context.Request)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata([.. Types, MediaTypeNames.Application.Octet], typeof(Stream)));
        builder.Metadata.Add(new TakesHeader(HeaderNames.ContentDisposition));
    }

    private static string? NameOf(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value
            : null;
}
