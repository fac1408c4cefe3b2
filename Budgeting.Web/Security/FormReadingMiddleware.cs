using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Budgeting.Web.Security;

/// <summary>
/// Reads a posted form before anything else does, and refuses one that can't be read or is larger than any of ours. Later, each
/// reader would fail in its own way, and some as if it were the server's fault.
/// </summary>
internal sealed class FormReadingMiddleware(RequestDelegate next)
{
    private const long MaxBytes = 64 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.HasFormContentType && await RefusalOfAsync(context) is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        await next(context);
    }

    private static async Task<int?> RefusalOfAsync(HttpContext context)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !IsUtf8(type.Charset.Value))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = MaxBytes;
            }

            await context.Request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException refused)
        {
            return refused.StatusCode;
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or NotSupportedException or ArgumentException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    // Browsers send no other, whatever they are told.
    private static bool IsUtf8(string? charset) =>
        string.IsNullOrEmpty(charset) || string.Equals(charset.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase);
}
