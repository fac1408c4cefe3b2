using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.SharedCosts;

/// <summary>
/// A period's contributions, expenses or readings as a file for spreadsheets, and such a file's lines as records. Members import what they
/// paid themselves, admins everything.
/// </summary>
public sealed class RecordImportService(UnitOfWorkFactory units, CurrentMember current, RemovedReceipts receipts, TimeProvider time)
{
    /// <summary>In the order of the list. Imported elsewhere, it makes the same file again.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    public async Task<CsvFile> ExportAsync(RecordKind kind, Guid periodId, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        var period = await RecordRules.RequirePeriodAsync(new SharedCostsRepository(work), periodId, cancellationToken);
        return await (await FileAsync(work, kind, period, cancellationToken)).WriteAsync(cancellationToken);
    }

    /// <summary>What <see cref="ImportAsync"/> would do. Writes nothing.</summary>
    /// <exception cref="NotFoundException">No such period here.</exception>
    /// <exception cref="ConflictException">The period is closed: <c>period.closed</c>.</exception>
    /// <exception cref="ForbiddenException">Some of it is somebody else's, and who acts is no admin.</exception>
    /// <exception cref="InvalidException">The file or some of its lines are wrong, each by line and column: <c>import.invalid</c>.</exception>
    public async Task<RecordImport> PreviewAsync(RecordKind kind, Guid periodId, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await using var work = await units.ReadAsync(LeastRoleOf(kind), cancellationToken);
        return await (await OpenAsync(work, kind, periodId, cancellationToken)).PlanAsync(file, cancellationToken);
    }

    /// <summary>Adds a record for each line of a file that isn't there yet: all of them, or none.</summary>
    /// <param name="kind">What the lines are.</param>
    /// <param name="periodId">The period.</param>
    /// <param name="file">Up to 1 MiB and 5,000 lines, in UTF-8.</param>
    /// <param name="cancellationToken">Ends it before anything is written.</param>
    /// <inheritdoc cref="PreviewAsync"/>
    public async Task<RecordImport> ImportAsync(RecordKind kind, Guid periodId, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        await using var work = await units.WriteAsync(LeastRoleOf(kind), cancellationToken);
        var records = await OpenAsync(work, kind, periodId, cancellationToken);
        var answer = await records.PlanAsync(file, cancellationToken);
        await records.AddAsync(cancellationToken);
        return await work.CommitAsync(() => answer.Added == 0 ? answer : answer with { WriteId = work.WriteId }, cancellationToken);
    }

    private static Role LeastRoleOf(RecordKind kind) => kind == RecordKind.Readings ? Role.Admin : Role.Member;

    private async Task<RecordFile> OpenAsync(UnitOfWork work, RecordKind kind, Guid periodId, CancellationToken cancellationToken)
    {
        var period = await new RecordRules(work, new SharedCostsRepository(work), current).RequireOpenAsync(periodId, cancellationToken);
        return await FileAsync(work, kind, period, cancellationToken);
    }

    private async Task<RecordFile> FileAsync(UnitOfWork work, RecordKind kind, Period period, CancellationToken cancellationToken)
    {
        var records = await PeriodContext.OpenAsync(work, current, time, cancellationToken);
        var context = await RecordFileContext.ReadAsync(records, period, cancellationToken);
        return kind switch
        {
            RecordKind.Contributions => new ContributionFile(context),
            RecordKind.Expenses => new ExpenseFile(context, new ExpenseRecords(records, receipts)),
            RecordKind.Readings => new ReadingFile(context, new ReadingRecords(records)),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
    }
}
