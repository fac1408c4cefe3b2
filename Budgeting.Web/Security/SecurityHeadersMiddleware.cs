using Microsoft.Extensions.Primitives;

namespace Budgeting.Web.Security;

/// <summary>
/// The headers that every answer has, whoever gives it: a page, a file, an error. They are set last, since an error page begins
/// with removing what was there.
/// </summary>
internal sealed class SecurityHeadersMiddleware(RequestDelegate next)
{
    // The style attribute is open for the popups of MudBlazor and for the meters' widths; elements and sheets are not.
    private static readonly KeyValuePair<string, StringValues>[] Headers =
    [
        new(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
            "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'"),
        new("X-Content-Type-Options", "nosniff"),
        new("Referrer-Policy", "same-origin"),
        new("Permissions-Policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(SetHeaders, context.Response);
        return next(context);
    }

    private static Task SetHeaders(object response)
    {
        foreach (var (name, value) in Headers)
        {
            ((HttpResponse)response).Headers[name] = value;
        }

        return Task.CompletedTask;
    }
}
