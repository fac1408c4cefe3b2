using System.Globalization;
using Budgeting.Core.Kernel;
using Microsoft.AspNetCore.Components;

namespace Budgeting.Web.Components.Ui;

/// <summary>Draws amounts as bars: groups beside each other, each of bars, each of pieces.</summary>
public sealed partial class BarChart : ComponentBase
{
    private ChartScale _scale = null!;

    /// <summary>What is shown, such as “Spending by year”.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>In their order; one with nothing in it keeps its place.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChartGroup> Groups { get; set; } = [];

    [Parameter, EditorRequired]
    public Currency Currency { get; set; }

    private MoneyFormat Format => MoneyFormat.For(CultureInfo.CurrentCulture, Currency);

    private string Name => Said(Groups.Count switch
    {
        0 => Title,
        1 => $"{Title}, {Groups[0].Name}",
        _ => $"{Title}, {Groups[0].Name} to {Groups[^1].Name}",
    }, Sums);

    private IEnumerable<ChartPiece> Sums => Groups.SelectMany(PiecesOf)
        .GroupBy(p => (p.Name, p.Tone), (piece, all) => new ChartPiece(piece.Name, all.Sum(p => p.Amount), piece.Tone));

    // Where labels would touch each other, not each is written.
    private string? Density => Groups.Count switch
    {
        <= 8 => null,
        <= 12 => "close",
        <= 24 => "closer",
        _ => "closest",
    };

    protected override void OnParametersSet() => _scale = ChartScale.Of(Groups.SelectMany(g => g.Bars), Currency);

    private static IEnumerable<ChartPiece> PiecesOf(ChartGroup group) => group.Bars.SelectMany(b => b.Pieces);

    private static string Percent(decimal percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private string Said(string name, IEnumerable<ChartPiece> pieces) =>
        $"{name}: {string.Join(", ", pieces.Select(p => $"{p.Name} {Format.Format(p.Amount, withSymbol: true)}"))}";
}
