using Budgeting.Core.Kernel.Audit;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Organizations;

/// <summary>What the trail calls records, also those that are gone.</summary>
internal sealed partial class AuditRepository
{
    // As far as from a justification to its program.
    private const int MostSteps = 3;

    private static readonly string[] NameFields = ["name", "title", "referenceNo", "description"];
    private static readonly string[] ParentFields = ["programId", "programBudgetId", "obligationId", "propertyId", "ownerId"];

    /// <summary>What records were called last, and what those without a name belong to.</summary>
    public async Task<AuditNames> NamesAsync(IReadOnlyCollection<Guid> ids, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        var (names, parents, asked) = (new Dictionary<Guid, string>(), new Dictionary<Guid, Guid>(), ids);
        for (var step = 0; step < MostSteps && asked.Count > 0; step++)
        {
            await AddAsync(names, parents, asked, kinds, cancellationToken);
            asked = parents.Values.Where(id => !names.ContainsKey(id) && !parents.ContainsKey(id)).ToHashSet();
        }

        var told = parents.Keys.Where(id => !names.ContainsKey(id)).Select(id => (Id: id, Name: NameAbove(id))).Where(p => p.Name is not null);
        return new AuditNames(names, told.ToDictionary(p => p.Id, p => p.Name!));

        string? NameAbove(Guid id) => !parents.TryGetValue(id, out var parent) ? null : names.GetValueOrDefault(parent) ?? NameAbove(parent);
    }

    private async Task AddAsync(
        Dictionary<Guid, string> names, Dictionary<Guid, Guid> parents, IReadOnlyCollection<Guid> ids, IReadOnlyList<string> kinds, CancellationToken cancellationToken)
    {
        foreach (var some in ids.Chunk(MostIds))
        {
            var told = await work.Db.AuditEntries
                .Where(e => some.Contains(e.EntityId) && kinds.Contains(e.Entity) && e.After != null)
                .Where(e => e.Action == AuditAction.Created || e.After!.Contains("\"name\":") || e.After.Contains("\"title\":") || e.After.Contains("\"referenceNo\":") || e.After.Contains("\"description\":"))
                .OrderBy(e => e.Sequence).Select(e => new { e.EntityId, After = e.After! }).ToListAsync(cancellationToken);
            foreach (var entry in told)
            {
                var state = RowState.Read(entry.After);
                if (NameFields.Select(state.Get<string>).FirstOrDefault(n => !string.IsNullOrEmpty(n)) is { } name)
                {
                    names[entry.EntityId] = name;
                }

                if (ParentFields.Select(state.Get<Guid?>).FirstOrDefault(id => id is not null) is { } parent)
                {
                    parents[entry.EntityId] = parent;
                }
            }
        }
    }
}
