using System.Collections.Concurrent;
using System.Data.Common;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>
/// When tokens were used last. It is noted in memory and written in the background, since a read must not wait for a writer, nor
/// fail where nothing can be written. What is lost with the process does no harm.
/// </summary>
public sealed class TokenUses(Database database, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Use> _unwritten = new();

    public static TimeSpan Interval { get; } = TimeSpan.FromMinutes(1);

    /// <summary>Writes again and again until it is cancelled, and then once more.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                await TryWriteAsync();
            }
        }
        finally
        {
            await TryWriteAsync();
        }
    }

    internal void Note(ApiToken token) => _unwritten[token.Id] = new Use(token.OrganizationId, time.GetUtcNow());

    /// <summary>The token with its latest use, whether that is written already or not.</summary>
    internal TokenDto Latest(TokenDto token) =>
        _unwritten.TryGetValue(token.Id, out var use) && !(token.LastUsedAt > use.At) ? token with { LastUsedAt = use.At } : token;

    internal async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (var uses in _unwritten.ToLookup(u => u.Value.OrganizationId))
        {
            await using var work = await database.WriteAsync(uses.Key, new Actor(MemberId: null, TokenId: null), cancellationToken);
            var repository = new OrganizationsRepository(work);
            foreach (var (token, use) in uses)
            {
                await SetAsync(repository, token, use, cancellationToken);
            }

            await work.CommitAsync(cancellationToken);
            foreach (var use in uses)
            {
                _unwritten.TryRemove(use);
            }
        }
    }

    // The next time does as well.
    private async Task TryWriteAsync()
    {
        try
        {
            await WriteAsync(CancellationToken.None);
        }
        catch (Exception failed) when (failed is UnavailableException or DbException)
        {
        }
    }

    private static async Task SetAsync(OrganizationsRepository repository, Guid token, Use use, CancellationToken cancellationToken)
    {
        if (await repository.TokenUseAsync(token, cancellationToken) is { } known)
        {
            known.LastUsedAt = use.At;
        }
        else
        {
            repository.Add(new ApiTokenUse { Id = token, OrganizationId = use.OrganizationId, LastUsedAt = use.At });
        }
    }

    private sealed record Use(Guid OrganizationId, DateTimeOffset At);
}
