using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Web.Wording;

namespace Budgeting.Web.Components.Ui;

/// <summary>A meter as it is drawn and said.</summary>
/// <param name="Bar">Without a total there is none.</param>
/// <param name="Level">Near only while somebody can still act on it.</param>
internal sealed record MeterDrawing(MeterBar? Bar, MeterLevel Level, string Value, string? Figure, string Explanation)
{
    private static readonly Memoized<Meter, MeterDrawing> Known = new(meter => Make(meter, meter.Level));
    private static readonly Memoized<Meter, MeterDrawing> KnownPast = new(
        meter => Make(meter, meter.Level is MeterLevel.Near ? MeterLevel.Ok : meter.Level));

    /// <param name="isPast">Whether what it measures is over, so that nothing can be done about it.</param>
    public static MeterDrawing Of(Meter meter, bool isPast) => isPast ? KnownPast.Of(meter) : Known.Of(meter);

    /// <summary>A share as a flex factor. Together those of a row are far above 1, below which they wouldn't fill it.</summary>
    public static string Grow(decimal share) => (share * 1_000_000).ToString("0.##", CultureInfo.InvariantCulture);

    private static MeterDrawing Make(Meter meter, MeterLevel level) => new(
        meter.Total is null ? null : MeterBar.Of(meter), level, MeterWords.Value(meter, level), MeterWords.Figure(meter), MeterWords.Explanation(meter));
}
