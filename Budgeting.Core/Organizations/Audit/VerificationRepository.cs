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
    private const string UnnumberedEntry = "An entry of the audit trail has a number that can't be read.";

    private static readonly MethodInfo RowsOfMethod = typeof(VerificationRepository).GetMethod(nameof(RowsOfAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The whole trail, of which one entry at a time is in memory.</summary>
    public IAsyncEnumerable<AuditEntry> EntriesAsync() => work.Db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable();

    /// <summary>What the entry behind another one is called, for people.</summary>
    public async Task<string> EntryBehindAsync(long sequence, CancellationToken cancellationToken) =>
        await work.Db.AuditEntries.Where(e => e.Sequence > sequence).MinAsync(e => (long?)e.Sequence, cancellationToken) is { } number
            ? $"Entry {number} of the audit trail"
            : "An entry of the audit trail";

    /// <summary>How many entries the trail has, its head, and what is wrong with it: the first entry that doesn't fit, above all.</summary>
    public async Task<(long Entries, string Head, IReadOnlyList<string> Findings)> ChainAsync(KeptHead? kept, CancellationToken cancellationToken)
    {
        var (sequence, hash, findings) = (0L, AuditChain.Start, new List<string>());
        await foreach (var (number, entry, fault) in EachEntryAsync(cancellationToken))
        {
            if (number is null || entry is null)
            {
                findings.Add(number is null ? UnnumberedEntry : $"Entry {number} of the audit trail can't be read: {fault}");
            }
            else if (findings.Count == 0 && AuditChain.BreakIn(entry, sequence, hash) is { } broken)
            {
                findings.Add($"Entry {entry.Sequence} of the audit trail ({entry.Entity} {entry.EntityId}, {entry.Action}): {broken}");
            }

            (sequence, hash) = number is null ? (sequence, hash) : (number.Value, entry?.Hash ?? await StoredHashAsync(number.Value, cancellationToken));
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

    // Of each its number, unless that can't be read, and the entry, unless that can't be.
    private async IAsyncEnumerable<(long? Number, AuditEntry? Entry, string? Fault)> EachEntryAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var entries = work.Db.AuditEntries.AsNoTracking();
        for (var last = long.MinValue; ;)
        {
            var after = last;
            var numbers = await entries.Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(RowsAtOnce).Select(e => e.Sequence).ToListAsync(cancellationToken);
            var rising = numbers.TakeWhile((number, i) => number > (i == 0 ? after : numbers[i - 1])).ToList();
            if (rising.Count > 0)
            {
                var end = last = rising[^1];
                var page = entries.Where(e => e.Sequence > after && e.Sequence <= end).OrderBy(e => e.Sequence);
                foreach (var (number, entry, fault) in await RowByRow.ReadAsync(rising, page, e => e.Sequence, n => entries.Where(e => e.Sequence == n), cancellationToken))
                {
                    yield return (number, entry, fault);
                }
            }

            // What is no number is read as 0, and stands behind them all.
            if (rising.Count < numbers.Count)
            {
                yield return (null, null, null);
            }

            if (rising.Count < RowsAtOnce)
            {
                yield break;
            }
        }
    }

    private async Task<byte[]> StoredHashAsync(long number, CancellationToken cancellationToken) =>
        (await RowByRow.TryAsync(() => work.Db.AuditEntries.Where(e => e.Sequence == number).Select(e => e.Hash).FirstAsync(cancellationToken))).Read ?? [];

    private async IAsyncEnumerable<string> RowsOfAsync<TRow>(IEntityType type, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TRow : class, IAudited
    {
        var (entity, json, table) = (type.ClrType.Name, new AuditRecorder.RowJson(type), type.GetTableName()!);
        if (await Stored<TRow>(table, $"NOT ({work.Db.Dialect.IsId("id")})").AnyAsync(cancellationToken))
        {
            yield return $"A row of the table {table} has an id that can't be read.";
        }

        var rest = Stored<TRow>(table, work.Db.Dialect.IsId("id"));
        for (var (rows, ids) = (rest, await IdsAsync(rest, cancellationToken)); ids.Count > 0; ids = await IdsAsync(rows, cancellationToken))
        {
            var last = ids[^1];
            var versions = await VersionsAsync(entity, ids, cancellationToken);
            var page = rows.Where(r => r.Id.CompareTo(last) <= 0).OrderBy(r => r.Id);
            foreach (var (id, row, fault) in await RowByRow.ReadAsync(ids, page, r => r.Id, one => rest.Where(r => r.Id == one), cancellationToken))
            {
                var wrong = row is null ? $"can't be read: {fault}" : versions[id].Fault ?? DifferenceOf(json.Of(row), row.Version, versions[id].NewestFirst);
                if (wrong is not null)
                {
                    yield return $"{entity} {id} {wrong.TrimEnd('.')}.";
                }
            }

            rows = rest.Where(r => r.Id.CompareTo(last) > 0);
        }

        foreach (var id in await GoneAsync<TRow>(entity, cancellationToken))
        {
            yield return $"{entity} {id} isn't there, and the audit trail doesn't say that it was deleted.";
        }
    }

    private IQueryable<TRow> Stored<TRow>(string table, string condition)
        where TRow : class =>
#pragma warning disable EF1002 // Of our model.
        work.Db.Set<TRow>().FromSqlRaw($"SELECT * FROM {table} WHERE {condition}").AsNoTracking();
#pragma warning restore EF1002

    private static Task<List<Guid>> IdsAsync<TRow>(IQueryable<TRow> rows, CancellationToken cancellationToken)
        where TRow : class, IAudited => rows.OrderBy(r => r.Id).Take(RowsAtOnce).Select(r => r.Id).ToListAsync(cancellationToken);

    // An entry that can't be read is in the way of no other row than its own.
    private async Task<IReadOnlyDictionary<Guid, (IReadOnlyList<RowVersion> NewestFirst, string? Fault)>> VersionsAsync(
        string entity, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var audit = new AuditRepository(work);
        var (all, fault) = await RowByRow.TryAsync(() => audit.VersionsAsync(entity, ids, cancellationToken));
        var versions = new Dictionary<Guid, (IReadOnlyList<RowVersion>, string?)>();
        foreach (var id in ids)
        {
            var (its, wrong) = fault is null ? (all!.GetValueOrDefault(id, []), null) : await RowByRow.TryAsync(() => audit.VersionsAsync(entity, id, cancellationToken));
            versions[id] = (its ?? [], wrong is null ? null : $"has an entry in the audit trail that can't be read: {wrong}");
        }

        return versions;
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
        where TRow : class, IAudited => await Stored<AuditEntry>(work.Db.Model.FindEntityType(typeof(AuditEntry))!.GetTableName()!, work.Db.Dialect.IsId("entity_id"))
            .Where(e => e.Entity == entity && e.Action != AuditAction.Deleted &&
                !work.Db.AuditEntries.Any(later => later.EntityId == e.EntityId && later.Sequence > e.Sequence) &&
                !work.Db.Set<TRow>().Any(r => r.Id == e.EntityId))
            .Select(e => e.EntityId).Take(RowsAtOnce).ToListAsync(cancellationToken);
}
