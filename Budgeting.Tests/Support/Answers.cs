using System.Text.RegularExpressions;

namespace Budgeting.Tests.Support;

/// <summary>
/// What a generated test was answered, to be the same on every engine to the letter, but for ids and instants. The run on SQLite writes it
/// beside the tests; the one on PostgreSQL, which follows it, compares. A model that is compiled for one engine is of that engine as long as
/// the process lives, so that no test can have both.
/// </summary>
internal sealed partial class Answers(string name)
{
    private readonly List<string> _answers = [];

    // Of this build: what an older one was answered may have been something else.
    private string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "answers", $"{name} {typeof(Answers).Module.ModuleVersionId:N}.txt");

    public void Add(IEnumerable<string> answers) => _answers.AddRange(answers);

    public async Task CompareAsync()
    {
        _answers.Should().NotBeEmpty();
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var told = _answers.Select(answer => Instant().Replace(Id().Replace(answer, id => Numbered(ids, id.Value)), "…")).ToList();
        if (!TestStore.IsPostgres)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
            await File.WriteAllTextAsync(Path, string.Join('\0', told));
        }
        else if (File.Exists(Path))
        {
            var there = (await File.ReadAllTextAsync(Path)).Split('\0');
            told.Zip(there).Where(t => t.First != t.Second).Take(1).Should().BeEmpty("SQLite says so");
            told.Should().HaveCount(there.Length);
        }
    }

    private static string Numbered(Dictionary<string, string> ids, string id)
    {
        if (!ids.TryGetValue(id, out var number))
        {
            ids[id] = number = $"id {ids.Count}";
        }

        return number;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instant();
}
