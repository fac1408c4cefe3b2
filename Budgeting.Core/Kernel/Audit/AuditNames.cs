using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Budgeting.Core.Kernel.Audit;

/// <summary>
/// What the audit trail calls a kind of row, or a field of one, whose name in the code has changed since: entries are never rewritten, so
/// that their names stay.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Property)]
public sealed class AuditNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The names of kinds of rows and of their fields in the audit trail: those of the code, but for an <see cref="AuditNameAttribute"/>.</summary>
internal static class AuditNames
{
    private static readonly ConcurrentDictionary<MemberInfo, string> Names = new();

    private static readonly Lazy<IReadOnlyDictionary<(string Row, string Field), string>> RenamedFields = new(() =>
        typeof(IAudited).Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IAudited)))
            .SelectMany(row => row.GetProperties().Where(IsRenamed), (row, field) => ((Of(row), OfField(field)), JsonNameOf(field)))
            .ToDictionary(renamed => renamed.Item1, renamed => renamed.Item2));

    public static string Of<TRow>()
        where TRow : IAudited => Of(typeof(TRow));

    public static string Of(Type row) => Names.GetOrAdd(row, static member => NamedIn(member) ?? member.Name);

    public static string OfField(PropertyInfo field) => Names.GetOrAdd(field, static member => NamedIn(member) ?? JsonNameOf(member));

    /// <summary>What the code calls a field today, in JSON.</summary>
    /// <param name="row">The kind of row, as the audit trail calls it.</param>
    /// <param name="field">The field, as the audit trail calls it.</param>
    public static string FieldToday(string row, string field) => RenamedFields.Value.GetValueOrDefault((row, field), field);

    private static bool IsRenamed(PropertyInfo field) => NamedIn(field) is not null;

    private static string? NamedIn(MemberInfo member) => member.GetCustomAttribute<AuditNameAttribute>(inherit: false)?.Name;

    private static string JsonNameOf(MemberInfo field) => JsonNamingPolicy.CamelCase.ConvertName(field.Name);
}
