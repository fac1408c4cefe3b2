using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>
/// The audit trail as admins read it. What is kept from some members, such as gifts, isn't in it, from whomever: each record's own history
/// has what may be seen.
/// </summary>
public sealed class AuditService(UnitOfWorkFactory units)
{
    private static readonly IReadOnlyList<string> Open =
        [.. ModelPart.All.SelectMany(part => part.OpenKinds).Select(kind => kind.Name).Order(StringComparer.Ordinal)];

    /// <summary>The kinds of records whose entries can be read, by name.</summary>
    public static IReadOnlyList<string> Kinds => Open;

    /// <summary>Entries, the latest first.</summary>
    /// <exception cref="InvalidException">The kind can't be read or isn't there, or the cursor is of another list.</exception>
    /// <exception cref="ForbiddenException">Who asks is no admin.</exception>
    public async Task<Page<AuditEntryDto>> ListAsync(AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        if (query.Entity is not null && !Open.Contains(query.Entity, StringComparer.Ordinal))
        {
            throw new InvalidException("entity", $"Choose one of {string.Join(", ", Open)}.");
        }

        await using var work = await units.ReadAsync(Role.Admin, cancellationToken);
        return await new AuditRepository(work).ListAsync(query, query.Entity is { } one ? [one] : Open, page, cancellationToken);
    }
}
