using Budgeting.Core.Kernel;
using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Organizations;

/// <summary>
/// The audit trail as admins read it. What is kept from some members, such as gifts, isn't in it, from whomever: each record's own history
/// has what may be seen.
/// </summary>
public sealed class AuditService(UnitOfWorkFactory units, CurrentMember current)
{
    /// <summary>How many entries a file has at most.</summary>
    public const int MostInFile = 20_000;

    private static readonly IReadOnlyList<string> Open =
        [.. ModelPart.All.SelectMany(part => part.OpenKinds).Select(kind => kind.Name).Order(StringComparer.Ordinal)];

    /// <summary>The kinds of records whose entries can be read, by name.</summary>
    public static IReadOnlyList<string> Kinds => Open;

    /// <summary>Entries, the latest first.</summary>
    /// <exception cref="InvalidException">The kind can't be read or isn't there, or the cursor is of another list.</exception>
    /// <exception cref="ForbiddenException">Who asks is no admin.</exception>
    public async Task<Page<AuditEntryDto>> ListAsync(AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var kinds = KindsOf(query);
        await using var work = await units.ReadAsync(Role.Admin, cancellationToken);
        return await new AuditRepository(work).ListAsync(query, kinds, page, cancellationToken);
    }

    /// <summary>The same for a page, with what its records are called.</summary>
    /// <inheritdoc cref="ListAsync"/>
    public async Task<AuditPage> PageAsync(AuditQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        await current.RequireAsync(Role.Admin, cancellationToken);
        KindsOf(query);
        return await units.ReadSharedAsync(ReadPageAsync, (query, page), cancellationToken);
    }

    /// <summary>Entries as a file, the latest first.</summary>
    /// <inheritdoc cref="ListAsync"/>
    /// <exception cref="ConflictException">They are more than <see cref="MostInFile"/>: <c>audit.too-many</c>.</exception>
    public async Task<CsvFile> ExportAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        var kinds = KindsOf(query);
        await using var work = await units.ReadAsync(Role.Admin, cancellationToken);
        var entries = await new AuditRepository(work).LatestAsync(query, kinds, MostInFile + 1, cancellationToken);
        return entries.Count <= MostInFile
            ? AuditCsv.Write(entries)
            : throw new ConflictException("audit.too-many", FormattableString.Invariant($"These are more than {MostInFile:N0} entries. Choose fewer days, or a kind of record."));
    }

    private static async Task<AuditPage> ReadPageAsync(
        UnitOfWork work, OrganizationCard organization, (AuditQuery Query, PageRequest Page) asked, CancellationToken cancellationToken)
    {
        var repository = new AuditRepository(work);
        var page = await repository.ListAsync(asked.Query, KindsOf(asked.Query), asked.Page, cancellationToken);
        return new AuditPage(page.Items, page.NextCursor, await repository.NamesAsync(IdsIn(page.Items), Open, cancellationToken));
    }

    private static HashSet<Guid> IdsIn(IReadOnlyList<AuditEntryDto> entries) =>
    [
        .. entries.SelectMany(e => (Guid?[])[e.EntityId, e.TokenId]).OfType<Guid>(),
        .. entries.SelectMany(e => e.Changes).SelectMany(c => (string?[])[c.Before, c.After]).Select(text => Guid.TryParseExact(text, "D", out var id) ? id : (Guid?)null).OfType<Guid>(),
    ];

    private static IReadOnlyList<string> KindsOf(AuditQuery query) => query.Entity switch
    {
        null => Open,
        { } kind when Open.Contains(kind, StringComparer.Ordinal) => [kind],
        _ => throw new InvalidException("entity", $"Choose one of {string.Join(", ", Open)}."),
    };
}
