namespace Budgeting.Web.Components.Ui;

/// <summary>Bars that stand together in a chart, each of pieces, the uppermost first.</summary>
/// <param name="Text">What stands above them.</param>
public sealed record ChartGroup(string Label, string? Text, IReadOnlyList<IReadOnlyList<ChartPiece>> Bars);

/// <param name="Tone">The class that gives colour and pattern.</param>
public sealed record ChartPiece(decimal Amount, string Tone);
