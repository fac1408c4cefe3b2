using Budgeting.Core.Kernel;

namespace Budgeting.Web.Components.Ui;

/// <summary>One drawn piece of a meter. <paramref name="Share"/> is of the bar's whole width, 0–1.</summary>
/// <param name="Key">The segment's key; <see cref="MeterBar.Left"/> or <see cref="MeterBar.Over"/> for what isn't a segment.</param>
/// <param name="Tone">The class that gives colour and pattern.</param>
public sealed record MeterPiece(string Key, string Tone, decimal Amount, decimal Share);

/// <summary>
/// How a meter is drawn. Up to the total the segments and what is left fill the bar; what exceeds the total is a piece of its
/// own past the line of 100 %, and the scale then ends with it.
/// </summary>
/// <param name="Limit">Where the line of 100 % is, 0–1; 1 when nothing is over.</param>
public sealed record MeterBar(IReadOnlyList<MeterPiece> Pieces, decimal Limit)
{
    public const string Left = "left";
    public const string Over = "over";

    /// <summary>The bar of a meter that has a total.</summary>
    public static MeterBar Of(Meter meter)
    {
        var total = meter.Total ?? throw new ArgumentException("Without a total there is no bar.", nameof(meter));
        var scale = Math.Max(total, meter.Used);
        var pieces = new List<MeterPiece>();
        var room = total;
        foreach (var segment in meter.Segments)
        {
            var amount = Math.Min(segment.Amount, room);
            room -= amount;
            Add(pieces, segment.Key, ToneOf(segment.Tone), amount, scale);
        }

        Add(pieces, Left, Left, room, scale);
        Add(pieces, Over, Over, meter.OverBy, scale);
        return new MeterBar(pieces, scale == 0 ? 1 : total / scale);
    }

    public static string ToneOf(MeterTone tone) => tone switch
    {
        MeterTone.Spent => "spent",
        MeterTone.Committed => "committed",
        _ => "allotted",
    };

    private static void Add(List<MeterPiece> pieces, string key, string tone, decimal amount, decimal scale)
    {
        if (amount > 0)
        {
            pieces.Add(new MeterPiece(key, tone, amount, amount / scale));
        }
    }
}
