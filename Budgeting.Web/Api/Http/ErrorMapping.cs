using System.Diagnostics;
using System.Globalization;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;
using Budgeting.Web.Identity;
using Budgeting.Web.LinkPreviews;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Budgeting.Web.Api.Http;

/// <summary>The one table of errors: what each exception, and each status that the framework answers by itself, looks like.</summary>
internal sealed class ErrorMapping(ILogger<ErrorMapping> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (!ApiPath.IsApi(context))
        {
            return false;
        }

        var status = StatusOf(exception);
        if (exception is UnavailableException)
        {
            // Where the reason lies is known: a stack for each request would fill a disk that is full already.
            logger.LogError("{Method} {Path} failed: {Reason}", context.Request.Method, context.Request.Path, exception.GetBaseException().Message);
        }
        else if (status is StatusCodes.Status500InternalServerError)
        {
            logger.LogError(exception, "{Method} {Path} failed.", context.Request.Method, context.Request.Path);
        }

        if (WaitOf(exception) is { } wait)
        {
            context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        var (code, detail) = exception switch
        {
            DomainException refused => (refused.Code, refused.Message),
            RequestException request => (request.Code, request.Message),
            _ => WordsOf(status),
        };
        await WriteAsync(context, status, code, detail, ErrorsOf(exception), (exception as ConflictException)?.Remaining);
        return true;
    }

    /// <summary>Answers with the problem that a bare status stands for.</summary>
    public static Task WriteAsync(HttpContext context, int status)
    {
        var (code, detail) = WordsOf(status);
        return WriteAsync(context, status, code, detail, errors: null);
    }

    internal static int StatusOf(Exception exception) => exception switch
    {
        InvalidException => StatusCodes.Status400BadRequest,
        UnauthenticatedException => StatusCodes.Status401Unauthorized,
        ForbiddenException => StatusCodes.Status403Forbidden,
        NotFoundException => StatusCodes.Status404NotFound,
        ConflictException => StatusCodes.Status409Conflict,
        StaleException => StatusCodes.Status412PreconditionFailed,
        TooManyAttemptsException => StatusCodes.Status429TooManyRequests,
        LinkPreviewException preview => preview.Status,
        UnavailableException => StatusCodes.Status503ServiceUnavailable,
        RequestException request => request.Status,
        BadHttpRequestException request => request.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static TimeSpan? WaitOf(Exception exception) => exception switch
    {
        LinkPreviewException preview => preview.RetryAfter,
        UnavailableException { Code: StorageException.Busy } => TimeSpan.FromSeconds(1),
        _ => null,
    };

    private static IReadOnlyDictionary<string, string[]>? ErrorsOf(Exception exception) => exception switch
    {
        InvalidException invalid => invalid.Errors,
        ConflictException { Field: { } field } conflict => new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [conflict.Message] },
        _ => null,
    };

    private static (string Code, string Detail) WordsOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("request.malformed", "The request can't be read."),
        StatusCodes.Status401Unauthorized => ("unauthenticated", "Sign in, or send a token that is good: “Authorization: Bearer bdg_…”."),
        StatusCodes.Status403Forbidden => ("forbidden", "That isn't allowed."),
        StatusCodes.Status404NotFound => ("not-found", "There is nothing at this address."),
        StatusCodes.Status405MethodNotAllowed => ("request.method", "This address doesn't take this method; the Allow header says which it takes."),
        StatusCodes.Status408RequestTimeout => ("request.timeout", "The request came too slowly."),
        StatusCodes.Status413PayloadTooLarge => ("request.too-large", "The request is larger than 1 MiB, or than 10 MiB where a receipt is taken."),
        StatusCodes.Status415UnsupportedMediaType => ("request.media-type", "Send JSON, with “Content-Type: application/json”; a picture with its own, such as “image/jpeg”; lines to import as “text/csv”."),
        StatusCodes.Status429TooManyRequests => ("rate-limited", "Too many requests. Wait as long as the Retry-After header says."),
        StatusCodes.Status500InternalServerError => ("internal", "Something went wrong here. The server's log has more under the traceId."),
        _ => ("request.refused", "The request was refused."),
    };

    internal static Task WriteAsync(
        HttpContext context, int status, string code, string detail, IReadOnlyDictionary<string, string[]>? errors, decimal? remaining = null)
    {
        if (status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate =
                context.Request.Headers.ContainsKey(HeaderNames.Authorization) ? "Bearer error=\"invalid_token\"" : "Bearer";
        }

        var traceId = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        var problem = new Problem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, code, traceId, errors, remaining);
        return TypedResults.Json(problem, contentType: Problem.ContentType, statusCode: status).ExecuteAsync(context);
    }
}
