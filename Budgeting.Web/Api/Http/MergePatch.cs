using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Microsoft.AspNetCore.Http.Metadata;

namespace Budgeting.Web.Api.Http;

/// <summary>
/// A JSON merge patch (RFC 7396) for what can be written of a record: a field that is left out stays, <c>null</c> empties it or
/// gives it its default.
/// </summary>
internal sealed record MergePatch<TInput>(JsonObject Json) : IBindableFromHttpContext<MergePatch<TInput>>, IEndpointParameterMetadataProvider
{
    public static async ValueTask<MergePatch<TInput>?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(JsonBody.Parse(await JsonBody.BytesAsync(context.Request)));

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/merge-patch+json", "application/json"], typeof(TInput)));

    /// <summary>
    /// Writes the record as it is with the patch on top. Where the client names no version, a change that comes in between is
    /// patched in its turn: patches of different fields never undo each other.
    /// </summary>
    public async Task<RecordResult<TRecord>> ApplyAsync<TRecord>(
        IfMatch match, Func<Task<TRecord>> read, Func<TInput, long, Task<TRecord>> write)
        where TRecord : IVersioned
    {
        while (true)
        {
            var current = await read();
            try
            {
                return new RecordResult<TRecord>(await write(InputOf(current), match.Version ?? current.Version));
            }
            catch (StaleException) when (match.Version is null)
            {
                // Read it again.
            }
        }
    }

    /// <exception cref="InvalidException">A field is unknown or of the wrong type.</exception>
    internal TInput InputOf<TRecord>(TRecord current)
    {
        var writable = JsonBody.FieldsOf(typeof(TInput));
        var readable = JsonBody.FieldsOf(typeof(TRecord));
        var merged = JsonSerializer.SerializeToNode(current, JsonFormat.Options)!.AsObject();
        foreach (var field in merged.Select(p => p.Key).Where(name => !writable.ContainsKey(name)).ToList())
        {
            merged.Remove(field);
        }

        // What is only read came along from an answer: it is neither an error nor a change.
        foreach (var (name, value) in Json.Where(p => writable.ContainsKey(p.Key) || !readable.ContainsKey(p.Key)))
        {
            var field = writable.TryGetValue(name, out var known) ? known.Name : name;
            merged.Remove(field);
            if (value is not null || known is null)
            {
                merged[field] = value?.DeepClone();
            }
        }

        return JsonBody.Read<TInput>(merged);
    }
}
