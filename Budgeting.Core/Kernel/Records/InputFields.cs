using System.Text.Json;
using System.Text.Json.Serialization;

namespace Budgeting.Core.Kernel;

/// <summary>
/// What can be written of a record, out of what is known of it. Fields are matched by their JSON names, so that an input, an answer, a
/// merge patch and the audit trail name each field once and no mapping between them can be forgotten.
/// </summary>
public static class InputFields
{
    private static readonly JsonSerializerOptions AnswerOptions = OptionsWith(converter: null);

    /// <summary>What would be written to keep a record as it is: the start of an edit of some fields.</summary>
    public static TInput As<TInput>(this IVersioned record)
        where TInput : class
    {
        using var answer = JsonSerializer.SerializeToDocument(record, record.GetType(), JsonFormat.Options);
        return Read<TInput>(answer.RootElement.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value)), AnswerOptions);
    }

    // What can only be read is left out; what is empty has the input's default.
    internal static TInput Read<TInput>(IEnumerable<KeyValuePair<string, JsonElement>> fields, JsonSerializerOptions options)
        where TInput : class =>
        JsonSerializer.SerializeToElement(
            fields.Where(f => !IsEmpty(f.Value)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal)).Deserialize<TInput>(options)!;

    private static bool IsEmpty(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0);

    internal static JsonSerializerOptions OptionsWith(JsonConverter? converter)
    {
        var options = new JsonSerializerOptions(JsonFormat.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };
        if (converter is not null)
        {
            options.Converters.Insert(0, converter);
        }

        options.MakeReadOnly();
        return options;
    }
}
