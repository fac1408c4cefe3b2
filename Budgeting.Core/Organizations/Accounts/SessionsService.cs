using Budgeting.Core.Kernel.Changes;
using Budgeting.Core.Storage;
using Microsoft.AspNetCore.Identity;

namespace Budgeting.Core.Organizations;

/// <summary>
/// The sign-ins of browsers. Each has a row, so that a cookie which was signed out, or is older than the user's password, is of
/// no use to whoever kept a copy.
/// </summary>
public sealed class SessionsService(Database database, ChangeFeed feed, TimeProvider time)
{
    internal const string Provider = "Session";

    /// <summary>After this long one signs in again, however often one came.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(90);

    /// <summary>Begins a session of the user and forgets those that are too old.</summary>
    /// <param name="stamp">The user's security stamp: the session ends when it changes.</param>
    public async Task<Guid> StartAsync(Guid userId, string stamp, CancellationToken cancellationToken)
    {
        await using var work = await WriteAsync(cancellationToken);
        var repository = new OrganizationsRepository(work);
        foreach (var row in await repository.SessionsAsync(userId, cancellationToken))
        {
            if (row.Value != stamp || !IsYoung(Guid.Parse(row.Name)))
            {
                repository.Remove(row);
            }
        }

        var session = Guid.CreateVersion7(time.GetUtcNow());
        repository.Add(new IdentityUserToken<Guid> { UserId = userId, LoginProvider = Provider, Name = session.ToString(), Value = stamp });
        return await work.CommitAsync(() => session, cancellationToken);
    }

    public async Task<bool> IsGoodAsync(Guid userId, Guid session, CancellationToken cancellationToken)
    {
        await using var work = database.Read(Guid.Empty);
        return IsYoung(session) && await new OrganizationsRepository(work).IsSessionAsync(userId, session.ToString(), cancellationToken);
    }

    /// <summary>Ends one session of the user, and has the open pages of the user look whether it was theirs.</summary>
    public async Task EndAsync(Guid userId, Guid session, CancellationToken cancellationToken)
    {
        await using (var work = await WriteAsync(cancellationToken))
        {
            var repository = new OrganizationsRepository(work);
            foreach (var row in (await repository.SessionsAsync(userId, cancellationToken)).Where(r => r.Name == session.ToString()))
            {
                repository.Remove(row);
            }

            await work.CommitAsync(cancellationToken);
        }

        await TellAsync(userId, cancellationToken);
    }

    /// <summary>Has the open pages of the user look whether their session still is good: after the password changed.</summary>
    public async Task TellAsync(Guid userId, CancellationToken cancellationToken)
    {
        await using var work = database.Read(Guid.Empty);
        var memberships = await new OrganizationsRepository(work).MembershipsAsync(userId, cancellationToken);
        feed.Publish(memberships.Select(m => new Change(m.OrganizationId, OrganizationTopics.Sessions(userId))).ToList());
    }

    // The id says when it was made (RFC 9562, version 7): its first 48 bits are milliseconds since 1970.
    private bool IsYoung(Guid session)
    {
        var bytes = session.ToByteArray(bigEndian: true);
        var milliseconds = bytes.Take(6).Aggregate(0L, (sum, next) => (sum << 8) | next);
        return time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) < Lifetime;
    }

    private Task<UnitOfWork> WriteAsync(CancellationToken cancellationToken) =>
        database.WriteAsync(Guid.Empty, new Actor(MemberId: null, TokenId: null), cancellationToken);
}
