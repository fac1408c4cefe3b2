using Budgeting.Core.Kernel.Errors;

namespace Budgeting.Core.SharedCosts;

/// <summary>What every import does: all or nothing, each wrong line named, and nothing twice.</summary>
internal static class Imports
{
    private const int MaxTold = 100;

    /// <summary>The lines that weren't imported before, with their places; of two with one key, the first.</summary>
    public static async Task<IReadOnlyList<(ImportLine<T> Line, int Index)>> FreshAsync<T>(
        SharedCostsRepository repository, Guid periodId, IReadOnlyList<ImportLine<T>> lines, CancellationToken cancellationToken)
    {
        var known = await repository.ImportedAsync(periodId, cancellationToken);
        return lines.Select((line, index) => (line, index)).Where(l => !known.Contains(l.line.Key)).DistinctBy(l => l.line.Key).ToList();
    }

    /// <summary>Notes what is wrong with a line under its place.</summary>
    public static async Task CollectAsync(Dictionary<string, string[]> errors, int index, Func<Task> apply)
    {
        try
        {
            await apply();
        }
        catch (InvalidException invalid)
        {
            foreach (var (field, sentences) in invalid.Errors)
            {
                errors[FormattableString.Invariant($"lines[{index}].{field}")] = sentences;
            }

            if (errors.Count >= MaxTold)
            {
                ThrowIfAny(errors);
            }
        }
    }

    public static void ThrowIfAny(Dictionary<string, string[]> errors)
    {
        if (errors.Count > 0)
        {
            throw new InvalidException(errors);
        }
    }
}
