using Budgeting.Core.Kernel;

namespace Budgeting.Web.Components.Ui;

/// <summary>One drawn piece of a meter. <paramref name="Share"/> is of the bar's whole width, 0–1.</summary>
/// <param name="Key">The segment's key; <see cref="MeterBar.Left"/> for what is left.</param>
/// <param name="Tone">The class that gives colour and pattern.</param>
/// <param name="IsPast">Whether it lies past the line of 100 %.</param>
public sealed record MeterPiece(string Key, string Tone, decimal Amount, decimal Share, bool IsPast);

/// <summary>
/// How a meter is drawn: the segments in their order, each in its own tone, then what is left. Where they exceed the total, the
/// line of 100 % cuts through them, and the scale ends with the last of them. A segment below zero has nothing to draw.
/// </summary>
/// <param name="Limit">Where the line of 100 % is, 0–1; 1 when nothing lies past it.</param>
public sealed record MeterBar(IReadOnlyList<MeterPiece> Pieces, decimal Limit)
{
    public const string Left = "left";
    public const string Over = "over";

    public IEnumerable<MeterPiece> Within => Pieces.Where(p => !p.IsPast);

    public IEnumerable<MeterPiece> Past => Pieces.Where(p => p.IsPast);

    /// <summary>The bar of a meter that has a total.</summary>
    public static MeterBar Of(Meter meter)
    {
        var total = meter.Total ?? throw new ArgumentException("Without a total there is no bar.", nameof(meter));
        var scale = Math.Max(total, meter.Segments.Sum(s => Math.Max(s.Amount, 0)));
        var pieces = new List<MeterPiece>();
        var room = total;
        foreach (var segment in meter.Segments.Where(s => s.Amount > 0))
        {
            var within = Math.Min(segment.Amount, room);
            room -= within;
            Add(segment.Key, ToneOf(segment.Tone), within, isPast: false);
            Add(segment.Key, ToneOf(segment.Tone), segment.Amount - within, isPast: true);
        }

        Add(Left, Left, room, isPast: false);
        return new MeterBar(pieces, scale == 0 ? 1 : total / scale);

        void Add(string key, string tone, decimal amount, bool isPast)
        {
            if (amount > 0)
            {
                pieces.Add(new MeterPiece(key, tone, amount, amount / scale, isPast));
            }
        }
    }

    public static string ToneOf(MeterTone tone) => tone switch
    {
        MeterTone.Spent => "spent",
        MeterTone.Committed => "committed",
        _ => "allotted",
    };
}
