using System.Text.Encodings.Web;
using System.Text.Json;
using Budgeting.Core.Kernel.Audit;

namespace Budgeting.Core.Organizations;

/// <summary>Entries as lines of JSON: each field as its hash has it, in that order, and then the hash.</summary>
internal sealed class AuditLines(Stream output) : IAsyncDisposable
{
    // The file is no part of a page: signs that mean something there stay as they are.
    private readonly Utf8JsonWriter _json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public ValueTask DisposeAsync() => _json.DisposeAsync();

    public Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken) => LineAsync(
        () =>
        {
            _json.WriteString("previousHash", Convert.ToHexStringLower(entry.PreviousHash));
            _json.WriteString("id", entry.Id.ToString("N"));
            _json.WriteString("organizationId", entry.OrganizationId.ToString("N"));
            _json.WriteNumber("sequence", entry.Sequence);
            _json.WriteNumber("at", entry.At.ToUnixTimeMilliseconds());
            _json.WriteString("memberId", entry.MemberId?.ToString("N"));
            _json.WriteString("tokenId", entry.TokenId?.ToString("N"));
            _json.WriteString("entity", entry.Entity);
            _json.WriteString("entityId", entry.EntityId.ToString("N"));
            _json.WriteString("action", entry.Action.ToString());
            _json.WriteString("before", entry.Before);
            _json.WriteString("after", entry.After);
            _json.WriteString("topicName", entry.TopicName);
            _json.WriteString("topicId", entry.TopicId?.ToString("N"));
            _json.WriteString("traceId", entry.TraceId);
            _json.WriteString("hash", Convert.ToHexStringLower(entry.Hash));
        },
        cancellationToken);

    public Task WriteAsync(KeptHead head, CancellationToken cancellationToken) => LineAsync(() => _json.WriteString("head", $"{head}"), cancellationToken);

    private async Task LineAsync(Action fields, CancellationToken cancellationToken)
    {
        _json.WriteStartObject();
        fields();
        _json.WriteEndObject();
        await _json.FlushAsync(cancellationToken);
        output.WriteByte((byte)'\n');
        _json.Reset();
    }
}
