using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Budgeting.Core.Kernel;

/// <summary>How values of the product are written as JSON, everywhere: camelCase, names of enum members, exact decimals.</summary>
public static class JsonFormat
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Makes <paramref name="options"/> write and read as <see cref="Options"/> does.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = true;
        // A misspelt field would lose what was typed into it: refuse it by name.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        // Of two values for one field, one would be lost as silently.
        options.AllowDuplicateProperties = false;
        options.Converters.Add(new ExactDecimalConverter());
        options.Converters.Add(new UtcConverter());
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        Configure(options);
        options.MakeReadOnly();
        return options;
    }
}
