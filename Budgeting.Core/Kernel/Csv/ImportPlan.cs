namespace Budgeting.Core.Kernel.Csv;

/// <summary>What a line of a file says.</summary>
/// <param name="Line">Where it begins, counted from 1, the header included.</param>
/// <param name="Key">By which it adds nothing twice.</param>
/// <param name="Content">The same for whatever says the same.</param>
internal sealed record ImportLine<T>(int Line, T Input, Guid Key, Guid Content);

/// <summary>Which lines of a file add something.</summary>
/// <param name="keyOf">The key of what a line says, the so-and-so-many-th time that the file says it; the 0th time is its content.</param>
internal sealed class ImportPlan<T>(Func<T, int, Guid> keyOf)
{
    /// <param name="lines">Of the file, in order.</param>
    public IReadOnlyList<ImportLine<T>> KeysOf(IEnumerable<(int Line, T Input)> lines)
    {
        var times = new Dictionary<Guid, int>();
        return lines.Select(l =>
        {
            var content = keyOf(l.Input, 0);
            return new ImportLine<T>(l.Line, l.Input, keyOf(l.Input, times[content] = times.GetValueOrDefault(content) + 1), content);
        }).ToList();
    }

    /// <param name="lines">Of the file, in order.</param>
    /// <param name="keys">Those of what was imported before.</param>
    /// <param name="others">What is there besides: a line that says the same adds nothing, so that an export can come back.</param>
    public IReadOnlyList<ImportLine<T>> NewOf(IReadOnlyList<ImportLine<T>> lines, IReadOnlySet<Guid> keys, IEnumerable<T> others)
    {
        var unclaimed = others.CountBy(o => keyOf(o, 0)).ToDictionary();
        return lines.Where(l => !keys.Contains(l.Key) && !Claim(unclaimed, l.Content)).ToList();
    }

    private static bool Claim(Dictionary<Guid, int> unclaimed, Guid content)
    {
        var count = unclaimed.GetValueOrDefault(content);
        unclaimed[content] = count - 1;
        return count > 0;
    }
}
