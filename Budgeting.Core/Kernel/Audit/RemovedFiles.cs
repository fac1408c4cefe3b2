namespace Budgeting.Core.Kernel.Audit;

/// <summary>
/// Files that were taken away or replaced a while ago, so that undoing brings them back too. They are kept in memory: the audit trail has
/// the hash of a file, never its bytes.
/// </summary>
internal sealed class RemovedFiles(TimeProvider time)
{
    private const int Most = 64;
    private const long MostBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly List<Kept> _kept = [];

    /// <summary>A write that is rolled back does no harm.</summary>
    public void Keep(Guid organizationId, string hash, byte[] bytes, string? name = null)
    {
        lock (_lock)
        {
            _kept.RemoveAll(k => (k.OrganizationId, k.Hash) == (organizationId, hash) || k.Until <= time.GetUtcNow());
            while (_kept.Count > 0 && (_kept.Count >= Most || _kept.Sum(k => (long)k.Bytes.Length) + bytes.Length > MostBytes))
            {
                _kept.RemoveAt(0);
            }

            _kept.Add(new Kept(organizationId, hash, bytes, name, time.GetUtcNow() + Lifetime));
        }
    }

    /// <summary>The file with the hash, if it is still kept.</summary>
    public (byte[] Bytes, string? Name)? Find(Guid organizationId, string hash)
    {
        lock (_lock)
        {
            return _kept.Find(k => (k.OrganizationId, k.Hash) == (organizationId, hash) && k.Until > time.GetUtcNow()) is { } kept
                ? (kept.Bytes, kept.Name)
                : null;
        }
    }

    private sealed record Kept(Guid OrganizationId, string Hash, byte[] Bytes, string? Name, DateTimeOffset Until);
}
