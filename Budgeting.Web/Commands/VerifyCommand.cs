using System.CommandLine;
using Budgeting.Core.Organizations;

namespace Budgeting.Web.Commands;

/// <summary>Says whether what is stored is what was written, and holds every rule.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var organization = new Option<string>("--organization") { Description = "The organization (default: all)", HelpName = "NAME" };
        var head = new Option<string>("--head")
        {
            Description = "A head of its audit trail that was kept elsewhere, as this command prints it: what is missing behind it is noticed, too",
            HelpName = "NUMBER:HASH",
        };
        head.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && KeptHead.Parse(text) is null)
            {
                result.AddError($"“{text}” is no head of an audit trail, such as 12:9f86….");
            }
        });
        var verify = new Command("verify", "Check the audit trail, each row by it, and every rule") { organization, head };
        verify.Validators.Add(result =>
        {
            if (result.GetValue(head) is not null && result.GetValue(organization) is null)
            {
                result.AddError("Say whose head it is with --organization NAME.");
            }
        });
        verify.SetAction(async (parsed, cancellationToken) =>
        {
            await using var services = await CommandServices.OpenAsync(common.Of(parsed), cancellationToken);
            var chosen = parsed.GetValue(organization) is { } name
                ? [await services.RequireOrganizationAsync(name, cancellationToken)]
                : await services.Setup.OrganizationsAsync(name: null, cancellationToken);
            var kept = parsed.GetValue(head) is { } text ? KeptHead.Parse(text) : null;
            var isWhole = true;
            foreach (var one in chosen)
            {
                var verified = await services.Get<VerificationService>().VerifyAsync(one, kept, cancellationToken);
                await WriteAsync(verified, terminal);
                isWhole &= verified.Findings.Count == 0;
            }

            return isWhole ? ExitCode.Done : ExitCode.Refused;
        });
        return verify;
    }

    private static async Task WriteAsync(Verification verified, Terminal terminal)
    {
        var entries = FormattableString.Invariant($"{verified.Entries} {(verified.Entries == 1 ? "entry" : "entries")}, head {verified.Entries}:{verified.Head}");
        await terminal.Out.WriteLineAsync($"{verified.Name}: {(verified.Findings.Count == 0 ? "everything holds" : "something is wrong")}; {entries}");
        foreach (var finding in verified.Findings)
        {
            await terminal.Out.WriteLineAsync($"  {finding}");
        }
    }
}
