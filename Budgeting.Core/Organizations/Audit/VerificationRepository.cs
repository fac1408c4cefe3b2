using System.Reflection;
using System.Runtime.CompilerServices;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Budgeting.Core.Organizations;

/// <summary>Verifies an organization's audit trail, and each row by it. It keeps no more in memory than some hundred rows.</summary>
internal sealed class VerificationRepository(UnitOfWork work)
{
    // A statement takes some thousand values at most.
    private const int RowsAtOnce = 500;

    private static readonly MethodInfo RowsOfMethod = typeof(VerificationRepository).GetMethod(nameof(RowsOfAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The whole trail, of which one entry at a time is in memory.</summary>
    public IAsyncEnumerable<AuditEntry> EntriesAsync() => work.Db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable();

    /// <summary>How many entries the trail has, its head, and what is wrong with it: the first entry that doesn't fit, above all.</summary>
    public async Task<(long Entries, string Head, IReadOnlyList<string> Findings)> ChainAsync(KeptHead? kept, CancellationToken cancellationToken)
    {
        var (sequence, hash, findings) = (0L, AuditChain.Start, new List<string>());
        await foreach (var entry in EntriesAsync().WithCancellation(cancellationToken))
        {
            if (findings.Count == 0 && AuditChain.BreakIn(entry, sequence, hash) is { } broken)
            {
                findings.Add($"Entry {entry.Sequence} of the audit trail ({entry.Entity} {entry.EntityId}, {entry.Action}): {broken}");
            }

            (sequence, hash) = (entry.Sequence, entry.Hash);
            if (sequence == kept?.Sequence && Convert.ToHexStringLower(hash) != kept.Hash)
            {
                findings.Add($"Entry {sequence} of the audit trail isn't the one that was its head: its hash is {Convert.ToHexStringLower(hash)}.");
            }
        }

        if (kept?.Sequence > sequence)
        {
            findings.Add($"The audit trail ends with entry {sequence}; entries up to {kept.Sequence} are missing.");
        }

        return (sequence, Convert.ToHexStringLower(hash), findings);
    }

    /// <summary>The totals that the database keeps which aren't what they are the total of.</summary>
    public Task<IReadOnlyList<string>> TotalsAsync(CancellationToken cancellationToken) => work.Db.Dialect.BrokenTotalsAsync(work.Db, cancellationToken);

    /// <summary>What of the rows isn't as the trail says.</summary>
    public async IAsyncEnumerable<string> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var type in work.Db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IAudited))).OrderBy(t => t.ClrType.Name, StringComparer.Ordinal))
        {
            var findings = (IAsyncEnumerable<string>)RowsOfMethod.MakeGenericMethod(type.ClrType).Invoke(this, [type, cancellationToken])!;
            await foreach (var finding in findings.WithCancellation(cancellationToken))
            {
                yield return finding;
            }
        }
    }

    private async IAsyncEnumerable<string> RowsOfAsync<TRow>(IEntityType type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class, IAudited
    {
        var (entity, json, last) = (type.ClrType.Name, new AuditRecorder.RowJson(type), Guid.Empty);
        while (true)
        {
            var rows = await work.Db.Set<TRow>().AsNoTracking().Where(r => r.Id.CompareTo(last) > 0).OrderBy(r => r.Id).Take(RowsAtOnce).ToListAsync(cancellationToken);
            if (rows.Count == 0)
            {
                break;
            }

            last = rows[^1].Id;
            var versions = await new AuditRepository(work).VersionsAsync(entity, rows.Select(r => r.Id).ToList(), cancellationToken);
            foreach (var row in rows)
            {
                if (DifferenceOf(json.Of(row), row.Version, versions.GetValueOrDefault(row.Id, [])) is { } difference)
                {
                    yield return $"{entity} {row.Id} {difference}.";
                }
            }
        }

        foreach (var id in await GoneAsync<TRow>(entity, cancellationToken))
        {
            yield return $"{entity} {id} isn't there, and the audit trail doesn't say that it was deleted.";
        }
    }

    private static string? DifferenceOf(string row, long version, IReadOnlyList<RowVersion> newestFirst)
    {
        if (newestFirst is not [{ State: { } told } newest, ..])
        {
            return newestFirst.Count == 0 ? "isn't in the audit trail" : "is there, though the audit trail says that it was deleted";
        }

        if (newest.Number != version)
        {
            return $"is of version {version}, and the audit trail ends with {newest.Number}";
        }

        var (is_, was) = (RowState.Read(row).Texts(), told.Texts());
        return was.Where(field => is_.ContainsKey(field.Key) && !AreSame(field.Value, is_[field.Key]))
            .Select(field => $"has another {field.Key} than the audit trail says")
            .FirstOrDefault();
    }

    // Of an instant, the database keeps milliseconds.
    private static bool AreSame(string? told, string? stored) => told == stored ||
        (DateTimeOffset.TryParse(told, System.Globalization.CultureInfo.InvariantCulture, out var one) &&
            DateTimeOffset.TryParse(stored, System.Globalization.CultureInfo.InvariantCulture, out var other) &&
            one.ToUnixTimeMilliseconds() == other.ToUnixTimeMilliseconds());

    private async Task<IReadOnlyList<Guid>> GoneAsync<TRow>(string entity, CancellationToken cancellationToken)
        where TRow : class, IAudited => await work.Db.AuditEntries
            .Where(e => e.Entity == entity && e.Action != AuditAction.Deleted &&
                !work.Db.AuditEntries.Any(later => later.EntityId == e.EntityId && later.Sequence > e.Sequence) &&
                !work.Db.Set<TRow>().Any(r => r.Id == e.EntityId))
            .Select(e => e.EntityId).Take(RowsAtOnce).ToListAsync(cancellationToken);
}
