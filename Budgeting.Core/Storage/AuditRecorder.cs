using System.Diagnostics;
using System.Text.Json;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Budgeting.Core.Storage;

/// <summary>Who acts: for the audit entries of a unit of work.</summary>
internal sealed record Actor(Guid? MemberId, Guid? TokenId);

/// <summary>Adds an audit entry for each audited row that is about to be saved, in the same transaction, and collects the changes.</summary>
internal sealed class AuditRecorder(Actor actor, DateTimeOffset now)
{
    // Compiled once: every write asks for it.
    private static readonly Func<BudgetingDbContext, CancellationToken, Task<Head?>> HeadQuery =
        EF.CompileAsyncQuery((BudgetingDbContext db, CancellationToken _) =>
            db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => new Head(e.Sequence, e.Hash)).FirstOrDefault());

    private readonly HashSet<Change> _changes = [];
    private readonly List<Guid> _entryIds = [];
    private (long Sequence, byte[] Hash)? _head;

    /// <summary>What to publish after the commit.</summary>
    public IReadOnlyCollection<Change> Changes => _changes;

    public IReadOnlyCollection<Guid> EntryIds => _entryIds;

    /// <summary>What its entries have in common.</summary>
    public Guid WriteId { get; } = Kernel.Audit.WriteId.New(now);

    public async Task RecordAsync(
        BudgetingDbContext db, IReadOnlyList<EntityEntry<IAudited>> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            row.Entity.Version++;
            _changes.Add(new Change(row.Entity.OrganizationId, row.Entity.Topic, actor.MemberId));
            _head ??= await HeadAsync(db, cancellationToken);
            var entry = EntryOf(row, _head.Value);
            db.AuditEntries.Add(entry);
            _entryIds.Add(entry.Id);
            _head = (entry.Sequence, entry.Hash);
        }
    }

    public void Touch(Guid organizationId, Topic topic) => _changes.Add(new Change(organizationId, topic, actor.MemberId));

    private static async Task<(long, byte[])> HeadAsync(BudgetingDbContext db, CancellationToken cancellationToken) =>
        await HeadQuery(db, cancellationToken) is { } head ? (head.Sequence, head.Hash) : (0, AuditChain.Start);

    private AuditEntry EntryOf(EntityEntry<IAudited> row, (long Sequence, byte[] Hash) head)
    {
        var entry = new AuditEntry
        {
            Id = Kernel.Audit.WriteId.EntryId(WriteId, (uint)_entryIds.Count + 1),
            OrganizationId = row.Entity.OrganizationId,
            Sequence = head.Sequence + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            MemberId = actor.MemberId,
            TokenId = actor.TokenId,
            Entity = row.Metadata.ClrType.Name,
            EntityId = row.Entity.Id,
            Action = ActionOf(row.State),
            Before = row.State == EntityState.Added ? null : JsonOf(row, before: true),
            After = row.State == EntityState.Deleted ? null : JsonOf(row, before: false),
            TopicName = row.Entity.Topic.Name,
            TopicId = row.Entity.Topic.Id,
            TraceId = Activity.Current?.TraceId.ToString(),
            PreviousHash = head.Hash,
        };
        entry.Hash = AuditChain.HashOf(entry);
        return entry;
    }

    private static AuditAction ActionOf(EntityState state) => state switch
    {
        EntityState.Added => AuditAction.Created,
        EntityState.Deleted => AuditAction.Deleted,
        _ => AuditAction.Changed,
    };

    // Sorted names and no white space: the same values always make the same text.
    private static string JsonOf(EntityEntry row, bool before)
    {
        var values = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in row.Properties.Where(p => IsTold(row.State, p)))
        {
            var value = before ? property.OriginalValue : property.CurrentValue;
            var sensitive = property.Metadata.PropertyInfo?.IsDefined(typeof(SensitiveAttribute), inherit: false) == true;
            values[JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name)] = sensitive ? "…" : Plain(value);
        }

        return JsonSerializer.Serialize(values);
    }

    // A field that the database computes is told by the fields it is computed from.
    private static bool IsTold(EntityState state, PropertyEntry property) =>
        property.Metadata.GetComputedColumnSql() is null &&
        property.Metadata.Name is not (nameof(ITenantRow.Id) or nameof(ITenantRow.OrganizationId)) &&
        (state != EntityState.Modified || property.IsModified || property.Metadata.Name == nameof(IAudited.Version));

    private static object? Plain(object? value) => value switch
    {
        Enum name => name.ToString(),
        decimal amount => Money.WithoutTrailingZeros(amount),
        not (string or byte[]) and System.Collections.IEnumerable list => JsonSerializer.SerializeToElement<object>(list, JsonFormat.Options),
        _ => value,
    };

    private sealed record Head(long Sequence, byte[] Hash);
}
