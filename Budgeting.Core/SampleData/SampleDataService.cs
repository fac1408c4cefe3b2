namespace Budgeting.Core.SampleData;

/// <summary>What was added, and how many of it.</summary>
public sealed record SampleCount(int Count, string Name);

/// <summary>Fills an organization with something of each module to look at.</summary>
public sealed class SampleDataService
{
    private readonly IReadOnlyList<ISampleData> _parts;

    internal SampleDataService(IEnumerable<ISampleData> parts) => _parts = [.. parts.OrderBy(p => p.Order)];

    /// <summary>Adds what isn't there yet. What is there stays as it is, so that a second time adds nothing.</summary>
    /// <exception cref="Kernel.Errors.ForbiddenException">Whoever acts may not write.</exception>
    public async Task<IReadOnlyList<SampleCount>> FillAsync(CancellationToken cancellationToken)
    {
        var added = new List<SampleCount>();
        foreach (var part in _parts)
        {
            if (await part.FillAsync(cancellationToken) is > 0 and var count)
            {
                added.Add(new SampleCount(count, part.Name));
            }
        }

        return added;
    }
}
