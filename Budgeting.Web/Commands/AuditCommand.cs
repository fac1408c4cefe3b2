using System.CommandLine;
using Budgeting.Core.Kernel.Errors;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Commands;

/// <summary>Hands an organization's audit trail to those who check it elsewhere.</summary>
internal static class AuditCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "The file to write, which isn't there yet" };
        file.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("Say which file to write.");
            }
        });
        var organization = new Option<string>("--organization") { Description = "The organization, where there are several", HelpName = "NAME" };
        var export = new Command("export", "Write every entry with its hash to a file, and print the head") { file, organization };
        export.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await CommandServices.OpenAsync(common.Of(parsed), cancellationToken);
            var home = await services.RequireOrganizationAsync(parsed.GetValue(organization), cancellationToken);
            var head = await WriteAsync(services.Get<AuditExportService>(), home, parsed.GetRequiredValue(file), cancellationToken);
            await terminal.Out.WriteLineAsync($"{head}");
        });
        return new Command("audit", "What was written, by whom and when") { export };
    }

    private static async Task<KeptHead> WriteAsync(AuditExportService audit, OrganizationDto home, string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new WholeFile(path);
            var head = await audit.WriteAsync(home, file.Content, cancellationToken);
            await file.CompleteAsync(cancellationToken);
            return head;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new ConflictException("file.refused", $"Can't write {Path.GetFullPath(path)}: {refused.Message}");
        }
    }
}
