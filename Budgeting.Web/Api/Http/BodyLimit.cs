namespace Budgeting.Web.Api.Http;

/// <summary>How much an endpoint takes.</summary>
internal sealed record BodyLimit(int MaxBytes)
{
    private const int AtATime = 64 * 1024;

    /// <summary>
    /// The body of a request, read to its end: whoever is answered while they still send finds their connection broken, not the answer.
    /// What is too much is dropped, up to the limit of the server itself.
    /// </summary>
    /// <exception cref="BadHttpRequestException">It is larger than its endpoint takes.</exception>
    public static async Task<byte[]> ReadAsync(HttpContext context)
    {
        var most = context.GetEndpoint()!.Metadata.GetRequiredMetadata<BodyLimit>().MaxBytes;
        if (context.Request.Headers.Expect.Count > 0)
        {
            RequireAtMost(most, context.Request.ContentLength ?? 0);
        }

        using var kept = new MemoryStream();
        var buffer = new byte[AtATime];
        long read = 0;
        while (await context.Request.Body.ReadAsync(buffer, context.RequestAborted) is var count and > 0)
        {
            read += count;
            kept.Write(buffer, 0, read <= most ? count : 0);
        }

        RequireAtMost(most, read);
        return kept.ToArray();
    }

    private static void RequireAtMost(int most, long size)
    {
        if (size > most)
        {
            throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
        }
    }
}
