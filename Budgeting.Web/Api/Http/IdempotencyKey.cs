using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Budgeting.Core.Kernel;
using Budgeting.Core.Storage;

namespace Budgeting.Web.Api.Http;

/// <summary>The <c>Idempotency-Key</c> of a request, and the answer of one that was sent before.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int MaxLength = 200;

    /// <summary>The key, if one was sent.</summary>
    /// <exception cref="RequestException">It isn't one: <c>idempotency.key-invalid</c>.</exception>
    public static string? Of(HttpRequest request)
    {
        var values = request.Headers[Header];
        if (values.Count == 0)
        {
            return null;
        }

        return values is [{ Length: >= 1 and <= MaxLength } key] && key.All(c => c is >= '!' and <= '~')
            ? key
            : throw new RequestException(
                StatusCodes.Status400BadRequest, "idempotency.key-invalid", "Send one Idempotency-Key of 1 to 200 visible ASCII characters.");
    }

    /// <summary>What must be the same for a request to count as the same: method, address and body, to the byte.</summary>
    public static byte[] HashOf(HttpRequest request, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.PathBase}{request.Path}{request.QueryString}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }

    /// <summary>What the service answers now, or answered before.</summary>
    public static async Task<(T Answer, bool IsReplay)> AnswerAsync<T>(Task<T> write)
    {
        try
        {
            return (await write, false);
        }
        catch (ReplayException replay)
        {
            return (JsonSerializer.Deserialize<T>(replay.Result, JsonFormat.Options)!, true);
        }
    }
}
