using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Organizations;

/// <summary>What the parts of records were at any time.</summary>
internal sealed class PartVersions
{
    private readonly ILookup<Guid, List<AuditEntry>> _parts;

    /// <param name="field">The field of a part that names the record.</param>
    /// <param name="oldestFirst">All entries of the parts.</param>
    public PartVersions(string field, IReadOnlyList<AuditEntry> oldestFirst) =>
        _parts = oldestFirst.GroupBy(e => e.EntityId).Select(part => part.ToList()).ToLookup(part => StateOf([part[0]])!.Get<Guid>(field));

    /// <summary>What a record's parts were in one of its versions. What was written along with the version is part of it.</summary>
    public IEnumerable<RowState> In(Guid recordId, RowVersion version) =>
        StatesOf(recordId, e => e.Sequence <= version.Sequence || WriteId.Of(e.Id) == version.WriteId);

    /// <summary>What a record's parts were until a version was made.</summary>
    public IEnumerable<RowState> Before(Guid recordId, RowVersion version) =>
        StatesOf(recordId, e => e.Sequence < version.Sequence && WriteId.Of(e.Id) != version.WriteId);

    private IEnumerable<RowState> StatesOf(Guid recordId, Func<AuditEntry, bool> which) => _parts[recordId]
        .Select(part => part.Where(which).ToList())
        .Where(entries => entries.Count > 0)
        .Select(StateOf)
        .OfType<RowState>();

    private static RowState? StateOf(IReadOnlyList<AuditEntry> oldestFirst) => RowVersion.Fold(oldestFirst.Select(e => (e, (string?)null)))[0].State;
}
