namespace Budgeting.Web.Api.Http;

/// <summary>A request that HTTP or JSON itself makes wrong, before any service is asked.</summary>
internal sealed class RequestException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public static RequestException Malformed(string message) => new(StatusCodes.Status400BadRequest, "request.malformed", message);
}
