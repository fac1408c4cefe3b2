using Budgeting.Core.Kernel.Csv;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.Storage;

namespace Budgeting.Core.Execution;

/// <summary>What budgets were used for.</summary>
public sealed class ReportsService(UnitOfWorkFactory units, CurrentMember current, TimeProvider time)
{
    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>The statement of a fiscal year.</summary>
    /// <param name="fiscalYear">2000–2100; <c>null</c>: the one that the day is in, or else the latest that has an approved budget.</param>
    /// <param name="asOf">The day at whose end things are looked at; <c>null</c>: today.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="NotFoundException">The year has no approved budget here, or none has.</exception>
    public async Task<UtilizationDto> UtilizationAsync(int? fiscalYear, DateOnly? asOf, CancellationToken cancellationToken)
    {
        await using var work = await ReadAsync(cancellationToken);
        return await StatementReport.ReadAsync(work, fiscalYear, asOf ?? Today, cancellationToken);
    }

    /// <summary>The same for a page, which also says which years there are.</summary>
    /// <param name="fiscalYear">Where it has no approved budget, the page has no statement.</param>
    /// <param name="asOf">The day at whose end things are looked at; <c>null</c>: today.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<StatementPage> StatementPageAsync(int? fiscalYear, DateOnly? asOf, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(StatementReport.ReadPageAsync, (fiscalYear, asOf ?? Today), cancellationToken);

    /// <summary>The statement as a file for spreadsheets.</summary>
    /// <inheritdoc cref="UtilizationAsync"/>
    public async Task<CsvFile> ExportStatementAsync(int? fiscalYear, DateOnly? asOf, CancellationToken cancellationToken) =>
        StatementCsv.Write(await UtilizationAsync(fiscalYear, asOf, cancellationToken), await current.CurrencyAsync(cancellationToken));

    /// <summary>What happened to a program budget with running balances, or of that what a figure of the statement is made of.</summary>
    /// <exception cref="NotFoundException">No such program budget here.</exception>
    public async Task<RegistryDto> RegistryAsync(Guid programBudgetId, RegistryFilter filter, CancellationToken cancellationToken)
    {
        await using var work = await ReadAsync(cancellationToken);
        return (await RegistryReport.ReadAsync(work, programBudgetId, filter, Today, cancellationToken)).Registry;
    }

    /// <summary>A part of a registry for a page; its balances and its sum count what stands on other pages.</summary>
    /// <param name="programBudgetId">Of which program budget.</param>
    /// <param name="filter">Which lines.</param>
    /// <param name="first">How many come before the page.</param>
    /// <param name="most">How many it has at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="NotFoundException">No such program budget here.</exception>
    public Task<RegistryPage> RegistryPageAsync(Guid programBudgetId, RegistryFilter filter, int first, int most, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(RegistryReport.ReadPageAsync, new RegistryPageQuery(programBudgetId, filter, Today, first, most), cancellationToken);

    /// <summary>The registry as a file for spreadsheets.</summary>
    /// <inheritdoc cref="RegistryAsync"/>
    public async Task<CsvFile> ExportRegistryAsync(Guid programBudgetId, RegistryFilter filter, CancellationToken cancellationToken) =>
        RegistryCsv.Write(await RegistryAsync(programBudgetId, filter, cancellationToken), await current.CurrencyAsync(cancellationToken));

    /// <summary>What was accepted and isn't paid, by how long it is due.</summary>
    /// <param name="asOf">The day from which ages are counted; <c>null</c>: today.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<AgeingDto> AgeingAsync(DateOnly? asOf, CancellationToken cancellationToken)
    {
        await using var work = await ReadAsync(cancellationToken);
        return await AgeingReport.ReadAsync(work, asOf ?? Today, cancellationToken);
    }

    /// <summary>A part of what is due for a page; the buckets are of all of it.</summary>
    /// <param name="asOf">The day from which ages are counted; <c>null</c>: today.</param>
    /// <param name="first">How many rows come before the page.</param>
    /// <param name="most">How many it has at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<AgeingPage> AgeingPageAsync(DateOnly? asOf, int first, int most, CancellationToken cancellationToken) =>
        units.ReadSharedAsync(AgeingReport.ReadPageAsync, new AgeingPageQuery(asOf ?? Today, first, most), cancellationToken);

    /// <summary>What is due as a file for spreadsheets.</summary>
    /// <inheritdoc cref="AgeingAsync"/>
    public async Task<CsvFile> ExportAgeingAsync(DateOnly? asOf, CancellationToken cancellationToken) =>
        AgeingCsv.Write(await AgeingAsync(asOf, cancellationToken), await current.CurrencyAsync(cancellationToken));

    private async Task<UnitOfWork> ReadAsync(CancellationToken cancellationToken)
    {
        var work = await units.ReadAsync(cancellationToken);
        await work.HoldStillAsync(cancellationToken);
        return work;
    }
}
