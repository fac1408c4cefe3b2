using System.Text.Json;

namespace Budgeting.Core.Kernel.Audit;

/// <summary>A row as it was: its fields by their JSON names, rebuilt from its audit entries.</summary>
internal sealed class RowState
{
    // Members of enums are kept by their names in the code, whatever they are called in answers.
    private static readonly JsonSerializerOptions StateOptions = InputFields.OptionsWith(new EnumNameConverter());

    private readonly Dictionary<string, JsonElement> _fields;

    private RowState(Dictionary<string, JsonElement> fields) => _fields = fields;

    /// <summary>The field's value; its default where it was empty, or wasn't there yet.</summary>
    public T? Get<T>(string field) =>
        !_fields.TryGetValue(field, out var value) || value.ValueKind == JsonValueKind.Null ? default
        : typeof(T).IsEnum ? (T)Enum.Parse(typeof(T), value.GetString()!) // By the name in the code, whatever it is called in answers.
        : value.Deserialize<T>(JsonFormat.Options);

    /// <summary>As an input that would write it: what the row doesn't have, or was empty, has the input's default.</summary>
    public TInput As<TInput>()
        where TInput : class => InputFields.Read<TInput>(_fields, StateOptions);

    /// <summary>The fields of a row, as an entry would tell them.</summary>
    internal static RowState Read(string json) => Of(json)!;

    /// <summary>The fields that an entry tells as they were; <c>null</c> for a creation.</summary>
    internal static RowState? BeforeIn(AuditEntry entry) => Of(entry.Before);

    /// <summary>The fields that an entry tells as they became; <c>null</c> for a deletion.</summary>
    internal static RowState? AfterIn(AuditEntry entry) => Of(entry.After);

    /// <summary>This with the fields that a change wrote.</summary>
    internal RowState With(RowState changes)
    {
        var fields = new Dictionary<string, JsonElement>(_fields, StringComparer.Ordinal);
        foreach (var (name, value) in changes._fields)
        {
            fields[name] = value;
        }

        return new RowState(fields);
    }

    /// <summary>Each field as text; <c>null</c> where it was empty.</summary>
    internal IReadOnlyDictionary<string, string?> Texts() =>
        _fields.ToDictionary(f => f.Key, f => f.Value.ValueKind == JsonValueKind.Null ? null : f.Value.ToString(), StringComparer.Ordinal);

    private static RowState? Of(string? json) =>
        json is null ? null : new(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!);
}
