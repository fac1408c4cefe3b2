using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Audit;
using Budgeting.Core.Kernel.Errors;
using Microsoft.EntityFrameworkCore;

namespace Budgeting.Core.Storage;

/// <summary>The request was answered before: <see cref="Result"/> is that answer, as JSON.</summary>
public sealed class ReplayException(string result) : Exception("The request was answered before.")
{
    public string Result { get; } = result;
}

/// <summary>The Idempotency-Key of the request in this scope, if it has one.</summary>
public sealed class Idempotency(TimeProvider time)
{
    // What is shown once isn't kept, here as little as in the audit trail.
    private static readonly JsonSerializerOptions WithoutSecrets = new(JsonFormat.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutSecrets } },
    };

    private string? _key;
    private byte[] _requestHash = [];

    /// <summary>Records are kept at least this long; a key may be used again after.</summary>
    public static TimeSpan Retention { get; } = TimeSpan.FromDays(30);

    public void Use(string key, byte[] requestHash) => (_key, _requestHash) = (key, requestHash);

    /// <summary>Answers from the record if there is one, else has the answer recorded with the effect.</summary>
    /// <exception cref="ReplayException">The same request was answered before.</exception>
    /// <exception cref="ConflictException">Another request had the key: <c>idempotency.key-reused</c>.</exception>
    /// <param name="work">The write.</param>
    /// <param name="member">Who asked; the command line has no keys.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    internal async Task EnlistAsync(UnitOfWork work, Guid? member, CancellationToken cancellationToken)
    {
        if (_key is not { } key || member is not { } memberId)
        {
            return;
        }

        var record = await work.Db.IdempotencyRecords
            .SingleOrDefaultAsync(r => r.MemberId == memberId && r.Key == key, cancellationToken);
        if (record is not null && record.CreatedAt > time.GetUtcNow() - Retention)
        {
            throw record.RequestHash.AsSpan().SequenceEqual(_requestHash)
                ? new ReplayException(record.Result)
                : new ConflictException("idempotency.key-reused", "This Idempotency-Key came with another request before. Use a new one.");
        }

        if (record is not null)
        {
            work.Db.Remove(record);
        }

        work.BeforeCommit = answer =>
            work.Db.IdempotencyRecords.Add(RecordOf(key, memberId, work.OrganizationId, answer));
    }

    private IdempotencyRecord RecordOf(string key, Guid memberId, Guid organizationId, object answer) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        OrganizationId = organizationId,
        MemberId = memberId,
        Key = key,
        RequestHash = _requestHash,
        Result = JsonSerializer.Serialize(answer, answer.GetType(), WithoutSecrets),
        CreatedAt = time.GetUtcNow(),
    };

    private static void LeaveOutSecrets(JsonTypeInfo type)
    {
        foreach (var secret in type.Properties.Where(p => p.AttributeProvider?.IsDefined(typeof(SensitiveAttribute), inherit: false) == true))
        {
            secret.ShouldSerialize = (_, _) => false;
        }
    }
}
