using System.CommandLine;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Web.Commands;

/// <summary>Writes what is stored into a file of another program's format.</summary>
internal static class ExportCommand
{
    private const string ToOutput = "-";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var journal = new Option<string>("--journal")
        {
            Description = $"The file to write shared costs to, as a journal that hledger and ledger read; {ToOutput} is standard output",
            HelpName = "FILE",
            Required = true,
        };
        var period = new Option<string>("--period") { Description = "A period's name or first day (default: all periods)", HelpName = "PERIOD" };
        var organization = new Option<string>("--organization") { Description = "The organization, where there are several", HelpName = "NAME" };
        var export = new Command("export", "Write shared costs as a plain-text journal") { journal, period, organization };
        export.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await CommandServices.OpenAsync(common.Of(parsed), cancellationToken);
            var home = await services.RequireOrganizationAsync(parsed.GetValue(organization), cancellationToken);
            services.Get<CurrentMember>().ActAsSystem(home.Id);
            var chosen = parsed.GetValue(period) is { } wanted ? await PeriodAsync(services, wanted, cancellationToken) : null;
            var file = await services.Get<JournalService>().FileAsync(chosen?.Id, cancellationToken);
            await WriteAsync(file, parsed.GetRequiredValue(journal), terminal, cancellationToken);
        });
        return export;
    }

    private static async Task<PeriodDto> PeriodAsync(CommandServices services, string wanted, CancellationToken cancellationToken)
    {
        var all = await services.Get<PeriodsService>().ListAsync(cancellationToken);
        return all.Where(p => p.Name == wanted || FormattableString.Invariant($"{p.StartDate:yyyy-MM-dd}") == wanted).ToList() switch
        {
            [] => throw new ConflictException("period.unknown", $"There is no period “{wanted}”."),
            [var one] => one,
            _ => throw new ConflictException("period.ambiguous", $"There are several periods “{wanted}”: say which by its first day, as in --period 2026-01-01."),
        };
    }

    private static async Task WriteAsync(JournalFile file, string path, Terminal terminal, CancellationToken cancellationToken)
    {
        if (path == ToOutput)
        {
            await file.WriteAsync(terminal.Out, cancellationToken);
            return;
        }

        try
        {
            await using var output = new StreamWriter(path);
            await file.WriteAsync(output, cancellationToken);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ConflictException("file.refused", $"Can't write {path}: {refused.Message}");
        }
    }
}
