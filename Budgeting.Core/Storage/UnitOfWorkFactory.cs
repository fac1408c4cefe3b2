using Budgeting.Core.Kernel.Organizations;

namespace Budgeting.Core.Storage;

/// <summary>
/// What services begin with. Permission is decided here, by the least role that the service names: there is no way to the data
/// round it.
/// </summary>
public sealed class UnitOfWorkFactory(Database database, CurrentMember current, Idempotency idempotency)
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

    /// <inheritdoc cref="ReadAsync(Role, CancellationToken)"/>
    public async Task<UnitOfWork> WriteAsync(Role least, CancellationToken cancellationToken)
    {
        await current.RequireAsync(least, cancellationToken);
        var work = await database
            .WriteAsync(current.OrganizationId, new Actor(current.MemberId, current.TokenId), cancellationToken);
        try
        {
            // A role that was taken away while this waited for its turn counts, too.
            await current.RequireAsync(least, cancellationToken);
            await idempotency.EnlistAsync(work, current, cancellationToken);
            return work;
        }
        catch
        {
            await work.DisposeAsync();
            throw;
        }
    }
}
