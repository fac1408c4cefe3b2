using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>
/// What services begin with. Permission is decided here, by the least role that the service names: there is no way to the data
/// round it.
/// </summary>
public sealed class UnitOfWorkFactory(Database database, CurrentMember current, Idempotency idempotency, SharedReads shared)
{
    /// <exception cref="Kernel.Errors.UnauthenticatedException">Nobody is signed in, or the membership has ended.</exception>
    public Task<UnitOfWork> ReadAsync(CancellationToken cancellationToken) => ReadAsync(Role.Viewer, cancellationToken);

    /// <inheritdoc cref="ReadAsync(CancellationToken)"/>
    /// <exception cref="Kernel.Errors.ForbiddenException">The role is less than <paramref name="least"/>.</exception>
    public async Task<UnitOfWork> ReadAsync(Role least, CancellationToken cancellationToken)
    {
        await current.RequireAsync(least, cancellationToken);
        return database.Read(current.OrganizationId, current.MemberId);
    }

    /// <summary>
    /// What a live page shows, read once for all who may see the same: it is as new as the last change that pages were told of, and the
    /// same object for everybody. For a program, which may ask right after another process wrote, use <see cref="ReadAsync(CancellationToken)"/>.
    /// </summary>
    /// <param name="read">A static method. It reads the same whoever asks, but for what is kept from them.</param>
    /// <param name="query">Everything that it depends on; equal queries are one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <inheritdoc cref="ReadAsync(CancellationToken)"/>
    public async Task<T> ReadSharedAsync<TQuery, T>(SharedRead<TQuery, T> read, TQuery query, CancellationToken cancellationToken)
        where TQuery : notnull
    {
        await current.RequireAsync(Role.Viewer, cancellationToken);
        return await shared.ReadAsync(current.OrganizationId, current.MemberId, read, query, cancellationToken);
    }

    /// <summary>For finding out what a guest's link is: it sees no organization's rows but those a query asks for across all.</summary>
    internal UnitOfWork ReadForLink() => database.Read(Guid.Empty);

    /// <summary>For a guest, whose link was checked: without what is kept from the member who made it, and from the person it was made for.</summary>
    internal UnitOfWork ReadAsGuest(Guid organizationId, Guid madeBy, Guid? madeFor) => database.Read(organizationId, new Viewer(madeBy, madeFor));

    /// <inheritdoc cref="ReadAsGuest"/>
    internal Task<UnitOfWork> WriteAsGuestAsync(Guid organizationId, Guid madeBy, Guid? madeFor, CancellationToken cancellationToken) =>
        database.WriteAsync(organizationId, new Actor(MemberId: null, TokenId: null), new Viewer(madeBy, madeFor), cancellationToken);

    /// <summary>For writing. A token or script of a viewer's is refused whatever <paramref name="least"/> is.</summary>
    /// <inheritdoc cref="ReadAsync(Role, CancellationToken)"/>
    public async Task<UnitOfWork> WriteAsync(Role least, CancellationToken cancellationToken)
    {
        await current.RequireToWriteAsync(least, cancellationToken);
        var work = await database
            .WriteAsync(current.OrganizationId, new Actor(current.MemberId, current.TokenId), cancellationToken);
        try
        {
            // A role that was taken away while this waited for its turn counts, too.
            await current.RequireToWriteAsync(least, cancellationToken);
            await idempotency.EnlistAsync(work, current.MemberId, cancellationToken);
            return work;
        }
        catch
        {
            await work.DisposeAsync();
            throw;
        }
    }
}
