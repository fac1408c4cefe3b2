using System.Globalization;
using System.Text;
using Budgeting.Bench.Costs;
using Budgeting.Core.Organizations;
using Budgeting.Core.SharedCosts;

namespace Budgeting.Bench.Budgets;

/// <summary>Verifying an organization with many audit entries, each of a row that is there.</summary>
internal static class VerifyBenchmark
{
    private const int FileSize = 5000;

    public static async Task RunAsync(int entries)
    {
        await using var world = await CostsWorld.CreateAsync(new SqliteStore(), owners: 10);
        for (var from = 0; from < entries; from += FileSize)
        {
            var rows = new StringBuilder("owner,amount,date,comment\n");
            for (var i = from; i < Math.Min(from + FileSize, entries); i++)
            {
                rows.Append(CultureInfo.InvariantCulture, $"{world.Owners[i % world.Owners.Count].Name},{1 + (i % 1000)},{world.Period.StartDate.AddDays(i % 365):yyyy-MM-dd},{i}\n");
            }

            await world.Get<RecordImportService>().ImportAsync(RecordKind.Contributions, world.Period.Id, Encoding.UTF8.GetBytes(rows.ToString()), CancellationToken.None);
        }

        var organization = await world.Get<OrganizationsService>().GetAsync(CancellationToken.None);
        Verification verified = null!;
        var time = 0.0;
        var added = await Measured.PeakAddedAsync(async () => time = await Measured.TimeAsync(async () =>
            verified = await world.Get<VerificationService>().VerifyAsync(organization, kept: null, CancellationToken.None)));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{verified.Entries:N0} entries in {time / 1000:0.0} s, {verified.Entries / (time / 1000):N0} a second, {added:0} MiB added at the peak, {verified.Findings.Count} findings"));
    }
}
