using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Budgeting.Core.Storage;

/// <param name="Table">The table that it protects.</param>
/// <param name="Name">What the engine calls it; none for what only prepares one.</param>
/// <param name="Sql">The statement that makes it.</param>
internal sealed record TriggerScript(string Table, string? Name, string Sql);

/// <summary>
/// The triggers of a model in the words of one engine: files <c>Storage/{engine}/Triggers/{script}.sql</c>, in which statements are apart
/// by blank lines and <c>{table}</c> stands for each table that has them.
/// </summary>
internal static partial class TriggerScripts
{
    private const string Annotation = "Budgeting:Triggers";

    private static readonly ConcurrentDictionary<string, string> Files = new(StringComparer.Ordinal);

    /// <summary>Has the table protected by the triggers of a script that every engine has.</summary>
    public static void HasTriggers(this EntityTypeBuilder entity, string script) => entity.Metadata.SetAnnotation(Annotation, script);

    public static IReadOnlyList<TriggerScript> Of(IReadOnlyModel model, string engine) => [.. model.GetEntityTypes().SelectMany(e => Of(e, engine))];

    public static IEnumerable<TriggerScript> Of(IReadOnlyEntityType entity, string engine) =>
        entity.FindAnnotation(Annotation)?.Value is string script ? Statements(entity.GetTableName()!, Files.GetOrAdd($"{engine}.Triggers.{script}.sql", Read)) : [];

    private static IEnumerable<TriggerScript> Statements(string table, string script) =>
        from part in Blank().Split(script.Replace("{table}", table, StringComparison.Ordinal))
        let sql = Comment().Replace(part, "").Trim()
        where sql.Length > 0
        select new TriggerScript(table, Name().Match(sql) is { Success: true } name ? name.Groups["name"].Value : null, sql.TrimEnd(';'));

    private static string Read(string file)
    {
        using var stream = typeof(TriggerScripts).Assembly.GetManifestResourceStream($"Budgeting.Core.Storage.{file}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\n{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();

    [GeneratedRegex("^--.*$\n?", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^CREATE (OR REPLACE )?TRIGGER (?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
