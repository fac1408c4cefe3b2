using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Changes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

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

    // In place of a secret.
    private const string Left = "…";

    private static readonly ConcurrentDictionary<PropertyInfo, bool> Sensitive = new();
    private static readonly ConcurrentDictionary<string, string> FieldNames = new(StringComparer.Ordinal);

    private readonly HashSet<Change> _changes = [];
    private readonly List<Guid> _entryIds = [];
    private (long Sequence, byte[] Hash)? _head;

    /// <summary>What to publish after the commit.</summary>
    public IReadOnlyCollection<Change> Changes => _changes;

    public IReadOnlyCollection<Guid> EntryIds => _entryIds;

    /// <summary>What its entries have in common.</summary>
    public Guid WriteId { get; } = Kernel.Audit.WriteId.New(now);

    /// <summary>The entries of rows that are about to be saved; they are to be written with them.</summary>
    public async Task<IReadOnlyList<AuditEntry>> EntriesOfAsync(
        BudgetingDbContext db, IReadOnlyList<EntityEntry<IAudited>> rows, CancellationToken cancellationToken)
    {
        _head ??= await HeadAsync(db, cancellationToken);
        var entries = new List<AuditEntry>(rows.Count);
        foreach (var row in rows)
        {
            row.Property(nameof(IAudited.Version)).CurrentValue = row.Entity.Version + 1;
            entries.Add(Next(
                row.Entity,
                row.Metadata.ClrType.Name,
                ActionOf(row.State),
                row.State == EntityState.Added ? null : JsonOf(row, before: true),
                row.State switch
                {
                    EntityState.Deleted => null,
                    EntityState.Added => new RowJson(row.Metadata).Of(row.Entity),
                    _ => JsonOf(row, before: false),
                }));
        }

        return entries;
    }

    /// <summary>The entries of new rows that are written in bulk, as they would be if they were tracked; they are to be written with them.</summary>
    public async Task<IReadOnlyList<AuditEntry>> EntriesOfNewAsync<T>(
        BudgetingDbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class, IAudited
    {
        var json = new RowJson(db.Model.FindEntityType(typeof(T))!);
        _head ??= await HeadAsync(db, cancellationToken);
        var entries = new List<AuditEntry>(rows.Count);
        foreach (var row in rows)
        {
            row.Version++;
            entries.Add(Next(row, typeof(T).Name, AuditAction.Created, before: null, json.Of(row)));
        }

        return entries;
    }

    public void Touch(Guid organizationId, Topic topic) => _changes.Add(new Change(organizationId, topic));

    private static async Task<(long, byte[])> HeadAsync(BudgetingDbContext db, CancellationToken cancellationToken) =>
        await HeadQuery(db, cancellationToken) is { } head ? (head.Sequence, head.Hash) : (0, AuditChain.Start);

    // The next one of the chain, of which it then is the head.
    private AuditEntry Next(IAudited row, string kind, AuditAction action, string? before, string? after)
    {
        var (sequence, hash) = _head!.Value;
        var entry = new AuditEntry
        {
            Id = Kernel.Audit.WriteId.EntryId(WriteId, (uint)_entryIds.Count + 1),
            OrganizationId = row.OrganizationId,
            Sequence = sequence + 1,
            At = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()),
            MemberId = actor.MemberId,
            TokenId = actor.TokenId,
            Entity = kind,
            EntityId = row.Id,
            Action = action,
            Before = before,
            After = after,
            TopicName = row.Topic.Name,
            TopicId = row.Topic.Id,
            TraceId = Activity.Current?.TraceId.ToString(),
            PreviousHash = hash,
        };
        entry.Hash = AuditChain.HashOf(entry);
        _entryIds.Add(entry.Id);
        _changes.Add(new Change(row.OrganizationId, row.Topic));
        _head = (entry.Sequence, entry.Hash);
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
        foreach (var property in row.Properties.Where(p => IsRecorded(row.State, p)))
        {
            var value = before ? property.OriginalValue : property.CurrentValue;
            values[NameOf(property.Metadata)] = ValueOf(property.Metadata, value);
        }

        return JsonSerializer.Serialize(values);
    }

    // A field that the database computes is told by the fields it is computed from.
    private static bool IsRecorded(EntityState state, PropertyEntry property) =>
        IsRecorded(property.Metadata) && (state != EntityState.Modified || property.IsModified || property.Metadata.Name == nameof(IAudited.Version));

    private static bool IsRecorded(IReadOnlyProperty property) =>
        property.GetComputedColumnSql() is null && property.Name is not (nameof(ITenantRow.Id) or nameof(ITenantRow.OrganizationId));

    private static string NameOf(IReadOnlyProperty property) => FieldNames.GetOrAdd(property.Name, JsonNamingPolicy.CamelCase.ConvertName);

    private static object? ValueOf(IReadOnlyProperty property, object? value) => IsSensitive(property) ? Left : Plain(value);

    // Asked of every field of every write: an attribute is looked for once.
    private static bool IsSensitive(IReadOnlyProperty property) =>
        property.PropertyInfo is { } field && Sensitive.GetOrAdd(field, static f => f.IsDefined(typeof(SensitiveAttribute), inherit: false));

    private static object? Plain(object? value) => value switch
    {
        Enum name => name.ToString(),
        decimal amount => Amounts.WithoutTrailingZeros(amount),
        not (string or byte[]) and System.Collections.IEnumerable list => JsonSerializer.SerializeToElement<object>(list, JsonFormat.Options),
        _ => value,
    };

    private sealed record Head(long Sequence, byte[] Hash);

    /// <summary>The text of new rows of one kind: what is recorded of them is found out once.</summary>
    internal sealed class RowJson(IEntityType type)
    {
        private static readonly ConcurrentDictionary<IEntityType, (JsonEncodedText Name, IClrPropertyGetter Getter, bool IsSensitive)[]> Recorded = new();

        private readonly (JsonEncodedText Name, IClrPropertyGetter Getter, bool IsSensitive)[] _recorded = Recorded.GetOrAdd(type, static type => [.. type.GetProperties()
            .Where(IsRecorded)
            .OrderBy(NameOf, StringComparer.Ordinal)
            .Select(p => (JsonEncodedText.Encode(NameOf(p)), p.GetGetter(), IsSensitive(p)))]);

        private readonly ArrayBufferWriter<byte> _buffer = new();

        public string Of(object row)
        {
            _buffer.ResetWrittenCount();
            using (var json = new Utf8JsonWriter(_buffer))
            {
                json.WriteStartObject();
                foreach (var (name, getter, isSensitive) in _recorded)
                {
                    json.WritePropertyName(name);
                    JsonSerializer.Serialize<object?>(json, isSensitive ? Left : Plain(getter.GetClrValue(row)));
                }

                json.WriteEndObject();
            }

            return Encoding.UTF8.GetString(_buffer.WrittenSpan);
        }
    }
}
