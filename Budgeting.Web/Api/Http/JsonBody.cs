using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Web.Api.Http;

/// <summary>Reads the JSON object that a request brings, and says of each field what is wrong with it.</summary>
internal static class JsonBody
{
    private static readonly JsonNodeOptions Names = new() { PropertyNameCaseInsensitive = true };
    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false };

    /// <exception cref="RequestException">It isn't JSON.</exception>
    public static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            throw new BadHttpRequestException("Not JSON.", StatusCodes.Status415UnsupportedMediaType);
        }

        return await BodyLimit.ReadAsync(request.HttpContext);
    }

    /// <exception cref="RequestException">It isn't one JSON object.</exception>
    public static JsonObject Parse(byte[] bytes)
    {
        try
        {
            // The parser lets through what isn't UTF-8 inside of a text, and something else would be stored.
            if (Utf8.IsValid(bytes) && JsonNode.Parse(bytes, Names, Strictly) is JsonObject json)
            {
                // Names are decoded when they are first looked at: do it here, where what isn't text is still the request's fault.
                _ = json.Count;
                return json;
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            throw RequestException.Malformed("The request's body isn't well-formed JSON, or has a field twice.");
        }

        throw RequestException.Malformed("The request's body must be a JSON object, such as {\"name\": \"Ada\"}.");
    }

    /// <exception cref="InvalidException">A field is unknown, missing or of the wrong type.</exception>
    public static T Read<T>(JsonObject json)
    {
        var fields = FieldsOf(typeof(T));
        var check = new Check();
        foreach (var (name, value) in json)
        {
            var isKnown = fields.TryGetValue(name, out var field);
            check.That(isKnown, name, $"There is no field “{name}”.");
            check.That(!isKnown || IsReadable(value, field!.PropertyType), field?.Name ?? name, ExpectationOf(field?.PropertyType));
        }

        foreach (var field in fields.Values.Where(f => f.IsRequired && (!json.ContainsKey(f.Name) || (json[f.Name] is null && !f.PropertyType.IsValueType))))
        {
            check.That(false, field.Name, "This field must be there.");
        }

        check.ThrowIfAny();
        return json.Deserialize<T>(JsonFormat.Options)!;
    }

    /// <summary>The fields of a record by their names, in any letter case; without those that are never in JSON.</summary>
    public static IReadOnlyDictionary<string, JsonPropertyInfo> FieldsOf(Type type) =>
        JsonFormat.Options.GetTypeInfo(type).Properties.Where(p => p.Get is not null || p.Set is not null).ToDictionary(p => p.Name, StringComparer.OrdinalIgnoreCase);

    private static bool IsReadable(JsonNode? value, Type type)
    {
        try
        {
            // The serializer also takes several names of an enum, with commas, and makes another value of them.
            return value.Deserialize(type, JsonFormat.Options) is not Enum || !value!.GetValue<string>().Contains(',', StringComparison.Ordinal);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    // As they are written in JSON, which may be otherwise than in the program.
    private static IEnumerable<string> NamesOf(Type choice) =>
        Enum.GetValues(choice).Cast<object>().Select(value => JsonSerializer.SerializeToNode(value, choice, JsonFormat.Options)!.GetValue<string>());

    private static string ExpectationOf(Type? type) => (type is null ? null : Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } choice => $"Choose one of {string.Join(", ", NamesOf(choice))}.",
        { } t when t == typeof(decimal) => "Enter an amount, such as 12.50.",
        { } t when t == typeof(int) || t == typeof(long) => "Enter a whole number.",
        { } t when t == typeof(bool) => "Say true or false.",
        { } t when t == typeof(DateOnly) => "Enter a date as YYYY-MM-DD.",
        { IsGenericType: true } => "Enter a list, as the API's description shows it.",
        { } t when t == typeof(Guid) => "Enter an id, such as 0197d4d2-55a0-7000-8000-000000000001.",
        _ => "Enter a text.",
    };
}
