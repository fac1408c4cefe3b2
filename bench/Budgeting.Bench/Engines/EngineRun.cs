using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Budgeting.Bench.Costs;
using Budgeting.Core.Gifting;
using Budgeting.Core.SharedCosts;
using Microsoft.Extensions.DependencyInjection;

namespace Budgeting.Bench.Engines;

/// <summary>
/// What <see cref="EnginesBenchmark"/> measures on one engine, in a process of its own: compiled queries are of one model. It does what each
/// line of its input names, and answers with a line of numbers.
/// </summary>
internal sealed class EngineRun(Func<BenchStore> newStore) : IAsyncDisposable
{
    public const int Gifts = 10_000;
    public const int Owners = 100;
    public const int Contributions = 20_000;

    private const int FileSize = 5000;

    private static readonly GiftInput Gift = new() { Name = "Book", Price = 12.5m };
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(5);

    private readonly BenchStore _giftStore = newStore();
    private BenchWorld? _gifts;
    private CostsWorld? _costs;

    public async Task AnswerAsync(TextReader input, TextWriter output)
    {
        while (await input.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            await output.WriteLineAsync(JsonSerializer.Serialize(await MeasureAsync(words[0], [.. words[1..].Select(w => int.Parse(w, CultureInfo.InvariantCulture))])));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _gifts?.Dispose();
        _giftStore.Dispose();
        await (_costs?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private Task<double[]> MeasureAsync(string what, int[] numbers) => what switch
    {
        "gifts" => OnceAsync(() => Task.Run(() => _gifts = new BenchWorld(_giftStore, Gifts))),
        "figures" => ManyAsync(200, () => _gifts!.Get<OccasionsService>().FiguresAsync(_gifts.OccasionId, CancellationToken.None)),
        "gift" => ManyAsync(300, () => _gifts!.Get<GiftsService>().AddAsync(_gifts.OccasionId, Gift, CancellationToken.None)),
        "writers" => RateAsync(numbers[0], numbers[1]),
        "costs" => OnceAsync(() => FillAsync(numbers[0])),
        "sheet" => ManyAsync(15, () => _costs!.Get<BalancesService>().SheetAsync(_costs.Period.Id, CancellationToken.None)),
        "expense" => ManyAsync(200, () => _costs!.Get<ExpensesService>().AddAsync(_costs.Period.Id, _costs.Expense(), CancellationToken.None)),
        "import" => OnceAsync(ImportAsync),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Nothing of that name is measured."),
    };

    private static async Task<double[]> OnceAsync(Func<Task> act) => [await Measured.TimeAsync(act)];

    // The median, and what 95 of 100 take at most.
    private static async Task<double[]> ManyAsync(int times, Func<Task> act)
    {
        var measured = new List<double>();
        for (var i = -times / 5; i < times; i++)
        {
            var time = await Measured.TimeAsync(act);
            if (i >= 0)
            {
                measured.Add(time);
            }
        }

        return [Measured.Percentile(measured, 50), Measured.Percentile(measured, 95)];
    }

    private async Task FillAsync(int shares)
    {
        await (_costs?.DisposeAsync() ?? ValueTask.CompletedTask);
        _costs = await CostsWorld.CreateAsync(newStore(), Owners);
        await _costs.FillAsync(shares / Owners);
    }

    private async Task ImportAsync()
    {
        for (var from = 0; from < Contributions; from += FileSize)
        {
            var rows = new StringBuilder("owner,amount,date,comment\n");
            for (var i = from; i < from + FileSize; i++)
            {
                rows.Append(CultureInfo.InvariantCulture, $"{_costs!.Owners[i % Owners].Name},{1 + (i % 1000)},{_costs.Period.StartDate.AddDays(i % 365):yyyy-MM-dd},{i}\n");
            }

            await _costs!.Get<RecordImportService>().ImportAsync(RecordKind.Contributions, _costs.Period.Id, Encoding.UTF8.GetBytes(rows.ToString()), CancellationToken.None);
        }
    }

    // How many gifts so many writers add a second, each to one occasion after another.
    private async Task<double[]> RateAsync(int writers, int occasions)
    {
        var ids = new List<Guid>();
        for (var i = 0; i < occasions; i++)
        {
            ids.Add(await _gifts!.OccasionAsync($"Occasion {writers}/{occasions}/{i}"));
        }

        var (written, clock) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, writers).Select(w => Task.Run(async () =>
        {
            for (var i = w; clock.Elapsed < Writing; i += writers)
            {
                using var scope = _gifts!.Enter();
                await scope.ServiceProvider.GetRequiredService<GiftsService>().AddAsync(ids[i % occasions], Gift, CancellationToken.None);
                Interlocked.Increment(ref written);
            }
        })));
        return [written / clock.Elapsed.TotalSeconds];
    }
}
