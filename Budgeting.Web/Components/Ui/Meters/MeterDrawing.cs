using System.Globalization;
using Budgeting.Core.Kernel;
using Budgeting.Web.Wording;

namespace Budgeting.Web.Components.Ui;

/// <summary>A meter as it is drawn and said.</summary>
/// <param name="Bar">Without a total there is none.</param>
internal sealed record MeterDrawing(MeterBar? Bar, string Value, string Sentence)
{
    private static readonly Memoized<Meter, MeterDrawing> Known = new(
        meter => new MeterDrawing(meter.Total is null ? null : MeterBar.Of(meter), MeterWords.Value(meter), MeterWords.Sentence(meter)));

    public static MeterDrawing Of(Meter meter) => Known.Of(meter);

    public static string Percent(decimal share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
